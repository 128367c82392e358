import { queryOptions } from '@tanstack/react-query';
import { api } from '../../../../web/client.generated.ts';

/** Asked once for the overview and for the counts in the menu. */
export const overviewQuery = (year: number) =>
  queryOptions({
    queryKey: ['overview', year],
    queryFn: ({ signal }) => api.getOverview({ query: { year }, signal }),
  });
