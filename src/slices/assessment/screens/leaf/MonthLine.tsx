import { useTexts } from '../../../../web/language.ts';
import { figureText } from '../../../../web/ui/figures.ts';
import { type MonthPoint, placeMonths } from './month-line.ts';
import './leaf.css';

type MonthLineProps = {
  caption: string;
  now: readonly MonthPoint[];
  last: readonly MonthPoint[];
  /** The value to reach, as a dashed line. */
  goal: number | null;
  unit: string;
};

const [WIDTH, HEIGHT, LEFT, RIGHT, ABOVE, BELOW] = [520, 130, 44, 52, 14, 24];
const round = (value: number): string => figureText(String(Math.round(value * 100) / 100));

/** A measure over the months of the year, last year's beneath it; the same figures stand in a table behind. */
export function MonthLine({ caption, now, last, goal, unit }: MonthLineProps) {
  const t = useTexts();
  const values = [...now, ...last].flatMap(({ value }) => (value === null ? [] : [value]));
  if (values.length === 0) return <p className="soft">{t('leaf.monthsNone')}</p>;
  const all = goal === null ? values : [...values, goal];
  const [low, high] = [Math.min(...all), Math.max(...all)];
  const box = { width: WIDTH, height: HEIGHT, low: low === high ? low - 1 : low, high };
  const draw = (points: readonly MonthPoint[]): string =>
    placeMonths(points, box)
      .map(({ x, y }) => `${x.toFixed(1)},${y.toFixed(1)}`)
      .join(' ');
  const end = placeMonths(now, box).at(-1);
  const lastValue = now.findLast(({ value }) => value !== null)?.value;
  const goalAt = goal === null ? null : HEIGHT - ((goal - box.low) / (box.high - box.low || 1)) * HEIGHT;
  return (
    <>
      <svg
        className="month-line"
        viewBox={`0 0 ${LEFT + WIDTH + RIGHT} ${ABOVE + HEIGHT + BELOW}`}
        aria-hidden="true"
        focusable="false"
      >
        <g transform={`translate(${LEFT} ${ABOVE})`}>
          <text x={-8} y={4} textAnchor="end">
            {round(box.high)}
          </text>
          <text x={-8} y={HEIGHT + 4} textAnchor="end">
            {round(box.low)}
          </text>
          {goalAt === null ? null : <line className="month-line-goal" x1={0} x2={WIDTH} y1={goalAt} y2={goalAt} />}
          <polyline className="month-line-last" points={draw(last)} />
          <polyline className="month-line-now" points={draw(now)} />
          {end ? <circle className="month-line-end" cx={end.x} cy={end.y} r={3} /> : null}
          {end && lastValue !== null && lastValue !== undefined ? (
            <text className="month-line-figure" x={end.x + 6} y={end.y + 4}>
              {round(lastValue)}
            </text>
          ) : null}
          {Array.from({ length: 12 }, (_, month) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the months of a year
            <text key={month} x={(month / 11) * WIDTH} y={HEIGHT + 18} textAnchor="middle">
              {t('leaf.monthShort', { month: month + 1 })}
            </text>
          ))}
        </g>
      </svg>
      <MonthTable caption={caption} now={now} last={last} unit={unit} />
    </>
  );
}

function MonthTable({ caption, now, last, unit }: Pick<MonthLineProps, 'caption' | 'now' | 'last' | 'unit'>) {
  const t = useTexts();
  const text = (points: readonly MonthPoint[], month: string): string => {
    const value = points.find((point) => point.month.slice(5) === month)?.value ?? null;
    return value === null ? '–' : `${round(value)}${unit ? ` ${unit}` : ''}`;
  };
  const months = [...new Set([...now, ...last].map(({ month }) => month.slice(5)))].sort();
  return (
    <details className="figures-behind">
      <summary>{t('web.dataTable')}</summary>
      <table className="table">
        <caption className="visually-hidden">{caption}</caption>
        <thead>
          <tr>
            <th scope="col">{t('leaf.month')}</th>
            <th scope="col" className="align-end">
              {t('leaf.thisYear')}
            </th>
            <th scope="col" className="align-end">
              {t('assessment.lastYear')}
            </th>
          </tr>
        </thead>
        <tbody>
          {months.map((month) => (
            <tr key={month}>
              <th scope="row">{Number(month)}</th>
              <td className="align-end">{text(now, month)}</td>
              <td className="align-end">{text(last, month)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}
