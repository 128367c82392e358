import { useTexts } from '../language.ts';

type ColumnName = { key: string; title: string; isRowHeader?: boolean };

type TableToolsProps = {
  /** How many rows there are; in words where they are not all here. */
  count: number | string;
  columns: readonly ColumnName[];
  shownKeys: readonly string[];
  onColumns: (keys: readonly string[]) => void;
  /** Takes the table along as a file; several where there are several kinds of file. */
  exports: readonly { text: string; onExport: () => void }[];
  onPrint?: () => void;
};

/** How many rows, which columns, export, print. */
export function TableTools({ count, columns, shownKeys, onColumns, exports, onPrint }: TableToolsProps) {
  const t = useTexts();
  const flip = (key: string, isShown: boolean) =>
    onColumns(columns.map((column) => column.key).filter((one) => (one === key ? isShown : shownKeys.includes(one))));
  return (
    <div className="table-tools no-print">
      <span className="soft">{typeof count === 'string' ? count : t('web.tableRows', { count })}</span>
      <span className="table-tools-buttons">
        <details className="drop">
          <summary className="link-button">{t('web.tableColumns')}</summary>
          <fieldset className="drop-panel">
            <legend className="visually-hidden">{t('web.tableColumns')}</legend>
            {columns.map(({ key, title, isRowHeader }) => (
              <label key={key}>
                <input
                  type="checkbox"
                  checked={shownKeys.includes(key)}
                  disabled={isRowHeader ?? false}
                  onChange={(event) => flip(key, event.target.checked)}
                />
                {title}
              </label>
            ))}
          </fieldset>
        </details>
        {exports.map(({ text, onExport }) => (
          <button key={text} type="button" className="link-button" onClick={onExport}>
            {text}
          </button>
        ))}
        <button type="button" className="link-button" onClick={onPrint ?? (() => window.print())}>
          {t('web.tablePrint')}
        </button>
      </span>
    </div>
  );
}
