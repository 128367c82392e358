import { useTexts } from '../language.ts';
import { drawYearLine, pathOf, type YearValues } from './year-line.ts';
import './charts.css';
import './year-line.css';

type YearLineProps = {
  /** Says the line to those who do not see it: "Tỷ lệ đúng hạn: tháng 1 92 %, tháng 2 94 %". */
  label: string;
  now: YearValues;
  before?: YearValues;
  target?: string | null;
  size?: 'small' | 'large';
};

const FRAMES = {
  small: { width: 120, height: 32, edge: 3 },
  large: { width: 640, height: 180, edge: 12 },
} as const;
const NOTHING: YearValues = [];
const MONTHS = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12] as const;

/** A year as a line, last year's behind it in grey, the target as a dashed line. */
export function YearLine({ label, now, before = NOTHING, target = null, size = 'small' }: YearLineProps) {
  const t = useTexts();
  const frame = FRAMES[size];
  const { now: parts, before: earlier, targetY, end } = drawYearLine({ now, before, target }, frame);
  const { width, height } = frame;
  const drawing = (
    <svg className={`year-line year-line-${size}`} viewBox={`0 0 ${width} ${height}`} role="img" aria-label={label}>
      {targetY === null ? null : <path className="year-line-target" d={`M0 ${targetY.toFixed(1)}H${width}`} />}
      {earlier.map((part) => (
        <path key={pathOf(part)} className="year-line-before" d={pathOf(part)} />
      ))}
      {parts.map((part) => (
        <path key={pathOf(part)} className="year-line-now" d={pathOf(part)} />
      ))}
      {end ? <circle className="year-line-end" cx={end.x} cy={end.y} r={size === 'small' ? 2.5 : 4} /> : null}
    </svg>
  );
  if (size === 'small') return drawing;
  return (
    <div>
      {drawing}
      <div className="year-line-months" aria-hidden="true">
        {MONTHS.map((month) => (
          <span key={month}>{t('web.monthShort', { month })}</span>
        ))}
      </div>
    </div>
  );
}

/** What the lines mean, once for a page. */
export function YearLineLegend({ year }: { year: number }) {
  const t = useTexts();
  return (
    <p className="legend year-line-legend">
      <span className="legend-sofar">{t('web.yearOf', { year })}</span>
      <span className="legend-before">{t('web.yearOf', { year: year - 1 })}</span>
      <span className="legend-target">{t('web.target')}</span>
    </p>
  );
}
