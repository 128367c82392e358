import { excerptAround } from './excerpt.ts';
import { numberAt } from './grammar.ts';
import type { Passage } from './passage.ts';
import { plus, type Relation } from './relation.ts';

const LOST = /\(\s?(?:bị\s)?(?:trừ|mất|giảm)\s«(\d+)»\s?(?:điểm|đ)?\s?\)/giu;
const TOTAL =
  /(?<!\p{L})(?:tổng (?:cộng|số|điểm)|cộng)(?:\s(?:điểm|số|là|:)){0,2}\s?(?:bị\s)?(?:trừ|mất|giảm)?(?:\slà)?\s?:?\s?«(\d+)»\s?điểm/iu;
const FEWEST = 2;

/** "báo cáo (trừ 0,5 điểm), tuyên truyền (trừ 0,25 điểm); tổng cộng bị trừ 0,75 điểm": losses against their total. */
export function findToldLosses(passage: Passage): Relation[] {
  const total = TOTAL.exec(passage.skeleton);
  const stated = numberAt(passage, total?.[1]);
  if (!total || !stated || stated.isBound || !/trừ|mất|giảm/iu.test(total[0])) return [];
  const before = passage.skeleton.slice(0, total.index);
  const losses = [...before.matchAll(LOST)].flatMap((match) => numberAt(passage, match[1]) ?? []);
  const isOpen = /…|v\.v|(?<!\p{L})(?:một số|khác)(?!\p{L})/iu.test(before);
  const isAll = !isOpen && [...before.matchAll(/«\d+»/gu)].length === losses.length;
  if (losses.length < FEWEST) return [];
  const text = excerptAround(passage, [...losses, stated]);
  return [{ kind: 'sum', stated: [plus(stated)], computed: losses.map(plus), text, isFirm: isAll }];
}
