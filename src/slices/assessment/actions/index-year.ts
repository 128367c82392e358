import type { CivilDate } from '../../../kernel/civil-date.ts';
import { Decimal } from '../../../kernel/decimal.ts';
import type { TaskId } from '../../../kernel/ids.ts';
import { accept, type Outcome, refuse } from '../../../kernel/outcome.ts';
import type { Context } from '../../../server/context.ts';
import type { Db } from '../../../server/database.ts';
import type { Person } from '../../../server/http.ts';
import type { CriteriaSet } from '../../criteria/index.ts';
import { findSet, readStoredSet, type SetId } from '../../criteria/server.ts';
import { reckonSet, type TieRule } from '../../scoring/index.ts';
import {
  deleteScenario,
  findIndexYear,
  insertScenario,
  type RankingEntry,
  replaceRanking,
  replaceStageScores,
  type StageScore,
  saveIndexYear,
  saveTieRule,
} from '../store/index-year.ts';
import { insertMeasures, tieLeafTask } from '../store/measures.ts';
import { change, fact } from './change-index.ts';
import type { AssessmentRefusal } from './refusals.ts';

/** The published set that a year is scored with. */
export async function setOfYear(
  db: Db,
  person: Person,
  year: number,
): Promise<Outcome<CriteriaSet, AssessmentRefusal>> {
  const settings = await findIndexYear(db, person.agencyId, year);
  const stored = settings && (await findSet(db, person.agencyId, settings.setId));
  if (!stored) return refuse({ code: 'index-not-set-up' });
  const read = readStoredSet(stored);
  return read.ok ? accept(read.value) : refuse({ code: 'index-not-set-up' });
}

export function chooseSet(
  context: Context,
  person: Person,
  settings: {
    year: number;
    setId: SetId;
    target: string | null;
    closingOn: CivilDate | null;
    measuredFrom: CivilDate | null;
  },
): Promise<Outcome<null, AssessmentRefusal>> {
  return change(context, person, async (tx) => {
    const set = await findSet(tx, person.agencyId, settings.setId);
    if (!set) return refuse({ code: 'set-not-found' });
    if (set.state !== 'published') return refuse({ code: 'set-not-published' });
    await saveIndexYear(tx, person.agencyId, settings);
    return accept({ value: null, facts: [fact('index.choose-set', settings.year, settings)] });
  });
}

/** Why the rule of a leaf cannot score an input, in the person's language; null where it can. */
function whyRefused(set: CriteriaSet, leafCode: string, input: unknown, language: 'vi' | 'en'): string | null {
  const extra = [...set.bonus, ...set.penalty].some(({ code }) => code === leafCode);
  const result = reckonSet(set, { [leafCode]: input });
  if (extra)
    return (
      [...result.bonus, ...result.penalty].find(({ code }) => code === leafCode)?.refusal?.message[language] ?? null
    );
  return result.leaves.find(({ leaf }) => leaf.code === leafCode)?.refusal?.message[language] ?? null;
}

export type MeasureForm = {
  leafCode: string;
  input: Record<string, unknown> | null;
  extractedOn: CivilDate | null;
  evidence: string | null;
};

/** Why a figure is not stored, or null. */
function refusalOfMeasure(
  set: CriteriaSet,
  { leafCode, input }: MeasureForm,
  language: 'vi' | 'en',
): AssessmentRefusal | null {
  const codes = [...set.leaves, ...set.bonus, ...set.penalty].map(({ code }) => code);
  if (!codes.includes(leafCode)) return { code: 'leaf-not-found' };
  const reason = input === null ? null : whyRefused(set, leafCode, input, language);
  return reason === null ? null : { code: 'measure-refused', leafCode, reason };
}

/** Enters figures with their evidence, all or none. What the rule of a leaf cannot score is not stored. */
export function enterMeasures(
  context: Context,
  person: Person,
  entered: { year: number; forms: readonly MeasureForm[] },
  language: 'vi' | 'en',
): Promise<Outcome<{ entryIds: string[] }, AssessmentRefusal>> {
  const { year, forms } = entered;
  return change(context, person, async (tx) => {
    const set = await setOfYear(tx, person, year);
    if (!set.ok) return set;
    const refusal = forms.map((form) => refusalOfMeasure(set.value, form, language)).find((one) => one !== null);
    if (refusal) return refuse(refusal);
    const by = { enteredBy: person.userId, enteredName: person.displayName, enteredAt: context.clock.now() };
    const entries = forms.map((form) => ({ ...form, ...by, entryId: context.newId('entry') }));
    await insertMeasures(tx, person.agencyId, year, entries);
    const facts = forms.map((form) => fact('index.enter-measure', year, { ...form }));
    return accept({ value: { entryIds: entries.map(({ entryId }) => entryId) }, facts });
  });
}

