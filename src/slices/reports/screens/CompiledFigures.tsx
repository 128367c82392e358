import { Decimal } from '../../../kernel/decimal.ts';
import { useTexts } from '../../../web/language.ts';
import { Card } from '../../../web/ui/Card.tsx';
import { Change } from '../../../web/ui/Figures.tsx';
import { figureText } from '../../../web/ui/figures.ts';
import type { PeriodOnScreen } from './on-screen.ts';
import { Unit } from './report-parts.tsx';

type Figure = PeriodOnScreen['figures'][number];

/** The sums, by unit, beside last period's. A share is made of the sums. */
export function CompiledFigures({ period }: { period: PeriodOnScreen }) {
  const t = useTexts();
  const units = period.units.filter(({ number }) => number !== null);
  const fields = period.form.numbers.flatMap((field) => {
    const figure = period.figures.find((one) => one.field === field.key);
    return figure ? [{ field, figure }] : [];
  });
  if (fields.length === 0) return null;
  return (
    <Card title={t('reports.compiled')}>
      {/* biome-ignore-start lint/a11y: a part that scrolls must be reached by keyboard */}
      <div className="table-scroll" role="group" tabIndex={0} aria-label={t('reports.compiled')}>
        {/* biome-ignore-end lint/a11y: only the frame of the table */}
        <table className="table">
          <caption className="visually-hidden">{t('reports.compiled')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('reports.figure')}</th>
              <th scope="col" className="align-end">
                {t('reports.total')}
              </th>
              <th scope="col" className="align-end">
                {period.lastName ?? t('reports.lastPeriod')}
              </th>
              {units.map(({ unitId }) => (
                <th key={unitId} scope="col" className="align-end">
                  <Unit unitId={unitId} />
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {fields.map(({ field, figure }) => (
              <tr key={field.key}>
                <th scope="row">
                  {field.label}
                  {field.unit ? <span className="soft"> ({field.unit})</span> : null}
                </th>
                <td className="align-end">
                  <b>{figure.total === null ? '–' : figureText(figure.total)}</b>
                  {figure.given < units.length ? (
                    <div className="soft">{t('reports.givenBy', { count: figure.given, all: units.length })}</div>
                  ) : null}
                </td>
                <td className="align-end">
                  <LastTotal figure={figure} />
                </td>
                {units.map(({ unitId }) => (
                  <td key={unitId} className="align-end">
                    {figure.byUnit[unitId] === undefined ? '–' : figureText(figure.byUnit[unitId])}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Card>
  );
}

function LastTotal({ figure: { last, total } }: { figure: Figure }) {
  if (last === null) return '–';
  return (
    <>
      {figureText(last)}
      {total === null ? null : (
        <div>
          <Change change={new Decimal(total).minus(last).toFixed()} />
        </div>
      )}
    </>
  );
}
