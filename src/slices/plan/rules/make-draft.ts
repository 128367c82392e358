import type { PlanReading } from '../../reading/index.ts';
import type { TaskDeadline } from '../../tasks/index.ts';
import type { Draft, DraftItem } from './draft.ts';

type ReadField = {
  readonly value: unknown;
  readonly place: unknown;
  readonly confidence: number;
  readonly doubt?: string;
};

/** A stated field lies at a place; one that the document does not state has none and does not weaken the item. */
const isStated = (field: ReadField): boolean => field.place !== null;

/** Each value by name; the second and later ones of a list as "leads.1", "leads.2". */
function fieldsOf(record: object): [string, ReadField][] {
  return Object.entries(record).flatMap(([name, value]): [string, ReadField][] =>
    Array.isArray(value)
      ? value.map((one: ReadField, at) => [at === 0 ? name : `${name}.${at}`, one])
      : [[name, value as ReadField]],
  );
}

/** The key, confidence, doubts and places of an item, from its fields as read. */
function itemFrom(key: string, record: object): DraftItem {
  const stated = fieldsOf(record).filter(([, field]) => isStated(field));
  const places: DraftItem['places'] = {};
  for (const [name, field] of stated) places[name] = field.place as DraftItem['places'][string];
  return {
    key,
    state: 'unchecked',
    confidence: Math.min(1, ...stated.map(([, field]) => field.confidence)),
    doubts: [...new Set(stated.flatMap(([, field]) => (field.doubt ? [field.doubt] : [])))],
    places,
  };
}

const values = <Value>(fields: readonly { readonly value: Value }[]): Value[] => fields.map((field) => field.value);
const deadlinesOf = (fields: readonly { readonly value: unknown }[]): TaskDeadline[] =>
  fields.map((field) => field.value as TaskDeadline);

function headOf({ document }: PlanReading): Draft['document'] {
  const { kind, title, agency, province, number, date, planYear, assessedYear } = document;
  const fields = { kind, title, agency, province, number, date, planYear, assessedYear };
  const plain = Object.fromEntries(Object.entries(fields).map(([name, field]) => [name, field.value]));
  return { ...itemFrom('document', fields), ...plain } as Draft['document'];
}

function resultOf({ result }: PlanReading): Draft['result'] {
  if (!result) return null;
  const plain = Object.fromEntries(Object.entries(result).map(([name, field]) => [name, field.value]));
  return { ...itemFrom('result', result), ...plain } as Draft['result'];
}

/** The draft with which a review begins: what was read, nothing looked at yet. */
export function makeDraft(reading: PlanReading): Draft {
  return {
    document: headOf(reading),
    result: resultOf(reading),
    areas: reading.areas.map((area, index) => ({
      ...itemFrom(`area-${index}`, area),
      ordinal: area.ordinal.value,
      name: area.name.value,
      score: area.score.value,
      max: area.max.value,
      percent: area.percent.value,
      criteria: area.criteria.value,
      subcriteria: area.subcriteria.value,
    })),
    deficits: reading.deficits.map((deficit, index) => ({
      ...itemFrom(`deficit-${index}`, deficit),
      area: deficit.area.value,
      criterion: deficit.criterion.value,
      score: deficit.score.value,
      max: deficit.max.value,
      reason: deficit.reason.value,
      responsible: values(deficit.responsible),
      remedy: deficit.remedy.value,
      leads: values(deficit.leads),
      coordinators: values(deficit.coordinators),
      deadlineText: deficit.deadlineText.value,
      deadlines: deadlinesOf(deficit.deadlines),
    })),
    tasks: reading.tasks.map((task, index) => ({
      ...itemFrom(`task-${index}`, task),
      area: task.area.value,
      ordinal: task.ordinal.value,
      title: task.title.value,
      products: values(task.products),
      leads: values(task.leads),
      coordinators: values(task.coordinators),
      targets: values(task.targets),
      deadlineText: task.deadlineText.value,
      deadlines: deadlinesOf(task.deadlines),
    })),
    obligations: reading.obligations.map((obligation, index) => ({
      ...itemFrom(`obligation-${index}`, obligation),
      who: obligation.who.value,
      to: obligation.to.value,
      what: obligation.what.value,
      deadlineText: obligation.deadlineText.value,
      deadlines: deadlinesOf(obligation.deadlines),
    })),
    decisions: [],
  };
}
