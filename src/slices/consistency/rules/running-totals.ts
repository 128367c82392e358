import { shorten } from './excerpt.ts';
import { isLikelySlip } from './likely-slip.ts';
import { weightOf } from './proof.ts';
import { judge, plus, type Relation, slackOf } from './relation.ts';
import type { TableFigures } from './table-figures.ts';

const RUNNING = /(?<!\p{L})(?:lũy kế|luỹ kế|cộng dồn)(?!\p{L})/iu;
const FEWEST_HOLDING = 2;
const LEAST_WEIGHT = 4;

/** A column "Lũy kế" beside what each period added: each is the one above and what was added. */
export function findRunningTotals(table: TableFigures): Relation[] {
  return table.columns.flatMap((column) => {
    if (!RUNNING.test(column.title)) return [];
    const candidates = table.columns.filter((other) => other.index !== column.index && other.isAdditive);
    return candidates.map((added) => relationsOf(table, column.index, added.index)).find(areProven) ?? [];
  });
}

function relationsOf({ columns, rows }: TableFigures, running: number, added: number): Relation[] {
  const title = columns.find(({ index }) => index === running)?.title ?? '';
  return rows.slice(1).flatMap((row, index) => {
    const before = rows[index]?.numbers[running];
    const [total, more] = [row.numbers[running], row.numbers[added]];
    if (!before || !total || !more || row.isTotal) return [];
    const text = shorten(`${row.label}, cột “${title}” ${total.printed}: ${before.printed} + ${more.printed}`);
    return [{ kind: 'sum' as const, stated: [plus(total)], computed: [plus(before), plus(more)], text, isFirm: true }];
  });
}

/** The rule is the table's where most rows keep it, and what fails looks like a slip. */
function areProven(relations: readonly Relation[]): boolean {
  const judged = relations.map((relation) => ({ relation, verdict: judge(relation, slackOf(relation)) }));
  const holding = judged.filter(({ verdict }) => verdict?.holds);
  const failing = judged.filter(({ verdict }) => verdict && !verdict.holds);
  if (holding.length < FEWEST_HOLDING || failing.length > holding.length) return false;
  if (weightOf(holding.map(({ relation }) => relation)) < LEAST_WEIGHT) return false;
  return failing.every(({ verdict }) => verdict !== null && isLikelySlip(verdict.stated, verdict.computed));
}
