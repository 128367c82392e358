import type { UnitId } from '../../../kernel/ids.ts';

/** A unit as the document writes it, and the unit it means where one was found. */
export type NamedUnit = { name: string; unitId: UnitId | null };
