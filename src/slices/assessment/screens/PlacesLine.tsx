import { figureText } from '../../../web/ui/figures.ts';
import type { Place } from '../../scoring/index.ts';
import './leaf/leaf.css';

type PlacesLineProps = { places: readonly Place[]; own: string };

const [WIDTH, HEIGHT, EDGE, LINE] = [560, 64, 60, 30];

/** All departments as dots on a line of points, ours marked; the table below holds the same figures. */
export function PlacesLine({ places, own }: PlacesLineProps) {
  const points = places.map(({ percent }) => percent.toNumber());
  if (points.length < 2) return null;
  const [low, high] = [Math.min(...points), Math.max(...points)];
  const at = (value: number): number => EDGE + ((value - low) / (high - low || 1)) * (WIDTH - 2 * EDGE);
  const mine = places.find(({ name }) => name === own);
  return (
    <svg className="places-line month-line" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} aria-hidden="true" focusable="false">
      <line x1={EDGE} x2={WIDTH - EDGE} y1={LINE} y2={LINE} stroke="var(--line)" />
      {places
        .filter(({ name }) => name !== own)
        .map(({ name, percent }) => (
          <circle key={name} className="places-other" cx={at(percent.toNumber())} cy={LINE} r={5} />
        ))}
      {mine ? (
        <>
          <circle className="places-own" cx={at(mine.percent.toNumber())} cy={LINE} r={8} />
          <text className="month-line-figure" x={at(mine.percent.toNumber())} y={14} textAnchor="middle">
            {mine.place} · {figureText(mine.percent.toFixed())}
          </text>
        </>
      ) : null}
      <text x={EDGE} y={HEIGHT - 8} textAnchor="middle">
        {figureText(String(low))}
      </text>
      <text x={WIDTH - EDGE} y={HEIGHT - 8} textAnchor="middle">
        {figureText(String(high))}
      </text>
    </svg>
  );
}
