import type { CivilDate } from '../../../kernel/civil-date.ts';
import type { UnitId, UserId } from '../../../kernel/ids.ts';
import { standsOn, type Unit } from './unit.ts';

/** One unit took over from another in a reorganisation. A merger gives several of one successor, a split of one predecessor. */
export type Succession = { readonly predecessorId: UnitId; readonly successorId: UnitId };

/** Every unit an agency had, and who took over from whom. */
export type UnitHistory = { readonly units: readonly Unit[]; readonly successions: readonly Succession[] };

/** What is reached from `start` by steps; loops in bad data end. `start` itself is part of it. */
function closureOf(start: readonly UnitId[], nextOf: (unitId: UnitId) => readonly UnitId[]): UnitId[] {
  const found = new Set(start);
  for (const unitId of found) for (const next of nextOf(unitId)) found.add(next);
  return [...found];
}

/**
 * Units that stand in the place of a unit on a day: itself while it stands, else the nearest ones that took over from it and
 * stand then, through any number of reorganisations. Empty for a unit that was dissolved without a successor.
 */
export function successorsOn(unitId: UnitId, day: CivilDate, { units, successions }: UnitHistory): UnitId[] {
  const standing = new Set(units.filter((unit) => standsOn(unit, day)).map((unit) => unit.unitId));
  const heirsOf = (one: UnitId): UnitId[] =>
    standing.has(one)
      ? []
      : successions.filter(({ predecessorId }) => predecessorId === one).map(({ successorId }) => successorId);
  return closureOf([unitId], heirsOf).filter((one) => standing.has(one));
}

/** Every unit whose records came to a unit through reorganisations, itself apart: nearest first. */
export function predecessorsOf(unitId: UnitId, { successions }: UnitHistory): UnitId[] {
  const before = (one: UnitId): UnitId[] =>
    successions.filter(({ successorId }) => successorId === one).map(({ predecessorId }) => predecessorId);
  return closureOf([unitId], before).filter((one) => one !== unitId);
}

function parentOn({ parentId }: Unit, day: CivilDate, history: UnitHistory): UnitId | null {
  if (parentId === null) return null;
  const byId = new Map(history.units.map((unit) => [unit.unitId, unit]));
  const stands = (unitId: UnitId): boolean => {
    const unit = byId.get(unitId);
    return unit !== undefined && standsOn(unit, day);
  };
  const later = successorsOn(parentId, day, history);
  const candidates = later.length > 0 ? later : predecessorsOf(parentId, history).filter(stands);
  return candidates.length === 1 ? (candidates[0] ?? null) : null;
}

/**
 * The tree as it stood on a day. Below a unit that ended stands what stood below it, now below its only successor; at the top
 * where there is none or more than one.
 */
export function unitsOn(day: CivilDate, history: UnitHistory): Unit[] {
  return history.units
    .filter((unit) => standsOn(unit, day))
    .map((unit) => ({ ...unit, parentId: parentOn(unit, day, history) }));
}

/**
 * Units whose records a person of a unit reaches with the right "own": the unit, everything below it, and every unit these
 * took over from, since records stay with the unit as it was. Whose unit ended reaches what its only successor reaches.
 */
export function reachOf(unitId: UnitId, day: CivilDate, history: UnitHistory): UnitId[] {
  const [heir, ...others] = successorsOn(unitId, day, history);
  const start = heir !== undefined && others.length === 0 ? [unitId, heir] : [unitId];
  const next = (one: UnitId): UnitId[] => [
    ...history.units.filter(({ parentId }) => parentId === one).map((unit) => unit.unitId),
    ...history.successions.filter(({ successorId }) => successorId === one).map(({ predecessorId }) => predecessorId),
  ];
  return closureOf(start, next);
}

/** Who heads a unit from a day to a day; both count. */
export type Headship = {
  readonly unitId: UnitId;
  readonly userId: UserId;
  readonly validFrom: CivilDate;
  readonly validTo: CivilDate | null;
};

export function headOn(unitId: UnitId, day: CivilDate, headships: readonly Headship[]): UserId | null {
  return headships.find((headship) => headship.unitId === unitId && standsOn(headship, day))?.userId ?? null;
}
