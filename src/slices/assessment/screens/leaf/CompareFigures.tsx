import { useMutation } from '@tanstack/react-query';
import { Button } from 'antd';
import { api } from '../../../../web/client.generated.ts';
import { useLanguage, useTexts } from '../../../../web/language.ts';
import { useRights } from '../../../../web/session/session.ts';
import { dayText, momentText } from '../../../../web/ui/moments.ts';
import { StatusTag } from '../../../../web/ui/StatusTag.tsx';
import type { Leaf } from '../../../criteria/index.ts';
import { placesOf } from '../../../registers/index.ts';
import { computedFigure } from '../../rules/what-counts.ts';
import type { IndexOnScreen } from '../index-on-screen.ts';
import { tellInput } from '../measure-fields.ts';
import { figuresText } from './figures-words.ts';

type Tie = IndexOnScreen['data']['ties'][number];
type CompareProps = { index: IndexOnScreen; leaf: Leaf; ties: readonly Tie[] };

/** Computed now, entered by hand and frozen, each with its time; which one counts is said and chosen. */
export function CompareFigures({ index, leaf, ties }: CompareProps) {
  const t = useTexts();
  const language = useLanguage();
  const entry = index.data.measures.find(({ leafCode }) => leafCode === leaf.code);
  const frozen = index.data.frozen.find(({ leafCode }) => leafCode === leaf.code);
  const isFrozen = Boolean(index.data.settings?.frozenAt);
  const { input, problem } = computedFigure(leaf, ties);
  const [tie] = ties;
  if (!tie) return null;
  const counting = isFrozen ? 'frozen' : tie.counts;
  const isOfOne = placesOf(leaf.rule).length === 1;
  const told = isOfOne && tie.figures !== null ? figuresText(tie.figures) : input && tellInput(leaf.rule, input, t);
  return (
    <dl className="leaf-figures">
      <div className={counting === 'computed' ? 'leaf-counts' : undefined}>
        <dt className="soft">{t('leaf.computedNow')}</dt>
        <dd>
          <b>{told ?? t('assessment.state.no-data')}</b>
        </dd>
        <dd className="soft">
          {tie.extractedAt ? t('leaf.extracted', { moment: momentText(tie.extractedAt) }) : ''}{' '}
          {problem?.[language] ?? ''}
        </dd>
        {isFrozen ? null : <Choose index={index} tie={tie} counts="computed" />}
      </div>
      <div className={counting === 'entered' ? 'leaf-counts' : undefined}>
        <dt className="soft">{t('leaf.entered')}</dt>
        <dd>
          <b>{entry?.input ? tellInput(leaf.rule, entry.input, t) : t('assessment.state.no-data')}</b>
        </dd>
        <dd className="soft">
          {entry?.extractedOn ? t('leaf.extracted', { moment: dayText(entry.extractedOn) }) : ''}{' '}
          {entry?.evidence ?? ''}
        </dd>
        {isFrozen || !entry?.input ? null : <Choose index={index} tie={tie} counts="entered" />}
      </div>
      {frozen ? (
        <div className="leaf-counts">
          <dt className="soft">{t('leaf.frozen')}</dt>
          <dd>
            <b>{frozen.input ? tellInput(leaf.rule, frozen.input, t) : t('assessment.state.no-data')}</b>
          </dd>
          <dd className="soft">
            {frozen.extractedAt ? t('leaf.extracted', { moment: momentText(frozen.extractedAt) }) : ''}
          </dd>
        </div>
      ) : null}
    </dl>
  );
}

type ChooseProps = Pick<CompareProps, 'index'> & { tie: Tie; counts: 'computed' | 'entered' };

function Choose({ index, tie, counts }: ChooseProps) {
  const t = useTexts();
  const mayChange = useRights()('index.change');
  const { leafCode, place, measureKey } = tie;
  const choosing = useMutation({
    mutationFn: () =>
      api.tieMeasureToLeaf({ path: { leafCode }, body: { year: index.data.year, place, measureKey, counts } }),
  });
  if (tie.counts === counts) {
    return (
      <dd>
        <StatusTag tone="teal">{t('leaf.thisCounts')}</StatusTag>
      </dd>
    );
  }
  if (!mayChange) return null;
  return (
    <dd>
      <Button size="small" loading={choosing.isPending} onClick={() => choosing.mutate()}>
        {t('leaf.letCount')}
      </Button>
    </dd>
  );
}
