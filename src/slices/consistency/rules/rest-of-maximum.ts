import { excerptAround } from './excerpt.ts';
import { numberAt } from './grammar.ts';
import { isLikelySlip } from './likely-slip.ts';
import type { Passage } from './passage.ts';
import type { PrintedNumber } from './printed-number.ts';
import { judge, minus, plus, type Relation, slackOf } from './relation.ts';

const MAXIMUM =
  /(?:tối đa|thang điểm|điểm chuẩn)(?:\s(?:là|được))?\s?:?\s?«(\d+)»\s?điểm|điểm tối đa\s?(?:là\s)?:?\s?«(\d+)»/giu;
/** "Tổng số điểm bị trừ là 2,75 điểm; điểm còn lại của lĩnh vực là 11,25 điểm" */
const LOST_AND_LEFT =
  /(?<!\p{L})(?:bị trừ|bị mất|điểm trừ|điểm mất|mất)(?:\s(?:điểm|tổng|cộng|là|:)){0,3}\s?:?\s?«(\d+)»\s?điểm\s?[;,.]\s?[^«⟨⟪.;\n]{0,30}(?:còn lại|còn được|còn)(?!\p{L})[^«⟨⟪.;\n]{0,40}«(\d+)»\s?điểm/giu;
const WITHIN = 10;

/** Points lost and points left, against the maximum in the heading above: the one maximum that is named near by. */
export function findRestsOfMaxima(passages: readonly Passage[]): Relation[] {
  return passages.flatMap((passage, index) =>
    [...passage.skeleton.matchAll(LOST_AND_LEFT)].flatMap((match) => {
      const [lost, left] = [numberAt(passage, match[1]), numberAt(passage, match[2])];
      const most = maximumAbove(passages, index);
      if (!lost || !left || !most || lost.isBound || left.isBound || lost.value.gt(most.value)) return [];
      const text = excerptAround(passage, [lost, left]);
      const computed = [plus(most), minus(lost)];
      const relation: Relation = { kind: 'difference', stated: [plus(left)], computed, text, isFirm: true };
      const verdict = judge(relation, slackOf(relation));
      return verdict && (verdict.holds || isLikelySlip(verdict.stated, verdict.computed)) ? [relation] : [];
    }),
  );
}

/** Null where none or several are named in the lines above. */
function maximumAbove(passages: readonly Passage[], index: number): PrintedNumber | null {
  const named = passages
    .slice(Math.max(0, index - WITHIN), index + 1)
    .flatMap((passage) =>
      [...passage.skeleton.matchAll(MAXIMUM)].flatMap((match) => numberAt(passage, match[1] ?? match[2]) ?? []),
    );
  return named.length === 1 ? (named[0] ?? null) : null;
}
