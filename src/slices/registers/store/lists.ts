import { type SQL, sql } from 'drizzle-orm';
import type { Db } from '../../../server/database.ts';
import { type SlotName, slotKindOf } from '../rules/compile.ts';
import type { Filter } from '../rules/filter.ts';
import { type Asked, asksWords, conditionsOf, isOneOf } from './conditions.ts';
import { type Place, RECORD_COLUMNS, type StoredRecord } from './records.ts';
import { fewFit, servedBy } from './served.ts';

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
  /** Records that are looked at where no index answers; everything where it is left out. */
  readonly bound?: number;
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

/** Whether an index keeps the order that is asked for. */
export function hasOrder(place: Pick<Asked, 'register'>, { sort }: Pick<ListQuery, 'sort'>): boolean {
  const { layout, declaration } = place.register;
  return (
    sortKeyOf(place, sort.name) === null ||
    sort.name === 'due-day' ||
    sort.name === declaration.owner ||
    sort.name in layout
  );
}

type Step = {
  readonly key: SortKey | null;
  readonly where: SQL;
  readonly after: SQL;
  readonly direction: SQL;
  readonly order: SQL;
};

/** Conditions that every list has, and every index serves: the register, and what is not deleted. */
function registerOf({ agencyId, register }: Place, { isDeleted }: ListQuery): SQL {
  const deleted = isDeleted ? sql`r.deleted_at is not null` : sql`r.deleted_at is null`;
  return sql`r.agency_id = ${agencyId} and r.register_key = ${register.declaration.key} and ${deleted}`;
}

/** The same within the units that the reader reaches. */
function baseOf(place: Place, query: ListQuery): SQL {
  const { unitIds } = query;
  const reach = unitIds === null ? sql`` : sql` and ${isOneOf(sql`r.unit_id`, unitIds)}`;
  return sql`${registerOf(place, query)}${reach}`;
}

/** One stretch of the list: records with a sort key first, records without one after them. */
function stepsOf(place: Place, query: ListQuery): Step[] {
  const { sort, after } = query;
  const direction = sort.isDescending ? sql`desc` : sql`asc`;
  const sign = sort.isDescending ? sql`<` : sql`>`;
  const byId = (cursor: Cursor | null): SQL => (cursor ? sql` and r.record_id ${sign} ${cursor.recordId}` : sql``);
  const idOrder = sql`r.record_id ${direction}`;
  const key = sortKeyOf(place, sort.name);
  if (key === null) return [{ key, where: sql``, after: byId(after), direction, order: idOrder }];
  const present: Step = {
    key,
    where: sql` and ${key.isPresent}`,
    after: after ? sql` and (${key.value}, r.record_id) ${sign} (${after.key}::${key.type}, ${after.recordId})` : sql``,
    direction,
    order: sql`${key.value} ${direction}, ${idOrder}`,
  };
  const absent: Step = {
    key: null,
    where: sql` and (${key.isPresent}) is not true`,
    after: byId(after?.key === null ? after : null),
    direction,
    order: idOrder,
  };
  return after?.key === null ? [absent] : [present, absent];
}

/** Records that are looked at in the order of the list before the whole register is asked. */
const LOOKED_AT = 3000;
/** So many times more, where the first look found enough to hope that the page is filled there. */
const FURTHER = 5;

type ListedRow = StoredRecord & { readonly sortKey: string | null };
export type ListedRecord = StoredRecord & { readonly cursor: Cursor };

const keyText = ({ key }: Step): SQL => (key === null ? sql`null::text` : sql`${key.value}::text`);

/** Records that are near in an order, and the reach where it is asked of each of them. */
function nearOf(place: Place, query: ListQuery, isOrderOfEntry: boolean): { near: SQL; reach: SQL[] } {
  const { unitIds } = query;
  if (unitIds === null || (isOrderOfEntry && unitIds.length === 1)) return { near: baseOf(place, query), reach: [] };
  return { near: registerOf(place, query), reach: [isOneOf(sql`r.unit_id`, unitIds)] };
}

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
  { limit, lookedAt }: { readonly limit: number; readonly lookedAt: number },
): Promise<ListedRow[]> {
  // The order of entry within one unit has an index; in any other order the units are looked at with the conditions.
  const { near, reach } = nearOf(place, query, step.key === null);
  const { rows } = await db.execute<ListedRow>(sql`
    select ${RECORD_COLUMNS}, ${keyText(step)} as "sortKey"
      from (select * from register_record r where ${near}${step.where}${step.after}
             order by ${step.order} limit ${lookedAt}) r
     where ${sql.join([...conditions, ...reach], sql` and `)} order by ${step.order} limit ${limit}`);
  return rows;
}

