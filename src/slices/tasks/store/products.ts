import { sql } from 'drizzle-orm';
import type { CivilDate } from '../../../kernel/civil-date.ts';
import type { Instant } from '../../../kernel/clock.ts';
import type { AgencyId, FileId, ProductId, TaskId, UnitId, UserId } from '../../../kernel/ids.ts';
import type { Db, Transaction } from '../../../server/database.ts';

export const productStates = ['attached', 'handed-in', 'approved', 'sent-back', 'removed'] as const;
export type ProductState = (typeof productStates)[number];

/** A file or the number of an issued document that a task hands in. */
export type Product = {
  productId: ProductId;
  /** The coordinator whose part it belongs to; null: the task itself. */
  unitId: UnitId | null;
  title: string;
  fileId: FileId | null;
  fileName: string | null;
  byteCount: number | null;
  documentNumber: string | null;
  documentDay: CivilDate | null;
  state: ProductState;
  addedBy: UserId;
  addedName: string;
  addedAt: Instant;
  reason: string | null;
};

export async function findProducts(db: Db, agencyId: AgencyId, taskId: TaskId): Promise<Product[]> {
  const { rows } = await db.execute<Product>(sql`
    select p.product_id as "productId", p.unit_id as "unitId", p.title, p.file_id as "fileId", f.name as "fileName",
           f.byte_count as "byteCount", p.document_number as "documentNumber", p.document_day as "documentDay", p.state,
           p.added_by as "addedBy", p.added_name as "addedName", p.added_at as "addedAt", p.reason
      from task_product p left join stored_file f on f.agency_id = p.agency_id and f.file_id = p.file_id
     where p.agency_id = ${agencyId} and p.task_id = ${taskId} and p.state <> 'removed' order by p.product_id limit 500`);
  return rows;
}

export async function insertProduct(
  tx: Transaction,
  agencyId: AgencyId,
  taskId: TaskId,
  product: Omit<Product, 'fileName' | 'byteCount' | 'state' | 'reason'>,
): Promise<void> {
  await tx.execute(sql`
    insert into task_product (agency_id, task_id, product_id, unit_id, title, file_id, document_number, document_day, added_by,
      added_name, added_at)
    values (${agencyId}, ${taskId}, ${product.productId}, ${product.unitId}, ${product.title}, ${product.fileId},
      ${product.documentNumber}, ${product.documentDay}::date, ${product.addedBy}, ${product.addedName},
      ${product.addedAt}::timestamptz)`);
}

/** Takes away what was not handed in yet; the row stays, marked. @returns whether there was one */
export async function removeProduct(
  tx: Transaction,
  agencyId: AgencyId,
  taskId: TaskId,
  productId: ProductId,
): Promise<boolean> {
  const { rows } = await tx.execute(sql`
    update task_product set state = 'removed' where agency_id = ${agencyId} and task_id = ${taskId}
       and product_id = ${productId} and state in ('attached', 'sent-back') returning product_id`);
  return rows.length > 0;
}

/** Products of a task, or of one coordinator's part, from one state to the next. */
export async function moveProducts(
  tx: Transaction,
  agencyId: AgencyId,
  taskId: TaskId,
  move: { from: ProductState; to: ProductState; unitId: UnitId | null; reason: string | null },
): Promise<void> {
  await tx.execute(sql`
    update task_product set state = ${move.to}, reason = ${move.reason}
     where agency_id = ${agencyId} and task_id = ${taskId} and state = ${move.from}
       and unit_id is not distinct from ${move.unitId}`);
}
