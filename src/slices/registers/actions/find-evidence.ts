import type { CivilDate } from '../../../kernel/civil-date.ts';
import { accept, type Outcome, refuse } from '../../../kernel/outcome.ts';
import type { Context } from '../../../server/context.ts';
import type { Person } from '../../../server/http.ts';
import type { OfficialDocument } from '../rules/declaration.ts';
import { filterBehind } from '../rules/measure-keys.ts';
import { mentionedIn } from '../rules/titles.ts';
import type { Value } from '../rules/values.ts';
import { type RegisterView, viewOf } from '../rules/view.ts';
import { findRecords } from '../store/lists.ts';
import { findMeasure } from './measure-source.ts';
import { findNames, type Labels, labelAll } from './names.ts';
import type { RegisterRefusal } from './refusals.ts';
import { type SeenRecord, settleSeen, showRecord, unitsInReach } from './show-records.ts';

/** What proves a number: a record with its documents and files, as far as the person sees them. */
export type Evidence = {
  readonly record: SeenRecord;
  readonly documents: readonly OfficialDocument[];
  readonly fileIds: readonly string[];
};
export type EvidenceList = { readonly evidence: readonly Evidence[]; readonly labels: Labels; readonly isCut: boolean };

export type EvidenceAsked = {
  readonly key: string;
  readonly firstDay: CivilDate;
  readonly lastDay: CivilDate;
  readonly unitId: string | null;
};

const MOST_RECORDS = 500;

const isDocument = (value: Value | undefined): value is OfficialDocument =>
  typeof value === 'object' && value !== null && 'number' in value;

function evidenceOf(view: RegisterView, record: SeenRecord): Evidence {
  const named = Object.entries(view.declaration.fields).filter(([name]) => view.open.has(name));
  const values = named.map(([name, field]) => [field.kind, record.values[name]] as const);
  return {
    record,
    documents: values.flatMap(([kind, value]) => (kind === 'document' && isDocument(value) ? [value] : [])),
    fileIds: values.flatMap(([kind, value]) => (kind === 'files' && Array.isArray(value) ? value : [])),
  };
}

/** The records behind a measure with their documents and files: the evidence of the leaf that it feeds. */
export async function findEvidence(
  context: Context,
  person: Person,
  asked: EvidenceAsked,
): Promise<Outcome<EvidenceList, RegisterRefusal>> {
  const { database, clock } = context;
  const found = await findMeasure(database, person.agencyId, asked.key);
  const view = found && viewOf(found.register, person.role);
  if (!found || !view?.measures.has(found.name)) return refuse({ code: 'measure-not-found' });
  const { register, measure } = found;
  const seen = { loaded: { register, whole: register, isStored: true, rebuilt: null }, register, view };
  const filter = settleSeen(seen, filterBehind(register, measure, asked));
  if (!filter.ok) return filter;
  const place = { agencyId: person.agencyId, register, today: clock.today() };
  const sort = { name: 'created-day', isDescending: false };
  const query = { filter: filter.value, typed: [], sort, unitIds: unitsInReach(person), after: null, isDeleted: false };
  const records = await findRecords(database, place, { ...query, limit: MOST_RECORDS + 1 });
  const names = await findNames(database, person.agencyId);
  const page = records.slice(0, MOST_RECORDS);
  return accept({
    evidence: page.map((record) => evidenceOf(view, showRecord(person, seen, names, place.today, record))),
    labels: await labelAll(
      database,
      person,
      names,
      mentionedIn(
        view,
        page.map(({ values }) => values),
      ),
    ),
    isCut: records.length > page.length,
  });
}
