import { useTexts } from '../language.ts';
import { figureText } from './figures.ts';
import { type PlacedStep, placeSteps, type WaterfallStep } from './waterfall.ts';
import './charts.css';
import './table.css';

type WaterfallProps = { caption: string; steps: readonly WaterfallStep[] };

const [DRAWN, ABOVE, BELOW] = [160, 20, 24];

/** Many steps stand closer, or their letters would become too small to read. */
const WIDE = { step: 84, bar: 50 };
const CLOSE = { step: 58, bar: 38 };
const MOST_WIDE_STEPS = 6;
type Widths = typeof WIDE;

/** Few steps are not blown up to the width of the card: letters keep about their size. */
const LARGEST_SCALE = 1.25;

/** Where the lost points went; the same figures stand in a table behind the drawing. */
export function Waterfall({ caption, steps }: WaterfallProps) {
  const t = useTexts();
  const placed = placeSteps(steps, DRAWN);
  const widths = steps.length > MOST_WIDE_STEPS ? CLOSE : WIDE;
  return (
    <div className="waterfall">
      <svg
        style={{ maxWidth: widths.step * steps.length * LARGEST_SCALE }}
        viewBox={`0 0 ${widths.step * steps.length} ${ABOVE + DRAWN + BELOW}`}
        aria-hidden="true"
      >
        {placed.map((step, place) => (
          <Step
            key={step.key}
            step={step}
            widths={widths}
            left={place * widths.step}
            isLast={place === placed.length - 1}
          />
        ))}
      </svg>
      <details className="figures-behind">
        <summary>{t('web.dataTable')}</summary>
        <table className="table">
          <caption className="visually-hidden">{caption}</caption>
          <thead>
            <tr>
              <th scope="col">{t('web.waterfall.step')}</th>
              <th scope="col" className="align-end">
                {t('web.waterfall.points')}
              </th>
            </tr>
          </thead>
          <tbody>
            {steps.map((step) => (
              <tr key={step.key}>
                <th scope="row">{step.label}</th>
                <td className="align-end">{figureText(step.points)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </div>
  );
}

type StepProps = { step: PlacedStep; widths: Widths; left: number; isLast: boolean };

function Step({ step, widths, left, isLast }: StepProps) {
  const middle = left + widths.step / 2;
  const barLeft = middle - widths.bar / 2;
  const end = step.kind === 'total' ? ABOVE + step.top : ABOVE + step.top + step.height;
  return (
    <g>
      {isLast ? null : (
        <line className="waterfall-link" x1={barLeft + widths.bar} x2={barLeft + widths.step} y1={end} y2={end} />
      )}
      <rect
        className={`waterfall-${step.kind}`}
        x={barLeft}
        y={ABOVE + step.top}
        width={widths.bar}
        height={Math.max(step.height, 1)}
        rx={3}
      />
      <text className="waterfall-value" x={middle} y={ABOVE + step.top - 6}>
        {figureText(step.points)}
      </text>
      <text className="waterfall-label" x={middle} y={ABOVE + DRAWN + 17}>
        {step.label}
      </text>
    </g>
  );
}
