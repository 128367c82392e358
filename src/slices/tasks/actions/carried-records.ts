import type { RecordId } from '../../../kernel/ids.ts';
import type { Context } from '../../../server/context.ts';
import type { Transaction } from '../../../server/database.ts';
import type { Person } from '../../../server/http.ts';
import type { RecordFinisher } from '../../../server/sources.ts';
import { findProducts, type Product } from '../store/products.ts';
import { findTasksOfRecord, lockRecordLinks, type RecordKey, saveWritten } from '../store/records.ts';
import type { Task } from '../store/tasks.ts';
import { tell } from './tell.ts';

type By = { readonly context: Context; readonly person: Person };

/** The document that the tasks handed in last, as a register keeps one. */
async function documentOf(tx: Transaction, { person }: By, tasks: readonly Task[]) {
  const products: Product[] = [];
  for (const { taskId, state } of tasks)
    if (state === 'done') products.push(...(await findProducts(tx, person.agencyId, taskId)));
  const last = products
    .filter(({ state, documentNumber }) => state === 'approved' && documentNumber !== null)
    .sort((a, b) => a.addedAt.localeCompare(b.addedAt))
    .at(-1);
  if (!last?.documentNumber) return null;
  return { number: last.documentNumber, date: last.documentDay, issuer: null, subject: last.title };
}

/** A record is finished when every task that carries it out is done; dropped ones do not count. The last day ends it. */
function dayOfEnd(tasks: readonly Task[]): Task['doneOn'] {
  const standing = tasks.filter(({ state }) => state !== 'dropped');
  const days = standing.flatMap(({ state, doneOn }) => (state === 'done' && doneOn !== null ? [doneOn] : []));
  return days.length > 0 && days.length === standing.length ? (days.sort().at(-1) ?? null) : null;
}

async function carryOne(tx: Transaction, by: By, task: Task, link: RecordKey, finisher: RecordFinisher) {
  const { agencyId } = by.person;
  const key = { registerKey: link.registerKey, recordId: link.recordId as RecordId };
  const written = await lockRecordLinks(tx, agencyId, key);
  const tasks = await findTasksOfRecord(tx, agencyId, key);
  const doneOn = dayOfEnd(tasks);
  if (written !== null) {
    await finisher.reopen(tx, by, key, written);
    await saveWritten(tx, agencyId, key, null);
    if (doneOn === null) await tell(tx, by.context, by.person, task.taskId, { kind: 'record-reopened', details: key });
  }
  if (doneOn === null) return;
  const finished = await finisher.finish(tx, by, key, { doneOn, document: await documentOf(tx, by, tasks) });
  if (finished === null) return;
  await saveWritten(tx, agencyId, key, finished);
  await tell(tx, by.context, by.person, task.taskId, { kind: 'record-finished', details: { ...key, doneOn } });
}

/** Lets the records that a task carries out follow it: finished with it, open again with it. */
export async function carryRecords(tx: Transaction, by: By, task: Task, finisher: RecordFinisher): Promise<void> {
  for (const link of task.records) await carryOne(tx, by, task, link, finisher);
}
