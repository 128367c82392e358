import { type SQL, sql } from 'drizzle-orm';
import type { Db } from '../../../server/database.ts';
import { type SlotName, slotKindOf } from '../rules/compile.ts';
import type { Filter } from '../rules/filter.ts';
import { type Asked, conditionsOf, textList } from './conditions.ts';
import { type Place, RECORD_COLUMNS, type StoredRecord } from './records.ts';

/** Days and identity that every list can be sorted by besides its fields. */
export type SortName = 'due-day' | 'created-day' | string;
export type Sort = { readonly name: SortName; readonly isDescending: boolean };

/** Where the next page begins: after this key and record; a null key stands for records without one, which come last. */
export type Cursor = { readonly key: string | null; readonly recordId: string };

export type ListQuery = {
  readonly filter: Filter;
  readonly typed: readonly string[];
  readonly sort: Sort;
  /** Units of the reader's reach; null: any. */
  readonly unitIds: readonly string[] | null;
  readonly after: Cursor | null;
  readonly limit: number;
  readonly isDeleted: boolean;
};

type SortKey = { readonly value: SQL; readonly type: SQL; readonly isPresent: SQL };

const TYPES = { t: sql`text`, d: sql`date`, n: sql`numeric` } as const;
const LAST = { t: sql`chr(1114111)`, d: sql`'infinity'::date`, n: sql`'NaN'::numeric` } as const;

function slotKey(slot: SlotName): SortKey {
  const kind = slot[0] as keyof typeof TYPES;
  const value = sql.raw(`r.${slot}`);
  return { value, type: TYPES[kind], isPresent: sql`${value} < ${LAST[kind]}` };
}

/** What a list is sorted by; null: by nothing but the identifier, which is the order of entry. */
function sortKeyOf({ register }: Pick<Asked, 'register'>, name: SortName): SortKey | null {
  if (name === 'created-day') return null;
  if (name === 'due-day') return { value: sql`r.due_on`, type: TYPES.d, isPresent: sql`r.due_on is not null` };
  if (name === register.declaration.owner)
    return { value: sql`r.unit_id`, type: TYPES.t, isPresent: sql`r.unit_id is not null` };
  const field = register.declaration.fields[name];
  const kind = field ? slotKindOf(field) : null;
  if (kind === null) return null;
  const slot = register.layout[name];
  if (slot) return slotKey(slot);
  const text = sql`(r.keys ->> ${name}::text)`;
  const value = kind === 't' ? sql`${text} collate "C"` : sql`${text}::${TYPES[kind]}`;
  return { value, type: TYPES[kind], isPresent: sql`${text} is not null` };
}

type Step = { readonly key: SortKey | null; readonly where: SQL; readonly after: SQL; readonly order: SQL };

/** Conditions that every list has, and an index serves: the register, what is not deleted, the reader's units. */
function baseOf({ agencyId, register }: Place, { isDeleted, unitIds }: ListQuery): SQL {
  const deleted = isDeleted ? sql`r.deleted_at is not null` : sql`r.deleted_at is null`;
  const reach = unitIds === null ? sql`` : sql` and r.unit_id in ${textList(unitIds)}`;
  return sql`r.agency_id = ${agencyId} and r.register_key = ${register.declaration.key} and ${deleted}${reach}`;
}

/** One stretch of the list: records with a sort key first, records without one after them. */
function stepsOf(place: Place, query: ListQuery): Step[] {
  const { sort, after } = query;
  const direction = sort.isDescending ? sql`desc` : sql`asc`;
  const sign = sort.isDescending ? sql`<` : sql`>`;
  const byId = (cursor: Cursor | null): SQL => (cursor ? sql` and r.record_id ${sign} ${cursor.recordId}` : sql``);
  const idOrder = sql`r.record_id ${direction}`;
  const key = sortKeyOf(place, sort.name);
  if (key === null) return [{ key, where: sql``, after: byId(after), order: idOrder }];
  const present: Step = {
    key,
    where: sql` and ${key.isPresent}`,
    after: after ? sql` and (${key.value}, r.record_id) ${sign} (${after.key}::${key.type}, ${after.recordId})` : sql``,
    order: sql`${key.value} ${direction}, ${idOrder}`,
  };
  const absent: Step = {
    key: null,
    where: sql` and (${key.isPresent}) is not true`,
    after: byId(after?.key === null ? after : null),
    order: idOrder,
  };
  return after?.key === null ? [absent] : [present, absent];
}

