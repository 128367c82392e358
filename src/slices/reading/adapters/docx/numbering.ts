import type { XmlElement } from '../container/xml-tree.ts';
import { childrenNamed, findChild, readValue } from '../container/xml-tree.ts';
import type { List, ListLevel } from '../draft/list-counter.ts';

/** @source ECMA-376 part 1, §17.9: `numbering.xml` */
export function readLists(part: XmlElement | undefined): Map<string, List> {
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

function readLevels(definition: XmlElement, list: XmlElement): Map<number, ListLevel> {
  const overrides = childrenNamed(list, 'w:lvlOverride').flatMap((override) => childrenNamed(override, 'w:lvl'));
  const levels = [...childrenNamed(definition, 'w:lvl'), ...overrides];
  return new Map(levels.map((element) => [Number(element.attributes['w:ilvl']) || 0, readLevel(element)]));
}

function readLevel(element: XmlElement): ListLevel {
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
