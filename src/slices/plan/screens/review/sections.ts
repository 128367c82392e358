import type { TaskDeadline } from '../../../tasks/index.ts';
import type { Draft, DraftItem } from '../../rules/draft.ts';
import type { DraftList } from '../../rules/draft-items.ts';

/** How a field is shown and typed. */
export type FieldKind =
  | 'text'
  | 'day'
  | 'long'
  | 'points'
  | 'whole'
  | 'planKind'
  | 'area'
  | 'units'
  | 'lines'
  | 'deadline';

/** Every name that a field of an item may have; each has a label in the texts. */
type FieldName =
  | 'title'
  | 'kind'
  | 'number'
  | 'date'
  | 'agency'
  | 'province'
  | 'planYear'
  | 'assessedYear'
  | 'year'
  | 'total'
  | 'max'
  | 'grade'
  | 'totalChange'
  | 'rank'
  | 'rankOf'
  | 'rankChange'
  | 'name'
  | 'ordinal'
  | 'score'
  | 'percent'
  | 'criteria'
  | 'subcriteria'
  | 'criterion'
  | 'area'
  | 'reason'
  | 'responsible'
  | 'remedy'
  | 'leads'
  | 'coordinators'
  | 'deadlineText'
  | 'products'
  | 'what'
  | 'who'
  | 'to';

export type FieldSpec = { readonly name: FieldName; readonly kind: FieldKind };

/** An item of any section; its fields are read by name, as the tables below list them. */
export type ReviewItem = DraftItem & { readonly [field: string]: unknown };

export const sectionNames = ['document', 'result', 'areas', 'deficits', 'tasks', 'obligations'] as const;
export type SectionName = (typeof sectionNames)[number];

export type Section = { readonly name: SectionName; readonly items: readonly ReviewItem[] };

const fields = (...specs: readonly (readonly [FieldName, FieldKind])[]): readonly FieldSpec[] =>
  specs.map(([name, kind]) => ({ name, kind }));

/** What each item of a section says; the first field names the item. */
export const sectionFields: Readonly<Record<SectionName, readonly FieldSpec[]>> = {
  document: fields(
    ['title', 'long'],
    ['kind', 'planKind'],
    ['number', 'text'],
    ['date', 'day'],
    ['agency', 'text'],
    ['province', 'text'],
    ['planYear', 'whole'],
    ['assessedYear', 'whole'],
  ),
  result: fields(
    ['year', 'whole'],
    ['total', 'points'],
    ['max', 'points'],
    ['grade', 'text'],
    ['totalChange', 'points'],
    ['rank', 'whole'],
    ['rankOf', 'whole'],
    ['rankChange', 'whole'],
  ),
  areas: fields(
    ['name', 'text'],
    ['ordinal', 'whole'],
    ['score', 'points'],
    ['max', 'points'],
    ['percent', 'points'],
    ['criteria', 'whole'],
    ['subcriteria', 'whole'],
  ),
  deficits: fields(
    ['criterion', 'long'],
    ['area', 'area'],
    ['score', 'points'],
    ['max', 'points'],
    ['reason', 'long'],
    ['responsible', 'units'],
    ['remedy', 'long'],
    ['leads', 'units'],
    ['coordinators', 'units'],
    ['deadlineText', 'deadline'],
  ),
  tasks: fields(
    ['title', 'long'],
    ['area', 'area'],
    ['ordinal', 'text'],
    ['products', 'lines'],
    ['leads', 'units'],
    ['coordinators', 'units'],
    ['deadlineText', 'deadline'],
  ),
  obligations: fields(['what', 'long'], ['who', 'text'], ['to', 'text'], ['deadlineText', 'deadline']),
};

/** The draft as its sections; the result only where the document states one. */
export function sectionsOf(draft: Draft): Section[] {
  return [
    { name: 'document', items: [draft.document] },
    { name: 'result', items: draft.result ? [draft.result] : [] },
    { name: 'areas', items: draft.areas },
    { name: 'deficits', items: draft.deficits },
    { name: 'tasks', items: draft.tasks },
    { name: 'obligations', items: draft.obligations },
  ];
}

/** Sections whose items may be dropped and added to. */
export function isList(name: SectionName): name is DraftList {
  return name !== 'document' && name !== 'result';
}

export function textOf(item: ReviewItem, field: string): string {
  const value = item[field];
  return typeof value === 'string' ? value : '';
}

export function numberOf(item: ReviewItem, field: string): number | null {
  const value = item[field];
  return typeof value === 'number' ? value : null;
}

export function namesOf(item: ReviewItem, field: string): readonly string[] {
  const value = item[field];
  return Array.isArray(value) ? value.filter((one): one is string => typeof one === 'string') : [];
}

export function deadlinesOf(item: ReviewItem): readonly TaskDeadline[] {
  // The shape of the draft gives this name to nothing but lists of deadlines.
  return Array.isArray(item.deadlines) ? (item.deadlines as TaskDeadline[]) : [];
}

/** What the item is called in a list: its first field. */
export function titleOf(section: SectionName, item: ReviewItem): string {
  return textOf(item, sectionFields[section][0]?.name ?? '');
}

export function isStated(item: ReviewItem, { name }: FieldSpec): boolean {
  const value = item[name];
  return Array.isArray(value) ? value.length > 0 : value !== null && value !== undefined && value !== '';
}
