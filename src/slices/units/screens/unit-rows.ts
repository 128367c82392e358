import { parseCivilDate } from '../../../kernel/civil-date.ts';
import type { FindUnitsAnswer } from '../../../web/client.generated.ts';
import { matchesWords } from '../../../web/ui/table.ts';
import { standsOn } from '../index.ts';

export type UnitData = FindUnitsAnswer;
export type UnitItem = FindUnitsAnswer['units'][number];
export type UnitRow = UnitItem & { depth: number; headName: string | null; aliasCount: number };

/** @throws {RangeError} when the server sent no day: its answers are checked there */
function stands(unit: UnitItem, day: string): boolean {
  const [validFrom, validTo, on] = [unit.validFrom, unit.validTo, day].map((text) => text && parseCivilDate(text));
  return Boolean(validFrom && on && standsOn({ validFrom, validTo: validTo || null }, on));
}

export function unitsOn(units: readonly UnitItem[], day: string): UnitItem[] {
  return units.filter((unit) => stands(unit, day));
}

/** Parents before children, children in their order; a unit whose parent is not shown stands at the top. */
export function inTreeOrder(units: readonly UnitItem[]): { unit: UnitItem; depth: number }[] {
  const shown = new Set(units.map(({ unitId }) => unitId));
  const ordered = [...units].sort((a, b) => a.position - b.position || a.name.localeCompare(b.name, 'vi'));
  const below = (parentId: string | null, depth: number): { unit: UnitItem; depth: number }[] =>
    ordered
      .filter((unit) => (unit.parentId !== null && shown.has(unit.parentId) ? unit.parentId : null) === parentId)
      .flatMap((unit) => [{ unit, depth }, ...below(unit.unitId, depth + 1)]);
  return below(null, 0);
}

export type UnitFilter = { query: string; kind: string; day: string };

/** The rows of the list: the tree as it stood on a day, or only what matches. */
export function unitRows(data: UnitData, { query, kind, day }: UnitFilter): UnitRow[] {
  const aliasesOf = (unitId: string) => data.aliases.filter((alias) => alias.unitId === unitId);
  const found = unitsOn(data.units, day).filter((unit) => {
    const words = [unit.name, unit.shortName, ...aliasesOf(unit.unitId).map(({ alias }) => alias)];
    return (!kind || unit.kind === kind) && matchesWords(words.join(' · '), query);
  });
  return inTreeOrder(found).map(({ unit, depth }) => ({
    ...unit,
    depth,
    headName: data.heads.find((head) => head.unitId === unit.unitId && head.validTo === null)?.displayName ?? null,
    aliasCount: aliasesOf(unit.unitId).length,
  }));
}
