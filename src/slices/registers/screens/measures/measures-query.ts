import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { api } from '../../../../web/client.generated.ts';

/** Every measure of a year that this person may see, of the whole agency or of one unit. */
export const measuresQuery = (year: number, unitId: string | undefined) =>
  queryOptions({
    queryKey: ['measures', year, unitId ?? ''],
    queryFn: ({ signal }) => api.findMeasures({ query: { year, ...(unitId ? { unitId } : {}) }, signal }),
    placeholderData: keepPreviousData,
  });
