import { useTexts } from '../language.ts';
import { figureText } from './figures.ts';
import { type PlacedStep, placeSteps, type WaterfallStep } from './waterfall.ts';
import './charts.css';
import './table.css';

type WaterfallProps = { caption: string; steps: readonly WaterfallStep[] };

const [STEP_WIDTH, BAR_WIDTH, DRAWN, ABOVE, BELOW] = [84, 50, 160, 20, 24];

/** Few steps are not blown up to the width of the card: letters keep about their size. */
const LARGEST_SCALE = 1.25;

/** Where the lost points went; the same figures stand in a table behind the drawing. */
export function Waterfall({ caption, steps }: WaterfallProps) {
  const t = useTexts();
  const placed = placeSteps(steps, DRAWN);
  return (
    <div className="waterfall">
      <svg
        style={{ maxWidth: STEP_WIDTH * steps.length * LARGEST_SCALE }}
        viewBox={`0 0 ${STEP_WIDTH * steps.length} ${ABOVE + DRAWN + BELOW}`}
        aria-hidden="true"
      >
        {placed.map((step, place) => (
          <Step key={step.key} step={step} left={place * STEP_WIDTH} isLast={place === placed.length - 1} />
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

type StepProps = { step: PlacedStep; left: number; isLast: boolean };

function Step({ step, left, isLast }: StepProps) {
  const middle = left + STEP_WIDTH / 2;
  const barLeft = middle - BAR_WIDTH / 2;
  const end = step.kind === 'total' ? ABOVE + step.top : ABOVE + step.top + step.height;
  return (
    <g>
      {isLast ? null : (
        <line className="waterfall-link" x1={barLeft + BAR_WIDTH} x2={barLeft + STEP_WIDTH} y1={end} y2={end} />
      )}
      <rect
        className={`waterfall-${step.kind}`}
        x={barLeft}
        y={ABOVE + step.top}
        width={BAR_WIDTH}
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
