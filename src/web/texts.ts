import { feedsTexts } from '../slices/assessment/feeds-texts.ts';
import { leafTexts } from '../slices/assessment/leaf-texts.ts';
import { lossTexts } from '../slices/assessment/losses-texts.ts';
import { mapTexts } from '../slices/assessment/map-texts.ts';
import { overviewTexts } from '../slices/assessment/overview-texts.ts';
import { ownersTexts } from '../slices/assessment/owners-texts.ts';
import { resultsTexts } from '../slices/assessment/results-texts.ts';
import { assessmentTexts } from '../slices/assessment/texts.ts';
import { treeTexts } from '../slices/assessment/tree-texts.ts';
import { auditTexts } from '../slices/audit/texts.ts';
import { calendarTexts } from '../slices/calendar/texts.ts';
import { criteriaTexts } from '../slices/criteria/texts.ts';
import { dashboardTexts } from '../slices/dashboard/texts.ts';
import { identityTexts } from '../slices/identity/texts.ts';
import { notificationsTexts } from '../slices/notifications/texts.ts';
import { compareTexts } from '../slices/plan/compare-texts.ts';
import { reviewTexts } from '../slices/plan/review-texts.ts';
import { planTexts } from '../slices/plan/texts.ts';
import { declareTexts } from '../slices/registers/declare-texts.ts';
import { importTexts } from '../slices/registers/import-texts.ts';
import { measuresTexts } from '../slices/registers/measure-texts.ts';
import { registersTexts } from '../slices/registers/texts.ts';
import { dutiesTexts } from '../slices/reports/duty-texts.ts';
import { reportsTexts } from '../slices/reports/texts.ts';
import { staffTexts } from '../slices/staff/texts.ts';
import { meetingTexts } from '../slices/tasks/meeting-texts.ts';
import { provinceTexts } from '../slices/tasks/province-texts.ts';
import { taskTexts } from '../slices/tasks/task-texts.ts';
import { tasksTexts } from '../slices/tasks/texts.ts';
import { unitPlansTexts } from '../slices/tasks/unit-plan-texts.ts';
import { unitsTexts } from '../slices/units/texts.ts';
import { webTexts } from './web-texts.ts';

/** Every text of the product, by slice. A slice adds its `texts.ts` here. */
export const catalogue = {
  assessment: assessmentTexts,
  audit: auditTexts,
  calendar: calendarTexts,
  criteria: criteriaTexts,
  dashboard: dashboardTexts,
  identity: identityTexts,
  leaf: leafTexts,
  notifications: notificationsTexts,
  loss: lossTexts,
  feeds: feedsTexts,
  map: mapTexts,
  owners: ownersTexts,
  overview: overviewTexts,
  plan: planTexts,
  review: reviewTexts,
  compare: compareTexts,
  registers: registersTexts,
  declare: declareTexts,
  imports: importTexts,
  duties: dutiesTexts,
  reports: reportsTexts,
  measures: measuresTexts,
  staff: staffTexts,
  units: unitsTexts,
  web: webTexts,
  task: taskTexts,
  meeting: meetingTexts,
  unitPlans: unitPlansTexts,
  province: provinceTexts,
  tasks: tasksTexts,
  results: resultsTexts,
  tree: treeTexts,
} as const;

export type Language = 'vi' | 'en';
type Catalogue = typeof catalogue;
type Slice = keyof Catalogue;

/** `slice.name`, for example `web.logIn`. */
export type TextKey = { [S in Slice]: `${S}.${keyof Catalogue[S]['vi'] & string}` }[Slice];

type VietnameseOf<Key> = Key extends `${infer S extends Slice}.${infer Name}`
  ? Name extends keyof Catalogue[S]['vi']
    ? Catalogue[S]['vi'][Name]
    : never
  : never;
type Places<Text> = Text extends `${string}{${infer Place}}${infer Rest}` ? Place | Places<Rest> : never;
type Filling<Key> = [Places<VietnameseOf<Key>>] extends [never]
  ? []
  : [values: Readonly<Record<Places<VietnameseOf<Key>>, string | number>>];

/** A key whose text has no places to fill: what a table of texts may hold. */
export type PlainTextKey = { [Key in TextKey]: Filling<Key> extends [] ? Key : never }[TextKey];

export type Translate = <Key extends TextKey>(key: Key, ...filling: Filling<Key>) => string;

/** Fills `{name}`; English may write `{count|task|tasks}` for one and many. */
export function fill(text: string, values: Readonly<Record<string, string | number>>): string {
  return text.replace(/\{(\w+)(?:\|([^|}]*)\|([^}]*))?\}/g, (whole, name: string, one?: string, many?: string) => {
    const value = values[name];
    if (value === undefined) return whole;
    if (one !== undefined && many !== undefined) return Number(value) === 1 ? one : many;
    return String(value);
  });
}

function find(language: Language, key: string): string {
  const dot = key.indexOf('.');
  const slice: Readonly<Record<string, Readonly<Record<Language, Readonly<Record<string, string>>>>>> = catalogue;
  return slice[key.slice(0, dot)]?.[language][key.slice(dot + 1)] ?? key;
}

function makeTranslator(language: Language): Translate {
  return (key, ...filling) => fill(find(language, key), filling[0] ?? {});
}

const translators = { vi: makeTranslator('vi'), en: makeTranslator('en') } as const;

export function translator(language: Language): Translate {
  return translators[language];
}
