import { useQuery } from '@tanstack/react-query';
import { useAddress } from '../../../../web/address.ts';
import type { FindMeasuresAnswer } from '../../../../web/client.generated.ts';
import { useTexts } from '../../../../web/language.ts';
import { useYear } from '../../../../web/session/session.ts';
import { Card } from '../../../../web/ui/Card.tsx';
import { FigureRow, KeyFigure } from '../../../../web/ui/Figures.tsx';
import { type Filter, FilterBar } from '../../../../web/ui/FilterBar.tsx';
import { PageHead } from '../../../../web/ui/PageHead.tsx';
import { EmptyState, Loaded } from '../../../../web/ui/States.tsx';
import { YearLineLegend } from '../../../../web/ui/YearLine.tsx';
import { useUnits } from '../../../units/screens/use-units.ts';
import { shelfQuery } from '../calls.ts';
import { groups } from '../groups.ts';
import { MeasureTable } from './MeasureTable.tsx';
import { MeasureWall } from './MeasureWall.tsx';
import { type Area, findViews, type MeasureView, shows, viewOfMeasure } from './measure-view.ts';
import { measuresQuery } from './measures-query.ts';
import './measures.css';

export const areas: readonly Area[] = [...groups, 'other'];

/** Every measure with its line over the year, its target, and what is missing. */
export function Page() {
  const t = useTexts();
  const year = useYear();
  const { search } = useAddress();
  const query = useQuery(measuresQuery(year, search.unit));
  return (
    <>
      <PageHead title={t('measures.title')} lead={t('measures.lead', { year })} />
      <FilterBar filters={useFilters()} />
      <Loaded query={query}>{(answer) => <Measures answer={answer} year={year} />}</Loaded>
    </>
  );
}

function useFilters(): Filter[] {
  const t = useTexts();
  const { standing } = useUnits();
  return [
    { kind: 'text', key: 'q', label: t('measures.search') },
    {
      kind: 'choice',
      key: 'area',
      label: t('measures.area'),
      choices: areas.map((value) => ({
        value,
        label: value === 'other' ? t('measures.otherArea') : t(`registers.group.${value}`),
      })),
    },
    {
      kind: 'choice',
      key: 'show',
      label: t('measures.show'),
      choices: shows.map((value) => ({ value, label: t(`measures.show.${value}`) })),
    },
    {
      kind: 'choice',
      key: 'unit',
      label: t('measures.unit'),
      choices: standing.map(({ unitId, shortName }) => ({ value: unitId, label: shortName })),
    },
    {
      kind: 'choice',
      key: 'view',
      label: t('measures.view'),
      choices: [{ value: 'table', label: t('measures.view.table') }],
    },
  ];
}

function Measures({ answer, year }: { answer: FindMeasuresAnswer; year: number }) {
  const t = useTexts();
  const { search } = useAddress();
  const { data } = useQuery(shelfQuery);
  const areaOf = (key: string): Area => data?.registers.find((entry) => entry.key === key)?.group ?? 'other';
  const views = answer.measures.map((measure) => viewOfMeasure(measure, { year, today: answer.today, areaOf }));
  const found = findViews(views, search);
  if (!views.length) return <EmptyState title={t('measures.none')}>{t('measures.noneLead')}</EmptyState>;
  return (
    <div className="stack">
      <Totals views={views} />
      {found.length === 0 ? <EmptyState>{t('measures.nothing')}</EmptyState> : null}
      {found.length && search.view === 'table' ? (
        <Card>
          <MeasureTable views={found} year={year} />
        </Card>
      ) : null}
      {found.length && search.view !== 'table' ? (
        <>
          <YearLineLegend year={year} />
          {areas.map((area) => (
            <MeasureWall key={area} area={area} views={found.filter((view) => view.area === area)} />
          ))}
        </>
      ) : null}
    </div>
  );
}

function Totals({ views }: { views: readonly MeasureView[] }) {
  const t = useTexts();
  const count = (is: (view: MeasureView) => boolean): number => views.filter(is).length;
  const judged = count(({ isReached }) => isReached !== null);
  return (
    <Card>
      <FigureRow>
        <KeyFigure label={t('measures.total')} tone="main">
          {views.length}
        </KeyFigure>
        <KeyFigure label={t('measures.reached')} note={t('measures.reachedNote', { count: judged })}>
          {count(({ isReached }) => isReached === true)}
        </KeyFigure>
        <KeyFigure label={t('measures.below')} note={t('measures.belowNote')}>
          {count(({ isReached }) => isReached === false)}
        </KeyFigure>
        <KeyFigure label={t('measures.missing')} note={t('measures.missingNote')}>
          {count(({ measure: { gap } }) => gap !== null)}
        </KeyFigure>
      </FigureRow>
    </Card>
  );
}
