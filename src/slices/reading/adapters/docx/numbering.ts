import type { XmlElement } from '../container/xml-tree.ts';
import { childrenNamed, findChild, readValue } from '../container/xml-tree.ts';
import { formatListNumber } from './list-number.ts';

type Level = {
  readonly start: number;
  readonly format: string;
  /** Text with the numbers of levels put in: "%1.%2." */
  readonly pattern: string;
  /** Level after which counting starts again; 0 for never, undefined for "after any higher level". */
  readonly restartAfter?: number;
  readonly isLegal: boolean;
};

type List = {
  readonly abstractId: string;
  readonly levels: ReadonlyMap<number, Level>;
  readonly startOverrides: ReadonlyMap<number, number>;
};

/** Counts list items in the order in which they stand in the document. */
export type ListCounter = {
  /** @returns the sign that Word prints before the paragraph, or null where the list is unknown or prints nothing */
  readonly nextMarker: (listId: string, level: number) => string | null;
};

const DEEPEST_LEVEL = 8;

/**
 * @source ECMA-376 part 1, §17.9: lists that share an abstract definition go on counting together, a level starts
 * again after a higher one, and a start override takes effect once, where its list first appears
 */
export function makeListCounter(part: XmlElement | undefined): ListCounter {
  const lists = readLists(part);
  const counts = new Map<string, number[]>();
  const overridden = new Set<string>();

  return {
    nextMarker: (listId, level) => {
      const list = lists.get(listId);
      const definition = list?.levels.get(level);
      if (!list || !definition) return null;
      const numbers = counts.get(list.abstractId) ?? [];
      counts.set(list.abstractId, numbers);
      const override = list.startOverrides.get(level);
      if (override !== undefined && !overridden.has(`${listId}/${level}`)) {
        overridden.add(`${listId}/${level}`);
        numbers[level] = override;
      } else {
        numbers[level] = (numbers[level] ?? definition.start - 1) + 1;
      }
      restartBelow(list, numbers, level);
      const marker = formatMarker(list, numbers, level).trim();
      return marker === '' ? null : marker;
    },
  };
}

function restartBelow(list: List, numbers: number[], level: number): void {
  for (let lower = level + 1; lower <= DEEPEST_LEVEL; lower += 1) {
    const restartAfter = list.levels.get(lower)?.restartAfter;
    const restarts = restartAfter === undefined ? true : restartAfter > 0 && level < restartAfter;
    if (restarts) delete numbers[lower];
  }
}

function formatMarker(list: List, numbers: readonly (number | undefined)[], level: number): string {
  const definition = list.levels.get(level);
  if (!definition || definition.format === 'none') return definition?.pattern.replace(/%\d/g, '') ?? '';
  if (definition.format === 'bullet') return readableBullet(definition.pattern);
  return definition.pattern.replace(/%(\d)/g, (_placeholder, digit: string) => {
    const shown = Number(digit) - 1;
    const shownLevel = list.levels.get(shown);
    const format = definition.isLegal && shown !== level ? 'decimal' : (shownLevel?.format ?? 'decimal');
    return formatListNumber(numbers[shown] ?? shownLevel?.start ?? 1, format);
  });
}

/** Signs of the Symbol and Wingdings fonts that Word keeps in the private use area. */
const BULLETS: Readonly<Record<string, string>> = {
  '\uF0B7': '•',
  '\uF02D': '-',
  '\uF0A7': '▪',
  '\uF0D8': '➢',
  '\uF076': '❖',
  '\uF0FC': '✓',
  '\uF0E0': '→',
  '\uF02B': '+',
  '\uF02A': '*',
};

export function readableBullet(text: string): string {
  return text.replace(/[\uF000-\uF0FF]/g, (sign) => BULLETS[sign] ?? '•');
}

function readLists(part: XmlElement | undefined): Map<string, List> {
  const abstracts = new Map(
    childrenNamed(part, 'w:abstractNum').map((element) => [element.attributes['w:abstractNumId'] ?? '', element]),
  );
  const byStyleLink = new Map(
    [...abstracts.values()].map((element) => [readValue(element, 'w:styleLink') ?? '', element]),
  );
  const lists = new Map<string, List>();
  for (const element of childrenNamed(part, 'w:num')) {
    const abstractId = readValue(element, 'w:abstractNumId') ?? '';
    const named = abstracts.get(abstractId);
    const linked = byStyleLink.get(readValue(named, 'w:numStyleLink') ?? '\u0000');
    const definition = linked ?? named;
    if (!definition) continue;
    lists.set(element.attributes['w:numId'] ?? '', {
      abstractId: definition.attributes['w:abstractNumId'] ?? abstractId,
      levels: readLevels(definition, element),
      startOverrides: readStartOverrides(element),
    });
  }
  return lists;
}

function readLevels(definition: XmlElement, list: XmlElement): Map<number, Level> {
  const overrides = childrenNamed(list, 'w:lvlOverride').flatMap((override) => childrenNamed(override, 'w:lvl'));
  const levels = [...childrenNamed(definition, 'w:lvl'), ...overrides];
  return new Map(levels.map((element) => [Number(element.attributes['w:ilvl']) || 0, readLevel(element)]));
}

function readLevel(element: XmlElement): Level {
  const restart = readValue(element, 'w:lvlRestart');
  return {
    start: readCount(readValue(element, 'w:start'), 1),
    format: readValue(element, 'w:numFmt') ?? 'decimal',
    pattern: readValue(element, 'w:lvlText') ?? '',
    isLegal: findChild(element, 'w:isLgl') !== undefined,
    ...(restart === undefined ? {} : { restartAfter: readCount(restart, 0) }),
  };
}

function readStartOverrides(list: XmlElement): Map<number, number> {
  return new Map(
    childrenNamed(list, 'w:lvlOverride').flatMap((override): [number, number][] => {
      const start = readValue(override, 'w:startOverride');
      return start === undefined ? [] : [[Number(override.attributes['w:ilvl']) || 0, readCount(start, 1)]];
    }),
  );
}

function readCount(text: string | undefined, otherwise: number): number {
  const value = Number(text);
  return text !== undefined && Number.isInteger(value) && value >= 0 && value < 1_000_000 ? value : otherwise;
}
