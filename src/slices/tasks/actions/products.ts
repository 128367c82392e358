import type { Readable } from 'node:stream';
import type { CivilDate } from '../../../kernel/civil-date.ts';
import type { FileId, ProductId, TaskId, UnitId } from '../../../kernel/ids.ts';
import { accept, type Outcome, refuse } from '../../../kernel/outcome.ts';
import type { Context } from '../../../server/context.ts';
import { commitOrRefuse, type Transaction } from '../../../server/database.ts';
import type { Person } from '../../../server/http.ts';
import {
  findProgram,
  findProgramInZip,
  insertFile,
  readEnd,
  readStart,
  safeFileName,
  saveContent,
} from '../../files/server.ts';
import { may } from '../../identity/index.ts';
import { findProducts, insertProduct, removeProduct } from '../store/products.ts';
import { findTask, lockTask, type Task } from '../store/tasks.ts';
import type { TaskRefusal } from './refusals.ts';
import { mayOnTask } from './task-rights.ts';
import { tell } from './tell.ts';

/** Largest product that is taken, in bytes. */
export const PRODUCT_LIMIT = 60_000_000;

/** Whose product it is: the task's own, or that of the part of a coordinator. */
type Owner = { taskId: TaskId; unitId: UnitId | null };

function mayAdd(person: Person, task: Task, unitId: UnitId | null): boolean {
  if (unitId === null) return mayOnTask(person, 'task.report', task);
  return task.coordinators.some((unit) => unit.unitId === unitId) && may(person, 'task.report', unitId);
}

async function takeForProduct(tx: Transaction, person: Person, owner: Owner): Promise<Outcome<Task, TaskRefusal>> {
  const task = await lockTask(tx, person.agencyId, owner.taskId);
  if (!task) return refuse({ code: 'task-not-found' });
  if (!mayAdd(person, task, owner.unitId)) return refuse({ code: 'task-not-yours' });
  return task.state === 'done' || task.state === 'dropped'
    ? refuse({ code: 'task-step', from: task.state, to: 'product' })
    : accept(task);
}

export type ProductUpload = Owner & { bytes: Readable; name: string; mediaType: string };

/** Keeps a file as a product of a task. A program is refused whatever its name says; a file over the limit, too. */
export async function uploadProduct(
  context: Context,
  person: Person,
  upload: ProductUpload,
): Promise<Outcome<{ productId: ProductId }, TaskRefusal>> {
  const { database, config, clock, newId } = context;
  const before = await findTask(database, person.agencyId, upload.taskId);
  if (!before) return refuse({ code: 'task-not-found' });
  if (!mayAdd(person, before, upload.unitId)) return refuse({ code: 'task-not-yours' });
  const start = await readStart(upload.bytes);
  const program = findProgram(upload.name, start.bytes);
  if (program) {
    start.rest.resume();
    return refuse({ code: 'file-is-program', kind: program });
  }
  const content = await saveContent(config.dataFolder, start.rest, PRODUCT_LIMIT);
  if (!content) return refuse({ code: 'product-too-large' });
  if (content.byteCount === 0) return refuse({ code: 'file-empty' });
  const inside = findProgramInZip(await readEnd(config.dataFolder, content.sha256));
  if (inside) return refuse({ code: 'file-holds-program', kind: inside });
  return commitOrRefuse<{ productId: ProductId }, TaskRefusal>(database, async (tx) => {
    const taken = await takeForProduct(tx, person, upload);
    if (!taken.ok) return taken;
    const fileId: FileId = newId('file');
    const name = safeFileName(upload.name);
    const addedAt = clock.now();
    await insertFile(tx, person.agencyId, {
      ...content,
      fileId,
      name,
      mediaType: upload.mediaType,
      createdAt: addedAt,
      createdBy: person.userId,
    });
    return addProduct(tx, context, person, upload, { title: name, fileId, documentNumber: null, documentDay: null });
  });
}

type Named = { title: string; fileId: FileId | null; documentNumber: string | null; documentDay: CivilDate | null };

async function addProduct(
  tx: Transaction,
  context: Context,
  person: Person,
  { taskId, unitId }: Owner,
  named: Named,
): Promise<Outcome<{ productId: ProductId }, TaskRefusal>> {
  const productId = context.newId('product');
  const added = { addedBy: person.userId, addedName: person.displayName, addedAt: context.clock.now() };
  await insertProduct(tx, person.agencyId, taskId, { ...named, ...added, productId, unitId });
  const { title, documentNumber } = named;
  await tell(tx, context, person, taskId, { kind: 'product-added', details: { title, documentNumber, unitId } });
  return accept({ productId });
}

/** Names an issued document as the product: its number and day are enough, the clerk's office has the paper. */
export async function nameDocument(
  context: Context,
  person: Person,
  given: Owner & { title: string; documentNumber: string; documentDay: CivilDate | null },
): Promise<Outcome<{ productId: ProductId }, TaskRefusal>> {
  return commitOrRefuse<{ productId: ProductId }, TaskRefusal>(context.database, async (tx) => {
    const taken = await takeForProduct(tx, person, given);
    if (!taken.ok) return taken;
    const { title, documentNumber, documentDay } = given;
    return addProduct(tx, context, person, given, { title, fileId: null, documentNumber, documentDay });
  });
}

/** Takes a product away that is not handed in: by who added it, or by the head of the lead unit. */
export async function dropProduct(
  context: Context,
  person: Person,
  given: { taskId: TaskId; productId: ProductId },
): Promise<Outcome<null, TaskRefusal>> {
  return commitOrRefuse<null, TaskRefusal>(context.database, async (tx) => {
    const task = await lockTask(tx, person.agencyId, given.taskId);
    if (!task) return refuse({ code: 'task-not-found' });
    const products = await findProducts(tx, person.agencyId, given.taskId);
    const product = products.find(({ productId }) => productId === given.productId);
    if (!product) return refuse({ code: 'product-not-found' });
    const mayDrop = product.addedBy === person.userId || mayOnTask(person, 'task.change', task);
    if (!mayDrop) return refuse({ code: 'task-not-yours' });
    if (!(await removeProduct(tx, person.agencyId, given.taskId, given.productId)))
      return refuse({ code: 'product-handed-in' });
    await tell(tx, context, person, given.taskId, { kind: 'product-removed', details: { title: product.title } });
    return accept(null);
  });
}
