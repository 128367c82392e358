import { shorten } from './excerpt.ts';
import { numberAt } from './grammar.ts';
import { isLikelySlip } from './likely-slip.ts';
import { isPartition } from './partitions.ts';
import type { Passage } from './passage.ts';
import type { PrintedNumber } from './printed-number.ts';
import { judge, plus, type Relation, slackOf } from './relation.ts';

/** A line of a form: its label, a colon, one number and what it counts. */
const LABEL_LINE = /^\s?(?:¤?\s?)([^«⟨⟪¤:;\n]{4,90}):\s?«(\d+)»\s?([\p{L}\s]{0,24})[.;,]?\s?$/u;
const TOTAL = /^(?:tổng (?:số|cộng)|tổng|cộng)(?!\p{L})/iu;
const HALVES =
  /(?<!\p{L})đã (?:xử lý|giải quyết|thực hiện|hoàn thành|trả lời)\s«(\d+)»[^«⟨⟪.;\n]{0,40}[,;]\s?(?:đang|còn|chưa)\s?(?:xử lý|giải quyết|thực hiện|hoàn thành|trả lời|lại)?\s«(\d+)»/iu;
const FEWEST = 2;
const MOST = 8;

type LabelLine = {
  readonly label: string;
  readonly number: PrintedNumber;
  /** What it counts, as printed behind the number. */
  readonly unit: string;
  readonly style: string | null;
};

/**
 * "Kỳ trước chuyển sang: 19" | "Tiếp nhận mới: 243" | "Tổng số phải xử lý: 262" | "Đã xử lý 247, đang xử lý 15": a form whose
 * lines add up to its total, and what was done with it. That nothing else belongs to the total the words do not say: a
 * failing sum is told where it looks like a slip.
 */
export function findLabelLines(passages: readonly Passage[]): Relation[] {
  const lines = passages.map(readLine);
  return lines.flatMap((total, index) => {
    if (!total || !TOTAL.test(total.label)) return [];
    const above = runAbove(lines, index);
    const sums = above.length >= FEWEST ? [sumOf(total, above)] : [];
    const parts = runBelow(lines, index);
    if (parts.length >= FEWEST && isPartition(parts.map(({ label }) => label))) sums.push(sumOf(total, parts));
    const below = passages[index + 1];
    const halves = below && HALVES.exec(below.skeleton);
    const [done, rest] = [below && numberAt(below, halves?.[1]), below && numberAt(below, halves?.[2])];
    if (done && rest && !done.isBound && !rest.isBound) {
      sums.push(
        sumOf(
          total,
          [done, rest].map((number) => ({ number })),
        ),
      );
    }
    return sums.filter(isTold);
  });
}

function readLine(passage: Passage): LabelLine | null {
  const match = LABEL_LINE.exec(passage.skeleton);
  const number = numberAt(passage, match?.[2]);
  if (!match || !number || number.isBound) return null;
  const unit = (match[3] ?? '').trim().toLowerCase();
  return { label: (match[1] ?? '').trim(), number, unit, style: passage.mark?.style ?? null };
}

/** Label lines right above, down from the last total. */
function runAbove(lines: readonly (LabelLine | null)[], index: number): LabelLine[] {
  const run: LabelLine[] = [];
  for (let at = index - 1; at >= 0 && run.length < MOST; at -= 1) {
    const line = lines[at];
    if (!line || TOTAL.test(line.label) || !isAlike(line, lines[index])) break;
    run.unshift(line);
  }
  return run;
}

/** Label lines right below, down to the next total: what became of all that the total counts. */
function runBelow(lines: readonly (LabelLine | null)[], index: number): LabelLine[] {
  const below = lines.slice(index + 1, index + 1 + MOST);
  const end = below.findIndex((line) => !line || TOTAL.test(line.label) || !isAlike(line, lines[index]));
  return below.slice(0, end < 0 ? below.length : end).flatMap((line) => line ?? []);
}

/** Items of a list belong together where they count one thing; lines without a sign as before. */
function isAlike(line: LabelLine, total: LabelLine | null | undefined): boolean {
  if (!total || (line.style === null && total.style === null)) return true;
  return line.unit === total.unit && line.style !== null;
}

function sumOf(total: LabelLine, parts: readonly Pick<LabelLine, 'number'>[]): Relation {
  const printed = parts.map(({ number }) => number.printed).join(' + ');
  return {
    kind: 'sum',
    stated: [plus(total.number)],
    computed: parts.map(({ number }) => plus(number)),
    text: shorten(`${total.label}: ${total.number.printed}; ${printed}`),
    isFirm: true,
  };
}

function isTold(relation: Relation): boolean {
  const verdict = judge(relation, slackOf(relation));
  return verdict !== null && (verdict.holds || isLikelySlip(verdict.stated, verdict.computed));
}
