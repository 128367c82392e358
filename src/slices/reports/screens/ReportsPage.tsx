import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useAddress } from '../../../web/address.ts';
import { api } from '../../../web/client.generated.ts';
import { useTexts } from '../../../web/language.ts';
import { useRights, useSession, useYear } from '../../../web/session/session.ts';
import { PageHead } from '../../../web/ui/PageHead.tsx';
import { EmptyState, Loaded } from '../../../web/ui/States.tsx';
import { sumsOf } from './grid.ts';
import { GridFigures, ReportGrid } from './ReportGrid.tsx';
import { UnitReports } from './UnitReports.tsx';

/** The year of reports: every duty and period for the office, what the own unit owes for everybody else. */
export function Page() {
  const t = useTexts();
  const mayDeclare = useRights()('report.declare');
  const year = useYear();
  const view = useView();
  return (
    <>
      <PageHead
        title={t('reports.title')}
        lead={t('reports.lead', { year })}
        actions={
          mayDeclare ? (
            <Link className="strong-link plain" to="/reports/duties">
              {t('reports.duties')}
            </Link>
          ) : null
        }
      />
      <Views view={view} />
      {view === 'grid' ? <GridView year={year} /> : <UnitReports year={year} />}
    </>
  );
}

type View = 'grid' | 'unit';

/** The grid, unless the address asks for the unit's own list. */
function useView(): View {
  const { search } = useAddress();
  const { user } = useSession();
  if (search.view === 'grid' || search.view === 'unit') return search.view;
  return user.role === 'unit-head' || user.role === 'specialist' ? 'unit' : 'grid';
}

function Views({ view }: { view: View }) {
  const t = useTexts();
  const { change } = useAddress();
  return (
    <fieldset className="report-views no-print">
      <legend className="visually-hidden">{t('reports.views')}</legend>
      {(['grid', 'unit'] as const).map((one) => (
        <button key={one} type="button" aria-pressed={view === one} onClick={() => change({ view: one })}>
          {t(`reports.view.${one}`)}
        </button>
      ))}
    </fieldset>
  );
}

function GridView({ year }: { year: number }) {
  const t = useTexts();
  const query = useQuery({
    queryKey: ['reports', 'grid', year],
    queryFn: ({ signal }) => api.getReportGrid({ query: { year }, signal }),
  });
  return (
    <Loaded query={query}>
      {({ cells }) =>
        cells.length === 0 ? (
          <EmptyState title={t('reports.none')}>{t('reports.noneLead')}</EmptyState>
        ) : (
          <div className="stack">
            <GridFigures sums={sumsOf(cells)} />
            <ReportGrid cells={cells} year={year} />
          </div>
        )
      }
    </Loaded>
  );
}
