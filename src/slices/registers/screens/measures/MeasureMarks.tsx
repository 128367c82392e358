import { useTexts } from '../../../../web/language.ts';
import { dayText } from '../../../../web/ui/moments.ts';
import { StatusTag } from '../../../../web/ui/StatusTag.tsx';
import { useUnits } from '../../../units/screens/use-units.ts';
import type { MeasureAnswer, MeasureView } from './measure-view.ts';

/** Whether the target is reached, in a word. */
export function ReachedTag({ view }: { view: MeasureView }) {
  const t = useTexts();
  if (view.isReached === null) return null;
  return (
    <StatusTag tone={view.isReached ? 'good' : 'risk'}>
      {t(view.isReached ? 'measures.isReached' : 'measures.isBelow')}
    </StatusTag>
  );
}

/** What is missing, who owes it and by when. */
export function MissingNote({ measure: { gap, owedBy, owedOn } }: { measure: MeasureAnswer }) {
  const t = useTexts();
  const { byId } = useUnits();
  if (gap === null && owedBy.length === 0) return null;
  const names = owedBy.map((unitId) => byId.get(unitId)?.shortName ?? unitId).join(', ');
  return (
    <p className="wall-missing">
      <StatusTag tone="risk">{t(`measures.gap.${gap ?? 'some-units'}`)}</StatusTag>{' '}
      <span className="soft">{t('measures.owed', { units: names || t('measures.office'), day: dayText(owedOn) })}</span>
    </p>
  );
}
