import type { CivilDate } from '../../../kernel/civil-date.ts';
import type { Instant } from '../../../kernel/clock.ts';
import type { RecordId, UnitId } from '../../../kernel/ids.ts';
import { accept, type Outcome, refuse } from '../../../kernel/outcome.ts';
import type { Context } from '../../../server/context.ts';
import type { Person } from '../../../server/http.ts';
import { may, reachOf } from '../../identity/index.ts';
import type { Register } from '../rules/compile.ts';
import { timingOf } from '../rules/due.ts';
import type { Filter, Timing } from '../rules/filter.ts';
import { settleFilter } from '../rules/filters.ts';
import { type DayMove, movedDays } from '../rules/redated.ts';
import { type SeenClock, seenClocks } from '../rules/seen-clocks.ts';
import type { Names } from '../rules/titles.ts';
import { mentionedIn, seenTitle } from '../rules/titles.ts';
import type { Values } from '../rules/values.ts';
import { findUnseen, type RegisterView, seenComputed, seenValues, viewOf } from '../rules/view.ts';
import { typedWords } from '../rules/words.ts';
import { findChanges } from '../store/changes.ts';
import { type Cursor, countRecords, findPage, hasOrder, type ListQuery, type Sort } from '../store/lists.ts';
import { findRecord, type StoredRecord } from '../store/records.ts';
import { countAll } from '../store/tallies.ts';
import { type LoadedRegister, loadRegister } from './load-register.ts';
import { findNames, type Labels, labelAll } from './names.ts';
import type { RegisterRefusal } from './refusals.ts';

/** A record as one reader sees it. */
export type SeenRecord = {
  readonly recordId: RecordId;
  readonly title: string | null;
  readonly values: Values;
  readonly computed: Readonly<Record<string, string | null>>;
  readonly unitId: UnitId | null;
  readonly step: string | null;
  readonly dueOn: CivilDate | null;
  readonly originalDueOn: CivilDate | null;
  readonly finishedOn: CivilDate | null;
  readonly timing: Timing | null;
  readonly version: number;
  readonly createdAt: Instant;
  readonly createdName: string;
  readonly changedAt: Instant;
  readonly changedName: string;
  readonly isDeleted: boolean;
  readonly mayChange: boolean;
};

/** A register as a person may see it. */
export type Seen = { readonly loaded: LoadedRegister; readonly register: Register; readonly view: RegisterView };

export async function findSeen(context: Context, person: Person, key: string): Promise<Outcome<Seen, RegisterRefusal>> {
  const loaded = await loadRegister(context.database, person.agencyId, key);
  const view = loaded && viewOf(loaded.register, person.role);
  return loaded && view ? accept({ loaded, register: loaded.register, view }) : refuse({ code: 'register-not-found' });
}

export function showRecord(
  person: Person,
  { view }: Pick<Seen, 'view'>,
  names: Names,
  today: CivilDate,
  record: StoredRecord,
): SeenRecord {
  const { values, computed, deletedAt, stepOn: _stepOn, dueOn, originalDueOn, finishedOn, ...rest } = record;
  const due = view.seesDue
    ? { dueOn, originalDueOn, finishedOn }
    : { dueOn: null, originalDueOn: null, finishedOn: null };
  return {
    ...rest,
    ...due,
    title: seenTitle(view, values, names),
    values: seenValues(view, values),
    computed: seenComputed(view, computed),
    timing: view.seesDue ? timingOf({ dueOn, finishedOn }, today) : null,
    isDeleted: deletedAt !== null,
    mayChange: may(person, 'register.change', record.unitId),
  };
}

export type ListForm = {
  readonly filter: Filter | null;
  readonly search: string;
  readonly sort: string;
  readonly after: string | null;
  readonly limit: number;
  readonly isDeleted: boolean;
};

export const encodeCursor = ({ key, recordId }: Cursor): string =>
  Buffer.from(JSON.stringify([key, recordId])).toString('base64url');

function decodeCursor(text: string): Cursor | null {
  try {
    const [key, recordId] = JSON.parse(Buffer.from(text, 'base64url').toString('utf8')) as [unknown, unknown];
    const isKey = key === null || typeof key === 'string';
    return isKey && typeof recordId === 'string' ? { key, recordId } : null;
  } catch {
    return null;
  }
}

