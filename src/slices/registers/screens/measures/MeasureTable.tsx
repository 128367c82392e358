import { Link } from '@tanstack/react-router';
import { useLanguage, useTexts } from '../../../../web/language.ts';
import { type Column, DataTable } from '../../../../web/ui/DataTable.tsx';
import { dayText, momentText } from '../../../../web/ui/moments.ts';
import { YearLine } from '../../../../web/ui/YearLine.tsx';
import { useUnits } from '../../../units/screens/use-units.ts';
import { ReachedTag } from './MeasureMarks.tsx';
import { shownFigure } from './measure-figures.ts';
import type { MeasureView } from './measure-view.ts';
import { changedText, lineWords, measureText, partsText, targetText } from './measure-words.ts';

type MeasureTableProps = { views: readonly MeasureView[]; year: number };

const numberOf = (value: string | null): number | null => (value === null ? null : Number(shownFigure(value)));

function useColumns(year: number): Column<MeasureView>[] {
  const t = useTexts();
  const language = useLanguage();
  const { byId } = useUnits();
  const owing = ({ measure: { owedBy } }: MeasureView): string =>
    owedBy.map((unitId) => byId.get(unitId)?.shortName ?? unitId).join(', ');
  return [
    {
      key: 'measure',
      title: t('measures.measure'),
      isRowHeader: true,
      isWide: true,
      value: ({ measure }) => measure.label[language],
      show: ({ measure }) => (
        <>
          <Link to="/measures/$measureKey" params={{ measureKey: measure.key }}>
            {measure.label[language]}
          </Link>
          {measure.register ? <div className="soft wall-source">{measure.register.name[language]}</div> : null}
        </>
      ),
    },
    {
      key: 'line',
      title: t('measures.line'),
      value: () => null,
      show: (view) => (
        <YearLine
          label={lineWords(view, t)}
          now={view.line}
          before={view.lastLine}
          target={view.measure.target?.value ?? null}
        />
      ),
    },
    {
      key: 'now',
      title: t('web.yearOf', { year }),
      align: 'end',
      value: ({ now }) => numberOf(now),
      show: ({ now, measure }) => (now === null ? '–' : measureText(measure, now)),
    },
    { key: 'parts', title: t('measures.parts'), value: ({ measure }) => partsText(measure, t), isHidden: true },
    {
      key: 'target',
      title: t('web.target'),
      value: ({ measure }) => targetText(measure),
      show: (view) => (
        <>
          <span className="nowrap">{targetText(view.measure)}</span> <ReachedTag view={view} />
        </>
      ),
    },
    {
      key: 'before',
      title: t('web.yearOf', { year: year - 1 }),
      align: 'end',
      value: ({ before }) => numberOf(before),
      show: ({ before, measure }) => (before === null ? '–' : measureText(measure, before)),
    },
    {
      key: 'change',
      title: t('measures.change'),
      align: 'end',
      value: ({ change }) => numberOf(change),
      show: (view) => <span className="nowrap">{changedText(view) || '–'}</span>,
    },
    {
      key: 'missing',
      title: t('measures.missing'),
      value: (view) => {
        const { gap, owedOn } = view.measure;
        if (gap === null && !owing(view)) return null;
        return `${t(`measures.gap.${gap ?? 'some-units'}`)} · ${owing(view) || t('measures.office')} · ${dayText(owedOn)}`;
      },
    },
    {
      key: 'changed',
      title: t('measures.lastChange'),
      value: ({ measure: { lastChange } }) => (lastChange ? `${momentText(lastChange.at)} · ${lastChange.by}` : null),
    },
    {
      key: 'leaves',
      title: t('measures.leaves'),
      isHidden: true,
      value: ({ measure: { leaves } }) => leaves.join(', '),
    },
  ];
}

/** The same measures as a table: sorted, exported, printed. */
export function MeasureTable({ views, year }: MeasureTableProps) {
  const t = useTexts();
  return (
    <DataTable
      caption={`${t('measures.title')} ${year}`}
      columns={useColumns(year)}
      rows={views}
      keyOf={({ measure: { key } }) => key}
      toneOf={({ isReached }) => (isReached === false ? 'risk' : undefined)}
    />
  );
}
