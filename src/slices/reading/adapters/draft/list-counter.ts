import { formatListNumber, readableBullet } from './list-number.ts';

export type ListLevel = {
  readonly start: number;
  readonly format: string;
  /** Text with the numbers of levels put in: "%1.%2." */
  readonly pattern: string;
  /** Level after which counting starts again; 0 for never, undefined for "after any higher level". */
  readonly restartAfter?: number;
  readonly isLegal: boolean;
};

/** A list that paragraphs name; those with one `abstractId` count together. */
export type List = {
  readonly abstractId: string;
  readonly levels: ReadonlyMap<number, ListLevel>;
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
export function makeListCounter(lists: ReadonlyMap<string, List>): ListCounter {
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
