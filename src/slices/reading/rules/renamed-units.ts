import { comparableWords } from './word-agreement.ts';

/** Who is named in an item, field by field. */
export type UnitsOfItem = {
  readonly leads?: readonly string[];
  readonly coordinators?: readonly string[];
  readonly responsible?: readonly string[];
};
export type RenamedUnit = { readonly before: string; readonly after: string };

const SHORT_FORMS: ReadonlyMap<string, string> = new Map([
  ['vp', 'văn phòng'],
  ['p', 'phòng'],
  ['tt', 'trung tâm'],
  ['ttr', 'thanh tra'],
  ['gđ', 'giám đốc'],
]);
/** A unit named once may have handed its task on. */
const FEWEST_ITEMS = 2;

/** A unit's name without what is only a way to write it: capitals, signs, "VP" for "Văn phòng". */
export function unitKey(name: string): string {
  return comparableWords(name)
    .map((word) => SHORT_FORMS.get(word) ?? word)
    .join(' ');
}

/**
 * Units that bear another name in the second version: the old name is gone, the new one was not there before, and wherever
 * an item lost the one it gained the other.
 *
 * @param pairs items of both versions that are the same
 */
export function findRenamedUnits(
  before: readonly UnitsOfItem[],
  after: readonly UnitsOfItem[],
  pairs: readonly (readonly [UnitsOfItem, UnitsOfItem])[],
): RenamedUnit[] {
  const [old, next] = [namesIn(before), namesIn(after)];
  const gone = new Set([...old.keys()].filter((key) => !next.has(key)));
  const come = new Set([...next.keys()].filter((key) => !old.has(key)));
  const renamed = [...gone].flatMap((key): RenamedUnit[] => {
    const swaps = pairs.flatMap(([was, is]) => swapsOf(was, is, key, come));
    const [first] = swaps;
    const isSame = swaps.length >= FEWEST_ITEMS && swaps.every((name) => name === first);
    return isSame && first ? [{ before: old.get(key) ?? key, after: next.get(first) ?? first }] : [];
  });
  return renamed.filter((one) => renamed.filter((other) => unitKey(other.after) === unitKey(one.after)).length === 1);
}

function namesIn(items: readonly UnitsOfItem[]): Map<string, string> {
  const names = items.flatMap(({ leads = [], coordinators = [], responsible = [] }) => [
    ...leads,
    ...coordinators,
    ...responsible,
  ]);
  return new Map(names.map((name) => [unitKey(name), name]));
}

/** For each field that lost the unit: the one new unit that it gained, or '' where that is not clear. */
function swapsOf(was: UnitsOfItem, is: UnitsOfItem, key: string, come: ReadonlySet<string>): string[] {
  return (['leads', 'coordinators', 'responsible'] as const).flatMap((field) => {
    const [old, next] = [(was[field] ?? []).map(unitKey), (is[field] ?? []).map(unitKey)];
    if (!old.includes(key)) return [];
    const gained = next.filter((name) => come.has(name) && !old.includes(name));
    return [gained.length === 1 ? (gained[0] ?? '') : ''];
  });
}
