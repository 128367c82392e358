import { type CivilDate, civilDate } from '../../../kernel/civil-date.ts';
import type { Instant } from '../../../kernel/clock.ts';
import type { AgencyId } from '../../../kernel/ids.ts';
import type { Db } from '../../../server/database.ts';
import type { MeasureSource } from '../../../server/sources.ts';
import type {
  LeafReading,
  MeasureDefinition,
  MeasureFigures,
  MeasureKey,
  MeasureScope,
} from '../../registers/index.ts';
import type { StoredTie } from '../store/leaf-measures.ts';

export type Sources = readonly MeasureSource[];
type Offered = { readonly source: MeasureSource; readonly definition: MeasureDefinition };

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
  readonly together: LeafReading[];
};

/** The measures that the tied measure's source made for the same leaf, where there are several. */
function measuresFor(offered: ReadonlyMap<string, Offered>, { leafCode, measureKey }: StoredTie): MeasureDefinition[] {
  const tied = offered.get(measureKey);
  const made = [...offered.values()].filter(
    ({ source, definition }) => source === tied?.source && definition.leaves.includes(leafCode),
  );
  return made.some(({ definition }) => definition.key === measureKey) ? made.map(({ definition }) => definition) : [];
}

/** Reads every tied measure; a measure that feeds several leaves is read once. */
export async function readTies(
  offered: ReadonlyMap<string, Offered>,
  db: Db,
  asked: { readonly agencyId: AgencyId; readonly ties: readonly StoredTie[]; readonly scope: MeasureScope },
): Promise<ReadTie[]> {
  const read = new Map<string, Pick<ReadTie, 'figures' | 'extractedAt' | 'address'>>();
  const madeFor = new Map(asked.ties.map((tie) => [tie.leafCode, measuresFor(offered, tie)]));
  const keys = asked.ties.map(({ measureKey }) => measureKey);
  for (const key of new Set([...keys, ...[...madeFor.values()].flat().map((one): string => one.key)])) {
    const one = offered.get(key);
    const reading = one ? await one.source.read(db, asked.agencyId, key as MeasureKey, asked.scope) : null;
    read.set(key, {
      figures: reading?.figures ?? null,
      extractedAt: reading?.extractedAt ?? null,
      address: reading?.address ?? null,
    });
  }
  const nothing = { figures: null, extractedAt: null, address: null };
  return asked.ties.map((tie) => ({
    ...tie,
    definition: offered.get(tie.measureKey)?.definition ?? null,
    ...(read.get(tie.measureKey) ?? nothing),
    together: (madeFor.get(tie.leafCode) ?? []).map(({ kind, target, place, key }) => ({
      kind,
      target,
      ...(place === undefined ? {} : { place }),
      figures: read.get(key)?.figures ?? null,
    })),
  }));
}
