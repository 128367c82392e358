import { useTexts } from '../language.ts';
import { Change } from './Figures.tsx';
import { type Figure, figureText, shareOf } from './figures.ts';
import './charts.css';

/** Points of one area. `null` is "not known", which is not zero. */
export type AreaBar = {
  key: string;
  name: string;
  maximum: Figure;
  soFar: Figure;
  forecast: Figure | null;
  lastYear: Figure | null;
  change: Figure | null;
  /** Where a click on the name leads. */
  href?: string;
};

type AreaBarsProps = { caption: string; areas: readonly AreaBar[] };

/** Points by area: so far, forecast hatched, last year's mark, maximum. It is a table that draws itself. */
export function AreaBars({ caption, areas }: AreaBarsProps) {
  const t = useTexts();
  const widest = Math.max(...areas.map(({ maximum }) => Number(maximum)), 0);
  const hasForecast = areas.some(({ forecast }) => forecast !== null);
  const hasLastYear = areas.some(({ lastYear }) => lastYear !== null);
  const hasChange = areas.some(({ change }) => change !== null);
  return (
    <div className="bars-frame">
      <div className="legend" aria-hidden="true">
        <span className="legend-sofar">{t('web.bars.sofar')}</span>
        {hasForecast ? <span className="legend-forecast">{t('web.bars.forecast')}</span> : null}
        {hasLastYear ? <span className="legend-last-year">{t('web.bars.lastYear')}</span> : null}
        <span className="legend-maximum">{t('web.bars.maximum')}</span>
      </div>
      <table className="bars">
        <caption className="visually-hidden">{caption}</caption>
        <thead className="visually-hidden">
          <tr>
            <th scope="col">{t('web.area')}</th>
            <th scope="col">{t('web.bars.lastYear')}</th>
            <th scope="col">
              {t('web.bars.sofar')} → {t('web.bars.forecast')} / {t('web.bars.maximum')}
            </th>
            {hasChange ? <th scope="col">{t('web.bars.change')}</th> : null}
          </tr>
        </thead>
        <tbody>
          {areas.map((area) => (
            <AreaRow key={area.key} area={area} widest={widest} hasChange={hasChange} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

type AreaRowProps = { area: AreaBar; widest: number; hasChange: boolean };

function AreaRow({ area, widest, hasChange }: AreaRowProps) {
  return (
    <tr>
      <th scope="row">{area.href ? <a href={area.href}>{area.name}</a> : area.name}</th>
      <td className="bars-bar">
        <Bar area={area} widest={widest} />
        <span className="visually-hidden">{area.lastYear === null ? '–' : figureText(area.lastYear)}</span>
      </td>
      <td className="bars-figures">
        {area.forecast === null ? (
          <b>{figureText(area.soFar)}</b>
        ) : (
          <>
            {figureText(area.soFar)} → <b>{figureText(area.forecast)}</b>
          </>
        )}
        <span className="points-maximum"> / {figureText(area.maximum)}</span>
      </td>
      {hasChange ? (
        <td className="bars-change">{area.change === null ? '–' : <Change change={area.change} />}</td>
      ) : null}
    </tr>
  );
}

type BarProps = { area: AreaBar; widest: number };

const percent = (part: Figure, whole: Figure): string => `${(100 * shareOf(part, whole)).toFixed(2)}%`;

function Bar({ area: { maximum, soFar, forecast, lastYear }, widest }: BarProps) {
  return (
    <span className="bar" aria-hidden="true" style={{ width: percent(maximum, widest) }}>
      {forecast === null ? null : <span className="bar-forecast" style={{ width: percent(forecast, maximum) }} />}
      <span className="bar-sofar" style={{ width: percent(soFar, maximum) }} />
      {lastYear === null ? null : <span className="bar-last-year" style={{ left: percent(lastYear, maximum) }} />}
    </span>
  );
}
