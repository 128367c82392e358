import { queryOptions, useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { api, type FindUnitsAnswer } from '../../../web/client.generated.ts';

export type UnitOnScreen = FindUnitsAnswer['units'][number];

const MINUTES = 60_000;

/** Units change rarely: asked once, kept for a while. */
export const unitsQuery = queryOptions({
  queryKey: ['units'],
  queryFn: ({ signal }) => api.findUnits({ signal }),
  staleTime: 5 * MINUTES,
});

/** Units by id, and those that stand today in the order of the department. */
export function useUnits(): { byId: ReadonlyMap<string, UnitOnScreen>; standing: readonly UnitOnScreen[] } {
  const { data } = useQuery(unitsQuery);
  return useMemo(() => {
    const units = data?.units ?? [];
    return {
      byId: new Map(units.map((unit) => [unit.unitId, unit])),
      standing: units.filter(({ validTo }) => validTo === null),
    };
  }, [data]);
}
