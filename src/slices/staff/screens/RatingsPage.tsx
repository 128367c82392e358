import { useQuery } from '@tanstack/react-query';
import { useAddress } from '../../../web/address.ts';
import { isNotFound } from '../../../web/api/api-error.ts';
import { api } from '../../../web/client.generated.ts';
import { useTexts } from '../../../web/language.ts';
import { useSession, useYear } from '../../../web/session/session.ts';
import { FilterBar } from '../../../web/ui/FilterBar.tsx';
import { PageHead } from '../../../web/ui/PageHead.tsx';
import { ForbiddenState, Loaded } from '../../../web/ui/States.tsx';
import { MonthTable } from './MonthTable.tsx';
import { YearQuota } from './YearQuota.tsx';
import { YearTable } from './YearTable.tsx';

const pad = (month: number): string => String(month).padStart(2, '0');
const MONTHS = Array.from({ length: 12 }, (_, at) => pad(at + 1));

/** The month to look at: asked in the address, else the one before today, which is the one to be rated. */
function useMonth(year: number): string {
  const { today } = useSession();
  const asked = useAddress().search.month;
  if (asked && MONTHS.includes(asked)) return asked;
  if (!today.startsWith(`${year}-`)) return '12';
  return pad(Math.max(1, Number(today.slice(5, 7)) - 1));
}

/** Monthly proposals beside the decisions of heads, and the year against its quota. */
export function Page() {
  const t = useTexts();
  const year = useYear();
  const month = useMonth(year);
  const months = useQuery({
    queryKey: ['ratings', year, month],
    queryFn: ({ signal }) => api.findRatingMonth({ path: { month: `${year}-${month}` }, signal }),
  });
  const years = useQuery({
    queryKey: ['ratings', year],
    queryFn: ({ signal }) => api.findRatingYear({ path: { year }, signal }),
  });
  const choices = MONTHS.map((value) => ({ value, label: t('staff.monthOf', { month: Number(value), year }) }));
  return (
    <>
      <PageHead title={t('staff.title')} lead={t('staff.lead')} />
      <FilterBar filters={[{ kind: 'choice', key: 'month', label: t('staff.month'), choices }]} />
      {isNotFound(months.error) ? (
        <ForbiddenState>{t('staff.notYours')}</ForbiddenState>
      ) : (
        <div className="stack">
          <Loaded query={months}>{({ lines }) => <MonthTable lines={lines} year={year} month={month} />}</Loaded>
          <Loaded query={years}>
            {({ quotas, lines, unlisted }) => (
              <>
                <YearTable lines={lines} unlisted={unlisted} year={year} />
                <YearQuota quotas={quotas} year={year} />
              </>
            )}
          </Loaded>
        </div>
      )}
    </>
  );
}
