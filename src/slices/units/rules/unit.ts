import type { CivilDate } from '../../../kernel/civil-date.ts';
import type { UnitId } from '../../../kernel/ids.ts';

/** Văn phòng, phòng, chi cục, trung tâm, thanh tra, quỹ, Lãnh đạo Sở. */
export const unitKinds = ['office', 'division', 'branch', 'center', 'inspectorate', 'fund', 'leadership'] as const;
export type UnitKind = (typeof unitKinds)[number];

export type Unit = {
  readonly unitId: UnitId;
  readonly parentId: UnitId | null;
  readonly name: string;
  readonly shortName: string;
  readonly kind: UnitKind;
  /** First and last day on which the unit stands; both count. */
  readonly validFrom: CivilDate;
  readonly validTo: CivilDate | null;
  readonly position: number;
  readonly version: number;
};

export type Alias = { readonly alias: string; readonly unitId: UnitId };

export function standsOn(unit: Pick<Unit, 'validFrom' | 'validTo'>, day: CivilDate): boolean {
  return unit.validFrom <= day && (unit.validTo === null || day <= unit.validTo);
}

/** A unit and everything below it. Depth does not matter, a loop in bad data ends. */
export function unitsBelow(units: readonly Pick<Unit, 'unitId' | 'parentId'>[], top: UnitId): UnitId[] {
  const found = new Set<UnitId>([top]);
  for (let before = 0; before < found.size; ) {
    before = found.size;
    for (const unit of units) if (unit.parentId !== null && found.has(unit.parentId)) found.add(unit.unitId);
  }
  return [...found];
}