export type StageForm = {
  year: number;
  stage: StageScore['stage'];
  scores: readonly Pick<StageScore, 'leafCode' | 'points' | 'reason'>[];
};

/** Points as the province published them (or as the department scored itself): stated, never computed. */
export function saveStage(
  context: Context,
  person: Person,
  form: StageForm,
): Promise<Outcome<null, AssessmentRefusal>> {
  return change(context, person, async (tx) => {
    const set = await setOfYear(tx, person, form.year);
    if (!set.ok) return set;
    const leaves = new Map(set.value.leaves.map((leaf) => [leaf.code, leaf]));
    for (const { leafCode, points } of form.scores) {
      const leaf = leaves.get(leafCode);
      if (!leaf) return refuse({ code: 'leaf-not-found' });
      const value = new Decimal(points);
      if (value.isNegative() || value.gt(leaf.max))
        return refuse({ code: 'points-outside', leafCode, max: leaf.max.toFixed() });
    }
    await replaceStageScores(tx, person.agencyId, form, context.clock.now());
    return accept({
      value: null,
      facts: [fact('index.save-stage', form.year, { stage: form.stage, leaves: form.scores.length })],
    });
  });
}

export function saveRanking(
  context: Context,
  person: Person,
  form: { year: number; entries: readonly RankingEntry[] },
): Promise<Outcome<null, AssessmentRefusal>> {
  return change(context, person, async (tx) => {
    if (form.entries.filter(({ isOwn }) => isOwn).length > 1) return refuse({ code: 'two-own-entries' });
    await replaceRanking(tx, person.agencyId, form.year, form.entries);
    return accept({
      value: null,
      facts: [fact('index.save-ranking', form.year, { departments: form.entries.length })],
    });
  });
}

/** How equal results share places: kept with the year, so that everybody reads the same places. */
export function chooseTieRule(
  context: Context,
  person: Person,
  form: { year: number; ties: TieRule },
): Promise<Outcome<null, AssessmentRefusal>> {
  return change(context, person, async (tx) => {
    const before = await findIndexYear(tx, person.agencyId, form.year);
    if (!before || !(await saveTieRule(tx, person.agencyId, form.year, form.ties)))
      return refuse({ code: 'index-not-set-up' });
    return accept({
      value: null,
      facts: [fact('index.choose-ties', form.year, { ties: form.ties, before: before.ties })],
    });
  });
}

export function keepScenario(
  context: Context,
  person: Person,
  form: { year: number; name: string; suppositions: unknown[] },
): Promise<Outcome<{ scenarioId: string }, AssessmentRefusal>> {
  return change(context, person, async (tx) => {
    const scenarioId = context.newId('scenario');
    const { year, name, suppositions } = form;
    await insertScenario(tx, person.agencyId, year, {
      scenarioId,
      name,
      suppositions,
      createdBy: person.userId,
      createdAt: context.clock.now(),
    });
    return accept({ value: { scenarioId }, facts: [fact('index.keep-scenario', year, { scenarioId, name })] });
  });
}

export function dropScenario(
  context: Context,
  person: Person,
  form: { year: number; scenarioId: string },
): Promise<Outcome<null, AssessmentRefusal>> {
  return change(context, person, async (tx) => {
    if (!(await deleteScenario(tx, person.agencyId, form.scenarioId))) return refuse({ code: 'scenario-not-found' });
    return accept({ value: null, facts: [fact('index.drop-scenario', form.year, form)] });
  });
}

export function tieTaskToLeaf(
  context: Context,
  person: Person,
  tie: { year: number; leafCode: string; taskId: TaskId; isTied: boolean },
): Promise<Outcome<null, AssessmentRefusal>> {
  return change(context, person, async (tx) => {
    const set = await setOfYear(tx, person, tie.year);
    if (!set.ok) return set;
    if (!set.value.leaves.some(({ code }) => code === tie.leafCode)) return refuse({ code: 'leaf-not-found' });
    await tieLeafTask(tx, person.agencyId, tie);
    return accept({ value: null, facts: [fact(tie.isTied ? 'index.tie-task' : 'index.untie-task', tie.year, tie)] });
  });
}
