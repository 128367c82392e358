import { useTexts } from '../language.ts';

type ColumnName = { key: string; title: string; isRowHeader?: boolean };

type TableToolsProps = {
  count: number;
  columns: readonly ColumnName[];
  shownKeys: readonly string[];
  onColumns: (keys: readonly string[]) => void;
  onExport: () => void;
};

/** How many rows, which columns, export, print. */
export function TableTools({ count, columns, shownKeys, onColumns, onExport }: TableToolsProps) {
  const t = useTexts();
  const flip = (key: string, isShown: boolean) =>
    onColumns(columns.map((column) => column.key).filter((one) => (one === key ? isShown : shownKeys.includes(one))));
  return (
    <div className="table-tools no-print">
      <span className="soft">{t('web.tableRows', { count })}</span>
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
        <button type="button" className="link-button" onClick={onExport}>
          {t('web.tableExport')}
        </button>
        <button type="button" className="link-button" onClick={() => window.print()}>
          {t('web.tablePrint')}
        </button>
      </span>
    </div>
  );
}
