import { useLanguage, useTexts } from '../../../../web/language.ts';
import '../../../../web/ui/table.css';
import type { RegisterDeclaration } from '../../index.ts';
import { type ImportAnalysis, type TargetChoice, targetChoices, targetWord } from './import-plan.ts';

type MappingTableProps = {
  declaration: RegisterDeclaration;
  changeable: readonly string[];
  analysis: ImportAnalysis;
  isBusy: boolean;
  onChange: (column: number, target: string) => void;
};

const MOST_SAMPLES = 3;

/** Each column of the sheet with its first values, and the field that it goes into. */
export function MappingTable({ declaration, changeable, analysis, isBusy, onChange }: MappingTableProps) {
  const t = useTexts();
  const language = useLanguage();
  const { plan, sample } = analysis;
  const choices = targetChoices(declaration, changeable);
  const samplesOf = (column: number): string =>
    sample
      .map((row) => row[column] ?? '')
      .filter(Boolean)
      .slice(0, MOST_SAMPLES)
      .join(' · ');
  const labelOf = ({ field, part }: TargetChoice): string => {
    const known = declaration.fields[field];
    const label = `${known?.label[language] ?? field}${known?.required ? ' *' : ''}`;
    return part ? `${label} · ${t(`registers.document.${part}`)}` : label;
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: a part that scrolls must be reached by keyboard; no landmark
    // biome-ignore lint/a11y/noNoninteractiveTabindex: see above
    <div className="table-scroll" role="group" tabIndex={0} aria-label={t('imports.mapping')}>
      <table className="table">
        <caption className="visually-hidden">{t('imports.mapping')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('imports.sheetColumn')}</th>
            <th scope="col">{t('imports.firstValues')}</th>
            <th scope="col">{t('imports.field')}</th>
          </tr>
        </thead>
        <tbody>
          {plan.columns.map(({ column, header, target }) => {
            const name = header || t('imports.columnNumber', { number: column + 1 });
            return (
              <tr key={column}>
                <th scope="row" className="wide-cell">
                  {name}
                </th>
                <td className="wide-cell soft">{samplesOf(column)}</td>
                <td className="wide-cell">
                  <select
                    className="input"
                    aria-label={t('imports.fieldOf', { header: name })}
                    disabled={isBusy}
                    value={targetWord(target)}
                    onChange={(event) => onChange(column, event.target.value)}
                  >
                    <option value="">{t('imports.leaveOut')}</option>
                    {choices.map((choice) => (
                      <option key={choice.value} value={choice.value}>
                        {labelOf(choice)}
                      </option>
                    ))}
                  </select>
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}
