import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { UnitId } from '../../../../kernel/ids.ts';
import { matchUnit, type Unit, type UnitMatch } from '../../../units/index.ts';
import { type UnitOnScreen, unitsQuery } from '../../../units/screens/use-units.ts';

export type UnitMatches = {
  /** What a name in the document means, asked anew whenever a name was taught. */
  matchOf: (name: string) => UnitMatch;
  byId: ReadonlyMap<string, UnitOnScreen>;
  standing: readonly UnitOnScreen[];
};

/** Matches unit names as the server does, at once while one types. */
export function useUnitMatches(): UnitMatches {
  const { data } = useQuery(unitsQuery);
  return useMemo(() => {
    const units = data?.units ?? [];
    const standing = units.filter(({ validTo }) => validTo === null);
    // The server gives every unit with its identifier and its days: the same unit as the rules know it.
    const known = standing as unknown as readonly Unit[];
    const aliases = (data?.aliases ?? []).map((one) => ({ ...one, unitId: one.unitId as UnitId }));
    const found = new Map<string, UnitMatch>();
    const matchOf = (name: string): UnitMatch => {
      const match = found.get(name) ?? matchUnit(name, known, aliases);
      found.set(name, match);
      return match;
    };
    return { matchOf, byId: new Map(units.map((unit) => [unit.unitId, unit])), standing };
  }, [data]);
}
