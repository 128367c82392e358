import { queryOptions, useQuery } from '@tanstack/react-query';
import { api } from '../../../web/client.generated.ts';
import { useTexts } from '../../../web/language.ts';
import { useYear } from '../../../web/session/session.ts';
import { StatusTag } from '../../../web/ui/StatusTag.tsx';

const lateQuery = (year: number) =>
  queryOptions({
    queryKey: ['reports', 'late', year],
    queryFn: ({ signal }) => api.countLateReports({ query: { year }, signal }),
    staleTime: 60_000,
  });

/** In the menu: how many reports are late, in red and in words. */
export function ReportsBadge() {
  const t = useTexts();
  const { data } = useQuery(lateQuery(useYear()));
  return data && data.late > 0 ? (
    <StatusTag tone="late">{t('reports.badgeLate', { count: data.late })}</StatusTag>
  ) : null;
}
