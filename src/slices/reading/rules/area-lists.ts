import { namesArea } from './area-words.ts';
import { cut, type Excerpt, trim } from './excerpt.ts';
import { fieldAt, NOT_STATED, SURE, textField } from './fields.ts';
import type { Line } from './outline.ts';
import type { AreaReading } from './plan-reading.ts';
import { comparableWords, wordAgreement } from './word-agreement.ts';
import { NUMBER, readNumber } from './wording.ts';

const FEWEST = 3;
const ALIKE = 0.6;
/** "thủ tục hành chính 15,60/18 điểm", "Cải cách thể chế: đạt 9/10 điểm (90%)". */
const ITEM = new RegExp(
  `^(?<name>\\p{L}[^\\d;:]{2,90}?)\\s*[:(]?\\s*(?:đạt|được)?\\s*(?<score>${NUMBER})\\s*(?:điểm\\s*)?/\\s*(?<max>${NUMBER})(?:\\s*điểm)?\\s*\\)?(?:[^;]{0,30}?(?<percent>${NUMBER})\\s*%)?`,
  'u',
);

/** Areas that one sentence lists with their points: "Điểm từng lĩnh vực: chỉ đạo, điều hành 13/15 điểm; thể chế …". */
export function readAreaList(lines: readonly Line[]): AreaReading[] {
  for (const { body } of lines) {
    const items = itemsOf(body);
    const areas = items.flatMap(readItem);
    const named = areas.filter((area) => namesArea(area.name.value));
    if (areas.length >= FEWEST && named.length * 2 > areas.length) {
      return areas.map((area, index) => ({ ...area, ordinal: { ...area.ordinal, value: index + 1 } }));
    }
  }
  return [];
}

/** Items between semicolons, after a colon where there is one. */
function itemsOf(line: Excerpt): Excerpt[] {
  const separators = [...line.text.matchAll(/;\s*|\.\s*$/gu)];
  if (separators.length < FEWEST - 1) return [];
  const colon = line.text.search(/:\s/u);
  const start = colon >= 0 && !/\d/.test(line.text.slice(0, colon)) ? colon + 1 : 0;
  const edges = [start, ...separators.map((match) => match.index + match[0].length), line.text.length];
  return edges.slice(1).map((edge, index) => trim(cut(line, edges[index] ?? 0, edge)));
}

function readItem(item: Excerpt): AreaReading[] {
  const match = ITEM.exec(item.text);
  const { name = '', score = '', max = '', percent } = match?.groups ?? {};
  const [points, maximum] = [readNumber(score), readNumber(max)];
  if (!match || points === null || maximum === null) return [];
  const share = percent === undefined ? null : readNumber(percent);
  return [
    {
      ordinal: fieldAt(0, item, SURE.fromProse),
      name: textField(trim(cut(item, 0, name.length)), SURE.fromProse),
      score: fieldAt(points, item, SURE.stated),
      max: fieldAt(maximum, item, SURE.stated),
      percent: share === null ? NOT_STATED : fieldAt(share, item, SURE.stated),
      criteria: NOT_STATED,
      subcriteria: NOT_STATED,
    },
  ];
}

/** Areas without figures of their own take those that the list gives for their name. */
export function withListedFigures(areas: readonly AreaReading[], listed: readonly AreaReading[]): AreaReading[] {
  if (areas.length === 0) return [...listed];
  const known = listed.map((area) => ({ area, words: comparableWords(area.name.value) }));
  return areas.map((area) => {
    if (area.score.value !== null || area.max.value !== null) return area;
    const words = comparableWords(area.name.value);
    const same = known.find((other) => wordAgreement(other.words, words) >= ALIKE)?.area;
    return same ? { ...area, score: same.score, max: same.max, percent: same.percent } : area;
  });
}
