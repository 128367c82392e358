import type { AreaReading, Count } from './plan-reading.ts';
import { foldLetters } from './wording.ts';

/** The areas of a document that goes through them twice: in prose with figures, and as headings of a table. */
export type MergedAreas = {
  readonly areas: readonly AreaReading[];
  /** Number of an area in the table → its number in `areas`. */
  readonly renumber: (area: Count) => Count;
  /** Number of an area in the prose → its number in `areas`. */
  readonly renumberProse: (area: Count) => Count;
};

const ALIKE = 0.5;

function wordsOf(name: string): Set<string> {
  return new Set(foldLetters(name).match(/[\p{L}\d]+/gu) ?? []);
}

function likeness(a: string, b: string): number {
  const [left, right] = [wordsOf(a), wordsOf(b)];
  if (left.size === 0 || right.size === 0) return 0;
  const common = [...left].filter((word) => right.has(word)).length;
  return (2 * common) / (left.size + right.size);
}

function findLike(areas: readonly AreaReading[], wanted: AreaReading): number {
  const scores = areas.map((area) => likeness(area.name.value, wanted.name.value));
  const best = Math.max(0, ...scores);
  return best >= ALIKE ? scores.indexOf(best) : -1;
}

const statesFigures = (area: AreaReading): boolean => area.score.value !== null || area.max.value !== null;

/**
 * Areas of the table where there are any, else those of the prose. Where the prose states the figures of areas that the
 * table only names, the prose leads. The one that leads gives its areas in its order, the other's own areas come after.
 */
export function mergeAreas(inTables: readonly AreaReading[], inProse: readonly AreaReading[]): MergedAreas {
  if (inTables.length === 0) return { areas: inProse, renumber: same, renumberProse: same };
  const proseLeads = inProse.some(statesFigures) && !inTables.some(statesFigures);
  const [first, second] = proseLeads ? [inProse, inTables] : [inTables, inProse];
  const { areas, renumber } = append(first, second);
  return proseLeads ? { areas, renumber, renumberProse: same } : { areas, renumber: same, renumberProse: renumber };
}

const same = (area: Count): Count => area;

function append(
  first: readonly AreaReading[],
  second: readonly AreaReading[],
): Pick<MergedAreas, 'areas' | 'renumber'> {
  const areas = [...first];
  const numbers = new Map<number, number>();
  for (const area of second) {
    const at = findLike(first, area);
    const number = at >= 0 ? (areas[at]?.ordinal.value ?? at + 1) : areas.length + 1;
    if (at < 0) areas.push({ ...area, ordinal: { ...area.ordinal, value: number } });
    numbers.set(area.ordinal.value, number);
  }
  return {
    areas,
    renumber: (area) => (area.value === null ? area : { ...area, value: numbers.get(area.value) ?? area.value }),
  };
}