/**
 * Everything that fits, found first and put in order then: for what is rare, which an index finds. Only keys are carried
 * along; whole records are read for the page alone.
 */
async function findAll(
  db: Db,
  place: Place,
  query: ListQuery,
  step: Step,
  conditions: readonly SQL[],
  limit: number,
): Promise<ListedRow[]> {
  const { agencyId, register } = place;
  const { rows } = await db.execute<ListedRow>(sql`
    with found as materialized (
      select r.record_id, ${step.key?.value ?? sql`null::text`} as sort_key from register_record r
       where ${sql.join([baseOf(place, query), ...conditions], sql` and `)}${step.where}${step.after}),
    page as (select * from found order by sort_key ${step.direction}, record_id ${step.direction} limit ${limit})
    select ${RECORD_COLUMNS}, page.sort_key::text as "sortKey"
      from page join register_record r on r.agency_id = ${agencyId} and r.register_key = ${register.declaration.key}
       and r.record_id = page.record_id
     order by page.sort_key ${step.direction}, page.record_id ${step.direction}`);
  return rows;
}

type FoundStep = {
  readonly rows: ListedRow[];
  readonly isCommon: boolean;
  /** The last record that was looked at, where more stand behind it. */
  readonly cut: Cursor | null;
};

/** So many of the newest `LOOKED_AT`, and what is asked is common. */
const MANY = 200;

/** Whether indexes find everything that fits, or so little that the rest of the question is asked of each. */
async function isIndexed(db: Db, place: Place & Asked, query: ListQuery, bound: number): Promise<boolean> {
  const served = servedBy(place, query.filter, query.typed);
  if (served.isWhole) return true;
  if (served.conditions.length === 0) return false;
  // What many of the newest have is not few: the word index would find all of them to say so.
  const { near, reach } = nearOf(place, query, true);
  const newest = sql`(select * from register_record r where ${near} order by r.record_id desc limit ${LOOKED_AT}) r`;
  if ((await countAmong(db, newest, [...served.conditions, ...reach])) > MANY) return false;
  const { rows } = await db.execute<{ count: number }>(fewFit(baseOf(place, query), served, bound));
  return (rows[0]?.count ?? 0) <= bound;
}

/** Where a look at so many records ended; null where it came to the end of the list. */
async function endOfLook(db: Db, place: Place, query: ListQuery, step: Step, lookedAt: number): Promise<Cursor | null> {
  const { near } = nearOf(place, query, step.key === null);
  const { rows } = await db.execute<{ key: string | null; recordId: string }>(sql`
    select ${keyText(step)} as key, r.record_id as "recordId" from register_record r
     where ${near}${step.where}${step.after} order by ${step.order} offset ${lookedAt - 1} limit 1`);
  return rows[0] ?? null;
}

async function findStep(
  db: Db,
  place: Place & Asked,
  query: ListQuery,
  step: Step,
  conditions: readonly SQL[],
  limit: number,
): Promise<FoundStep> {
  if (conditions.length === 0) {
    const { rows } = await db.execute<ListedRow>(sql`
      select ${RECORD_COLUMNS}, ${keyText(step)} as "sortKey" from register_record r
       where ${baseOf(place, query)}${step.where}${step.after} order by ${step.order} limit ${limit}`);
    return { rows, isCommon: true, cut: null };
  }
  const { bound = Number.POSITIVE_INFINITY } = query;
  const look = (lookedAt: number) => lookAhead(db, place, query, step, conditions, { limit, lookedAt });
  const near = await look(Math.min(LOOKED_AT, bound));
  if (near.length === limit) return { rows: near, isCommon: true, cut: null };
  const further = near.length * FURTHER >= limit ? await look(Math.min(LOOKED_AT * FURTHER, bound)) : [];
  if (further.length === limit) return { rows: further, isCommon: true, cut: null };
  if (Number.isFinite(bound) && !(await isIndexed(db, place, query, bound))) {
    const rows = await look(bound);
    const cut = rows.length === limit ? null : await endOfLook(db, place, query, step, bound);
    return { rows, isCommon: false, cut };
  }
  return { rows: await findAll(db, place, query, step, conditions, limit), isCommon: false, cut: null };
}

