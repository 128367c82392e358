import { useTexts } from '../language.ts';
import { changeText, directionOf, type Figure, figureText, percentText } from './figures.ts';

type PointsProps = { points: Figure; maximum?: Figure | null };

/** 8,75/13 */
export function Points({ points, maximum }: PointsProps) {
  const t = useTexts();
  if (maximum === undefined || maximum === null) return <span className="nowrap">{figureText(points)}</span>;
  return (
    <span className="nowrap" title={t('web.pointsOf', { points: figureText(points), maximum: figureText(maximum) })}>
      {figureText(points)}
      <span className="points-maximum">/{figureText(maximum)}</span>
    </span>
  );
}

type PercentProps = { percent: Figure };

/** 67,31 % */
export function Percent({ percent }: PercentProps) {
  return <span className="nowrap">{percentText(percent)}</span>;
}

type ChangeProps = { change: Figure };

/** ▼ 10,933: the sign and the hidden word speak, the colour only helps. */
export function Change({ change }: ChangeProps) {
  const t = useTexts();
  const direction = directionOf(change);
  const amount = figureText(String(change).replace(/^[-+]/, ''));
  const words = {
    up: t('web.changeUp', { amount }),
    down: t('web.changeDown', { amount }),
    same: t('web.changeNone'),
  };
  return (
    <span className={`nowrap change-${direction}`} title={words[direction]}>
      <span aria-hidden="true">{changeText(change)}</span>
      <span className="visually-hidden">{words[direction]}</span>
    </span>
  );
}

type RankProps = { rank: number; count: number };

/** 18/22 */
export function Rank({ rank, count }: RankProps) {
  const t = useTexts();
  return (
    <span className="nowrap" title={t('web.rankOf', { rank, count })}>
      {rank}
      <span className="points-maximum">/{count}</span>
    </span>
  );
}

type KeyFigureProps = {
  label: string;
  /** The figure itself: `<Points …/>`, `<Rank …/>`, a text. */
  children: React.ReactNode;
  note?: React.ReactNode;
  tone?: 'main' | 'plain' | 'lost';
};

/** One figure of a row of figures: label, figure, what it means. */
export function KeyFigure({ label, children, note, tone = 'plain' }: KeyFigureProps) {
  return (
    <div className={`figure-${tone}`}>
      <dt className="figure-label">{label}</dt>
      <dd className="figure-value">{children}</dd>
      {note ? <dd className="figure-note">{note}</dd> : null}
    </div>
  );
}

/** A row of key figures. */
export function FigureRow({ children }: { children: React.ReactNode }) {
  return <dl className="figure-row">{children}</dl>;
}
