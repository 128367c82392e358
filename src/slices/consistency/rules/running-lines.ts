import { shorten } from './excerpt.ts';
import { numberAt } from './grammar.ts';
import { isLikelySlip } from './likely-slip.ts';
import { nounOf } from './part-list.ts';
import type { Passage } from './passage.ts';
import type { PrintedNumber } from './printed-number.ts';
import { weightOf } from './proof.ts';
import { judge, plus, type Relation, slackOf, type Verdict } from './relation.ts';

/** "Quý II: 148 lượt; lũy kế 6 tháng: 274 lượt" */
const PERIOD = /^\s?(?:trong\s)?(?:quý|tháng|tuần|đợt|kỳ|năm)\s{1,2}[\dIVX]/iu;
const ADDED = /^[\s¤]{0,4}(?:(?:trong|tuần|đợt|kỳ)\s)?(?:«\d+»:\s)?[^«⟨⟪;\n]{0,30}?«(\d+)»/iu;
const RUNNING =
  /[;,(]\s?(?:lũy kế|luỹ kế|cộng dồn|tính chung|cả năm)(?!\p{L})[^«⟨⟪;\n]{0,40}?(?:«\d+» tháng[^«⟨⟪;\n]{0,20})?«(\d+)»(?!\stháng)/iu;
const FEWEST_LINES = 3;
const LEAST_WEIGHT = 2;
const MOST = 24;

type Period = { readonly added: PrintedNumber; readonly running: PrintedNumber | null; readonly noun: string };

/**
 * Lines of periods, each with what it added and the sum so far: each sum is the one before and what was added. What fails
 * is told where at least one line shows that the sums run over these lines, and where it looks like a slip.
 */
export function findRunningLines(passages: readonly Passage[]): Relation[] {
  const periods = passages.map(readPeriod);
  return periods.flatMap((period, index) => {
    if (!period || periods[index - 1]) return [];
    const run: Period[] = [];
    for (const next of periods.slice(index, index + MOST)) {
      if (!next) break;
      run.push(next);
    }
    return run.length >= FEWEST_LINES ? relationsOf(run) : [];
  });
}

function readPeriod(passage: Passage): Period | null {
  if (!PERIOD.test(passage.text.slice(passage.mark?.length ?? 0))) return null;
  const added = numberAt(passage, ADDED.exec(passage.skeleton)?.[1]);
  if (!added || added.isBound) return null;
  const running = numberAt(passage, RUNNING.exec(passage.skeleton)?.[1]);
  const noun = nounOf(passage.text.slice(added.to, added.to + 40));
  const isOneThing = running && !running.isBound && nounOf(passage.text.slice(running.to, running.to + 40)) === noun;
  return { added, running: isOneThing && running !== added ? running : null, noun };
}

function relationsOf(run: readonly Period[]): Relation[] {
  if (new Set(run.map(({ noun }) => noun)).size !== 1) return [];
  const relations = run.slice(1).flatMap(({ added, running }, index): Relation[] => {
    const before = run[index]?.running ?? (index === 0 ? run[0]?.added : null);
    if (!running || !before) return [];
    const text = shorten(`${running.printed}: ${before.printed} + ${added.printed}`);
    return [{ kind: 'sum', stated: [plus(running)], computed: [plus(before), plus(added)], text, isFirm: true }];
  });
  const judged = relations.map((relation) => ({ relation, verdict: judge(relation, slackOf(relation)) }));
  const holding = judged.flatMap(({ relation, verdict }) => (verdict?.holds ? [relation] : []));
  const isLikely = judged.every(({ relation, verdict }, index) => {
    if (!verdict || verdict.holds) return verdict !== null;
    return isLikelySlip(verdict.stated, verdict.computed) || isMendedBefore(relation, judged[index - 1]);
  });
  return weightOf(holding) >= LEAST_WEIGHT && isLikely ? relations : [];
}

type Judged = { readonly relation: Relation; readonly verdict: Verdict | null };

/** Whether the sum before, put right, makes this one true: then one slip broke both. */
function isMendedBefore(relation: Relation, before: Judged | undefined): boolean {
  const number = before?.relation.stated[0]?.over[0];
  if (!before?.verdict || before.verdict.holds || !number) return false;
  return judge(relation, slackOf(relation), { number, value: before.verdict.computed })?.holds === true;
}