export type FoundPage = {
  readonly records: readonly ListedRecord[];
  /** Whether the page was full after a look at the nearest records: what is asked for is not rare. */
  readonly isCommon: boolean;
  /** Where looking stopped before the page was full and before the list ended. */
  readonly cut: Cursor | null;
};

/** A page of a list in total order: by the key, records without one last, then by identifier. */
export async function findPage(db: Db, place: Place & Asked, query: ListQuery): Promise<FoundPage> {
  const conditions = conditionsOf(place, query.filter, query.typed);
  const found: ListedRow[] = [];
  let isCommon = false;
  let cut: Cursor | null = null;
  for (const step of stepsOf(place, query)) {
    const left = query.limit - found.length;
    if (left <= 0 || cut !== null) continue;
    const part = await findStep(db, place, query, step, conditions, left);
    found.push(...part.rows);
    isCommon = part.isCommon;
    cut = part.cut;
  }
  const records = found.map(({ sortKey, ...record }) => ({
    ...record,
    cursor: { key: sortKey, recordId: record.recordId },
  }));
  return { records, isCommon, cut };
}

/** As `findPage`, for who needs the records only. */
export const findRecords = async (db: Db, place: Place & Asked, query: ListQuery): Promise<readonly ListedRecord[]> =>
  (await findPage(db, place, query)).records;

/** Counting stops here: "more than 1.000" is what people need to know. */
export const COUNT_LIMIT = 1000;
/** Records among which enough may be found before an index is asked for all that fit. */
const COUNTED_AMONG = 8000;

async function countAmong(db: Db, from: SQL, conditions: readonly SQL[]): Promise<number> {
  const { rows } = await db.execute<{ total: number }>(sql`
    select count(*)::int as total from (
      select 1 from ${from} where ${sql.join([...conditions], sql` and `)} limit ${COUNT_LIMIT + 1}) counted`);
  return rows[0]?.total ?? 0;
}

export type Counted = { readonly count: number; readonly isCapped: boolean };

const counted = (count: number, isCut = false): Counted => ({
  count: Math.min(count, COUNT_LIMIT),
  isCapped: isCut || count > COUNT_LIMIT,
});

/**
 * How many records fit, counted up to `COUNT_LIMIT`. The word index finds every record that fits before the first one is
 * counted: words and facets that many records have are therefore counted among the newest first. Where no index answers,
 * as many of the newest as the bound says are looked at, and there may be more.
 */
export async function countRecords(
  db: Db,
  place: Place & Asked,
  query: ListQuery,
  { isCommon }: Pick<FoundPage, 'isCommon'>,
): Promise<Counted> {
  const base = baseOf(place, query);
  const conditions = conditionsOf(place, query.filter, query.typed);
  const { near, reach } = nearOf(place, query, true);
  const among = (most: number): Promise<number> =>
    countAmong(db, sql`(select * from register_record r where ${near} order by r.record_id desc limit ${most}) r`, [
      ...conditions,
      ...reach,
    ]);
  if (isCommon && asksWords(place, query.filter, query.typed)) {
    const newest = await among(COUNTED_AMONG);
    if (newest > COUNT_LIMIT) return counted(newest);
  }
  const { bound } = query;
  if (bound === undefined || conditions.length === 0 || (await isIndexed(db, place, query, bound)))
    return counted(await countAmong(db, sql`register_record r`, [base, ...conditions]));
  const found = await among(bound);
  if (found > COUNT_LIMIT) return counted(found);
  const [first] = stepsOf(place, { ...query, after: null, sort: { name: 'created-day', isDescending: true } });
  const isCut = first !== undefined && (await endOfLook(db, place, { ...query, after: null }, first, bound)) !== null;
  return counted(found, isCut);
}
