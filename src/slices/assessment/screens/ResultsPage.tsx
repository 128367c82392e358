import { useAddress } from '../../../web/address.ts';
import { useTexts } from '../../../web/language.ts';
import { useYear } from '../../../web/session/session.ts';
import { ChoiceField } from '../../../web/ui/Field.tsx';
import { FigureRow, KeyFigure, Points } from '../../../web/ui/Figures.tsx';
import { Notice } from '../../../web/ui/StatusTag.tsx';
import { totalOfPoints } from '../rules/points-total.ts';
import { IndexSubpage } from './IndexSubpage.tsx';
import { computedPoints, type IndexOnScreen } from './index-on-screen.ts';
import { ResultsForm } from './ResultsForm.tsx';
import { gapText, isStage, pointsByLeaf, STAGES, type Stage, scoresOf } from './stated-points.ts';

/** Points of a year as published or self-assessed, leaf by leaf, beside what the figures give. */
export function Page() {
  const t = useTexts();
  const year = useYear();
  const { search } = useAddress();
  const stage = isStage(search.stage) ? search.stage : 'final';
  return (
    <IndexSubpage title={t('results.title')} lead={t('results.lead', { year })}>
      {(index) => <Results index={index} stage={stage} />}
    </IndexSubpage>
  );
}

function Results({ index, stage }: { index: IndexOnScreen; stage: Stage }) {
  const t = useTexts();
  const { change } = useAddress();
  const { set, data } = index;
  const scores = scoresOf(data, stage);
  const strangers = scores.filter(({ leafCode }) => !set.leaves.some(({ code }) => code === leafCode));
  return (
    <div className="stack">
      <div className="form">
        <ChoiceField
          name="stage"
          label={t('results.stage')}
          value={stage}
          choices={STAGES.map((value) => ({ value, label: t(`results.stage.${value}`) }))}
          onChange={(value) => change({ stage: value })}
        />
      </div>
      {strangers.length ? (
        <Notice tone="risk">
          {t('results.strangers', { codes: strangers.map(({ leafCode }) => leafCode).join(', ') })}
        </Notice>
      ) : null}
      <Totals index={index} stage={stage} />
      <ResultsForm key={`${data.year}-${stage}`} index={index} stage={stage} />
    </div>
  );
}

/** What is stored, in sum, beside the computed points of the same leaves. */
function Totals({ index: { set, data, start }, stage }: { index: IndexOnScreen; stage: Stage }) {
  const t = useTexts();
  const stated = pointsByLeaf(scoresOf(data, stage));
  const computed = computedPoints(start.points);
  const both = set.leaves.filter(({ code }) => stated[code] && computed[code]);
  const [ours, theirs] = [totalOfPoints(both, computed), totalOfPoints(both, stated)];
  const total = totalOfPoints(set.leaves, stated);
  return (
    <FigureRow>
      <KeyFigure
        label={t('results.statedTotal')}
        tone="main"
        note={t('results.statedNote', { count: total.leaves, all: set.leaves.length })}
      >
        {total.leaves ? <Points points={total.points.toFixed()} maximum={total.possible.toFixed()} /> : '–'}
      </KeyFigure>
      <KeyFigure label={t('results.computedTotal')} note={t('results.computedNote')}>
        {ours.leaves ? <Points points={ours.points.toFixed()} maximum={ours.possible.toFixed()} /> : '–'}
      </KeyFigure>
      <KeyFigure label={t('results.gap')} note={t('results.gapNote', { count: both.length })}>
        {gapText(both.length ? theirs.points.minus(ours.points) : null)}
      </KeyFigure>
    </FigureRow>
  );
}