/** What may be asked of the list: filters over what the role may read, in their one form. */
export function settleSeen({ register, view }: Seen, filter: Filter): Outcome<Filter, RegisterRefusal> {
  const { declaration } = view;
  const fields = Object.fromEntries(Object.entries(declaration.fields).filter(([name]) => view.open.has(name)));
  const { steps = {}, clocks = {} } = declaration;
  const settled = settleFilter({ fields, steps, clocks }, filter);
  if (!settled.ok) return refuse({ code: 'filter-faulty', fault: settled.fault });
  const unseen = findUnseen(register, view, settled.filter);
  if (unseen !== null) return refuse({ code: 'filter-faulty', fault: { code: 'unknown-field', field: unseen } });
  return accept(settled.filter);
}

/** Days that every list can be sorted by, as far as the role sees them, and fields with a sort key. */
function settleSort({ register, view }: Seen, text: string): Sort | null {
  const isDescending = text.startsWith('-');
  const name = isDescending ? text.slice(1) : text;
  const sort = { name, isDescending };
  if (name === 'created-day') return sort;
  if (name === 'due-day') return view.seesDue ? sort : null;
  return view.open.has(name) && sortableFields(register, view).includes(name) ? sort : null;
}

const UNSORTED = ['long-text', 'files', 'link', 'person'];

/** Fields that a list can be sorted by. */
export function sortableFields({ declaration }: Register, view: RegisterView): string[] {
  return Object.entries(view.declaration.fields)
    .filter(([name, field]) => view.open.has(name) && !UNSORTED.includes(field.kind))
    .filter(([name, field]) => field.kind !== 'unit' || name === declaration.owner)
    .filter(([, field]) => !(field.kind === 'choice' && field.isMultiple))
    .map(([name]) => name);
}

/** Units within a person's reach; null: every unit. */
export const unitsInReach = (person: Person): readonly string[] | null =>
  reachOf(person.role, 'register.read') === 'any' ? null : person.unitIds;

/** A list's question in the form that the store asks it, or why it cannot be asked. */
export function settleList(person: Person, seen: Seen, form: ListForm): Outcome<ListQuery, RegisterRefusal> {
  const filter = settleSeen(seen, form.filter ?? { all: [] });
  if (!filter.ok) return filter;
  const sort = settleSort(seen, form.sort);
  if (sort === null) return refuse({ code: 'sort-unknown', sort: form.sort });
  const after = form.after === null ? null : decodeCursor(form.after);
  if (form.after !== null && after === null) return refuse({ code: 'cursor-unknown' });
  const { limit, isDeleted } = form;
  return accept({
    filter: filter.value,
    typed: typedWords(form.search),
    sort,
    unitIds: unitsInReach(person),
    after,
    limit,
    isDeleted,
  });
}

export type SeenList = {
  readonly records: readonly SeenRecord[];
  readonly labels: Labels;
  readonly total: number;
  readonly isTotalCapped: boolean;
  readonly next: string | null;
  /** How many records were looked at where no index answers and the page stopped there; `next` goes on behind them. */
  readonly lookedAt: number | null;
};

/** Looked at for one page where no index answers: about a tenth of a second of the database's work. */
const BOUND = 30_000;
/** Above so many records a list is not put in order by a field that no index orders. */
const MOST_ORDERED = 100_000;