/** Records that are looked at in the order of the list before the whole register is asked. */
const LOOKED_AT = 3000;

type ListedRow = StoredRecord & { readonly sortKey: string | null };
export type ListedRecord = StoredRecord & { readonly cursor: Cursor };

const keyText = ({ key }: Step): SQL => (key === null ? sql`null::text` : sql`${key.value}::text`);

/**
 * The first records that fit among the next few thousand of the order: as good as any index where what is asked is not
 * rare, and bounded where it is.
 */
async function lookAhead(
  db: Db,
  place: Place,
  query: ListQuery,
  step: Step,
  conditions: readonly SQL[],
  limit: number,
): Promise<ListedRow[]> {
  const { rows } = await db.execute<ListedRow>(sql`
    select ${RECORD_COLUMNS}, ${keyText(step)} as "sortKey"
      from (select * from register_record r where ${baseOf(place, query)}${step.where}${step.after}
             order by ${step.order} limit ${LOOKED_AT}) r
     where ${sql.join([...conditions], sql` and `)} order by ${step.order} limit ${limit}`);
  return rows;
}

/** Everything that fits, found first and put in order then: for what is rare, which the word index finds. */
async function findAll(
  db: Db,
  place: Place,
  query: ListQuery,
  step: Step,
  conditions: readonly SQL[],
  limit: number,
): Promise<ListedRow[]> {
  const { rows } = await db.execute<ListedRow>(sql`
    with found as materialized (
      select r.* from register_record r
       where ${sql.join([baseOf(place, query), ...conditions], sql` and `)}${step.where}${step.after})
    select ${RECORD_COLUMNS}, ${keyText(step)} as "sortKey" from found r order by ${step.order} limit ${limit}`);
  return rows;
}

async function findStep(
  db: Db,
  place: Place,
  query: ListQuery,
  step: Step,
  conditions: readonly SQL[],
  limit: number,
): Promise<ListedRow[]> {
  if (conditions.length === 0) {
    const { rows } = await db.execute<ListedRow>(sql`
      select ${RECORD_COLUMNS}, ${keyText(step)} as "sortKey" from register_record r
       where ${baseOf(place, query)}${step.where}${step.after} order by ${step.order} limit ${limit}`);
    return rows;
  }
  const near = await lookAhead(db, place, query, step, conditions, limit);
  return near.length === limit ? near : findAll(db, place, query, step, conditions, limit);
}

/** A page of a list in total order: by the key, records without one last, then by identifier. */
export async function findRecords(db: Db, place: Place & Asked, query: ListQuery): Promise<ListedRecord[]> {
  const conditions = conditionsOf(place, query.filter, query.typed);
  const found: ListedRow[] = [];
  for (const step of stepsOf(place, query)) {
    const left = query.limit - found.length;
    if (left > 0) found.push(...(await findStep(db, place, query, step, conditions, left)));
  }
  return found.map(({ sortKey, ...record }) => ({ ...record, cursor: { key: sortKey, recordId: record.recordId } }));
}

/** Counting stops here: "more than 1.000" is what people need to know. */
export const COUNT_LIMIT = 1000;

/** How many records fit, counted up to one more than `COUNT_LIMIT`. */
export async function countRecords(db: Db, place: Place & Asked, query: ListQuery): Promise<number> {
  const conditions = conditionsOf(place, query.filter, query.typed);
  const { rows } = await db.execute<{ total: number }>(sql`
    select count(*)::int as total from (
      select 1 from register_record r where ${sql.join([baseOf(place, query), ...conditions], sql` and `)}
       limit ${COUNT_LIMIT + 1}) counted`);
  return rows[0]?.total ?? 0;
}
