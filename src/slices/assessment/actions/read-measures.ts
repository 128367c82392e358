import { type CivilDate, civilDate } from '../../../kernel/civil-date.ts';
import type { Instant } from '../../../kernel/clock.ts';
import type { AgencyId } from '../../../kernel/ids.ts';
import type { Db } from '../../../server/database.ts';
import type { MeasureSource } from '../../../server/sources.ts';
import type { MeasureDefinition, MeasureFigures, MeasureKey, MeasureScope } from '../../registers/index.ts';
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
};

/** Reads every tied measure; a measure that feeds several leaves is read once. */
export async function readTies(
  offered: ReadonlyMap<string, Offered>,
  db: Db,
  asked: { readonly agencyId: AgencyId; readonly ties: readonly StoredTie[]; readonly scope: MeasureScope },
): Promise<ReadTie[]> {
  const read = new Map<string, Pick<ReadTie, 'figures' | 'extractedAt' | 'address'>>();
  for (const key of new Set(asked.ties.map(({ measureKey }) => measureKey))) {
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
  }));
}