/** A page of a register with everything that a screen shows of it. */
export async function listRecords(
  context: Context,
  person: Person,
  key: string,
  form: ListForm,
): Promise<Outcome<SeenList, RegisterRefusal>> {
  const { database, clock } = context;
  const seen = await findSeen(context, person, key);
  if (!seen.ok) return seen;
  const query = settleList(person, seen.value, form);
  if (!query.ok) return query;
  const { register, view } = seen.value;
  const place = { agencyId: person.agencyId, register, today: clock.today() };
  const asked = { ...query.value, bound: BOUND };
  if (!hasOrder(place, asked) && (await countAll(database, person.agencyId, key)) > MOST_ORDERED)
    return refuse({ code: 'sort-too-large' });
  const found = await findPage(database, place, { ...asked, limit: form.limit + 1 });
  const page = found.records.slice(0, form.limit);
  const isMore = found.records.length > page.length;
  const isWhole = form.after === null && !isMore;
  const counted = isWhole
    ? { count: page.length, isCapped: found.cut !== null }
    : await countRecords(database, place, asked, found);
  const names = await findNames(database, person.agencyId);
  const end = isMore ? page.at(-1)?.cursor : found.cut;
  return accept({
    records: page.map(({ cursor: _cursor, ...record }) => showRecord(person, seen.value, names, place.today, record)),
    labels: await labelAll(database, person, names, mentionedOf(view, page)),
    total: counted.count,
    isTotalCapped: counted.isCapped,
    next: end ? encodeCursor(end) : null,
    lookedAt: !isMore && found.cut ? BOUND : null,
  });
}

/** What the records of a page point to; the unit that each belongs to included. */
function mentionedOf(view: RegisterView, page: readonly StoredRecord[]) {
  const mentioned = mentionedIn(
    view,
    page.map(({ values }) => values),
  );
  const owners = page.flatMap(({ unitId }) => (unitId === null ? [] : [unitId]));
  return { ...mentioned, units: new Set([...mentioned.units, ...owners]) };
}

/** One line of a record's history as a reader may see it. */
export type SeenChange = {
  readonly version: number;
  readonly at: Instant;
  readonly actorName: string;
  readonly kind: string;
  readonly note: string | null;
  readonly before: Values;
  readonly after: Values;
  readonly step: { readonly from: string | null; readonly to: string | null } | null;
  /** Deadlines that moved with the calendar: the record's own (clock null), or a further one. */
  readonly days: readonly DayMove[];
  /** How many fields changed besides that the reader may not see. */
  readonly hidden: number;
};

function showChange(view: RegisterView, change: Awaited<ReturnType<typeof findChanges>>[number]): SeenChange {
  const { actorId: _actorId, before, after, ...rest } = change;
  const names = Object.keys(after).filter((name) => !name.startsWith('~'));
  const seen = (values: Values): Values =>
    Object.fromEntries(names.filter((name) => view.open.has(name)).map((name) => [name, values[name] ?? null]));
  const text = (value: unknown): string | null => (typeof value === 'string' ? value : null);
  return {
    ...rest,
    before: seen(before),
    after: seen(after),
    step: '~step' in after ? { from: text(before['~step']), to: text(after['~step']) } : null,
    days: movedDays(before, after),
    hidden: names.filter((name) => !view.open.has(name)).length,
  };
}

export type RecordWithHistory = {
  readonly record: SeenRecord;
  readonly clocks: readonly SeenClock[];
  readonly history: readonly SeenChange[];
  readonly labels: Labels;
};

/** A record with its history; one that the reader may not see is not found. */
export async function getRecord(
  context: Context,
  person: Person,
  key: string,
  recordId: RecordId,
): Promise<Outcome<RecordWithHistory, RegisterRefusal>> {
  const { database, clock } = context;
  const seen = await findSeen(context, person, key);
  if (!seen.ok) return seen;
  const { register, view } = seen.value;
  const place = { agencyId: person.agencyId, register };
  const record = await findRecord(database, place, recordId);
  if (!record || !may(person, 'register.read', record.unitId)) return refuse({ code: 'record-not-found' });
  const names = await findNames(database, person.agencyId);
  const changes = (await findChanges(database, place, recordId)).map((change) => showChange(view, change));
  const values = [record.values, ...changes.flatMap(({ before, after }) => [before, after])];
  const mentioned = mentionedIn(view, values);
  const units = new Set([...mentioned.units, ...(record.unitId === null ? [] : [record.unitId])]);
  const known: Values = { ...record.values, ...record.computed };
  const firstDueOn = record.originalDueOn ?? record.dueOn;
  return accept({
    record: showRecord(person, seen.value, names, clock.today(), record),
    clocks: seenClocks(register, view, { known, firstDueOn, today: clock.today() }),
    history: changes,
    labels: await labelAll(database, person, names, { ...mentioned, units }),
  });
}
