import { type CivilDate, civilDate } from '../../../kernel/civil-date.ts';
import type { Instant } from '../../../kernel/clock.ts';
import type { AgencyId } from '../../../kernel/ids.ts';
import type { Db } from '../../../server/database.ts';
import type { MeasureSource } from '../../../server/sources.ts';
import type { MeasureDefinition, MeasureFigures, MeasureKey, MeasureScope } from '../../registers/index.ts';
import { ALL_PLACES, type StoredTie } from '../store/leaf-measures.ts';

export type Sources = readonly MeasureSource[];
export type Offered = { readonly source: MeasureSource; readonly definition: MeasureDefinition };

/** Every measure that any slice offers, by key; of two with one key the first source's counts. */
export async function offeredMeasures(sources: Sources, db: Db, agencyId: AgencyId): Promise<Map<string, Offered>> {
  const offered = new Map<string, Offered>();
  for (const source of sources)
    for (const definition of await source.find(db, agencyId))
      if (!offered.has(definition.key)) offered.set(definition.key, { source, definition });
  return offered;
}

export type MeasuredYear = {
  readonly year: number;
  readonly measuredFrom: CivilDate | null;
  readonly closingOn: CivilDate | null;
};

/** The days that the measures of a year cover, for the whole agency. */
export function scopeOfYear({ year, measuredFrom, closingOn }: MeasuredYear, today: CivilDate): MeasureScope {
  return {
    unitId: null,
    firstDay: measuredFrom ?? civilDate(`${year}-01-01`),
    lastDay: closingOn ?? civilDate(`${year}-12-31`),
    today,
  };
}

/** A tied measure as it is now; `definition` null where no source offers it any more. */
export type ReadTie = StoredTie & {
  readonly definition: MeasureDefinition | null;
  readonly figures: MeasureFigures | null;
  readonly extractedAt: Instant | null;
  readonly address: string | null;
};

/** The measures that the tied measure's source made for the same leaf, each at its place. */
function tiesMadeFor(offered: ReadonlyMap<string, Offered>, tie: StoredTie): StoredTie[] {
  const tied = offered.get(tie.measureKey);
  if (!tied?.definition.leaves.includes(tie.leafCode)) return [{ ...tie, place: 0 }];
  const made = [...offered.values()].filter(
    ({ source, definition }) => source === tied.source && definition.leaves.includes(tie.leafCode),
  );
  const places = new Map(
    [tied, ...made].reverse().map(({ definition }) => [definition.place ?? 0, definition.key] as const),
  );
  return [...places].sort(([a], [b]) => a - b).map(([place, measureKey]) => ({ ...tie, place, measureKey }));
}

/** Ties place by place: one from before places were stands for every measure that its source made for the leaf. */
export function spreadTies(offered: ReadonlyMap<string, Offered>, ties: readonly StoredTie[]): StoredTie[] {
  return ties.flatMap((tie) => (tie.place === ALL_PLACES ? tiesMadeFor(offered, tie) : [tie]));
}

/** Reads every tied measure; a measure that feeds several leaves is read once. */
export async function readTies(
  offered: ReadonlyMap<string, Offered>,
  db: Db,
  asked: { readonly agencyId: AgencyId; readonly ties: readonly StoredTie[]; readonly scope: MeasureScope },
): Promise<ReadTie[]> {
  const ties = spreadTies(offered, asked.ties);
  const read = new Map<string, Pick<ReadTie, 'figures' | 'extractedAt' | 'address'>>();
  for (const key of new Set(ties.map(({ measureKey }) => measureKey))) {
    const one = offered.get(key);
    const reading = one ? await one.source.read(db, asked.agencyId, key as MeasureKey, asked.scope) : null;
    read.set(key, {
      figures: reading?.figures ?? null,
      extractedAt: reading?.extractedAt ?? null,
      address: reading?.address ?? null,
    });
  }
  const nothing = { figures: null, extractedAt: null, address: null };
  return ties.map((tie) => ({
    ...tie,
    definition: offered.get(tie.measureKey)?.definition ?? null,
    ...(read.get(tie.measureKey) ?? nothing),
  }));
}
