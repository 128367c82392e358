import type { Instant } from '../../../kernel/clock.ts';
import { accept, type Outcome, refuse } from '../../../kernel/outcome.ts';
import type { Context } from '../../../server/context.ts';
import type { Transaction } from '../../../server/database.ts';
import type { Person } from '../../../server/http.ts';
import type { CriteriaSet } from '../../criteria/index.ts';
import type { MeasureDefinition, MeasureKey } from '../../registers/index.ts';
import { fillsPlace, fitsRule } from '../rules/figures-input.ts';
import { type LeafTie, whatCounts } from '../rules/what-counts.ts';
import { findIndexYear, type IndexYear } from '../store/index-year.ts';
import {
  closeYear,
  deleteTie,
  type FrozenFigure,
  findTies,
  insertFrozen,
  saveTies,
  type TieBy,
} from '../store/leaf-measures.ts';
import { findMeasures } from '../store/measures.ts';
import { change, fact } from './change-index.ts';
import { setOfYear } from './index-year.ts';
import { offeredMeasures, readTies, type Sources, scopeOfYear } from './read-measures.ts';
import type { AssessmentRefusal } from './refusals.ts';

const decider = (context: Context, person: Person): TieBy => ({
  by: person.userId,
  name: person.displayName,
  at: context.clock.now(),
});

export type TieForm = { year: number; leafCode: string; measureKey: string | null; counts: LeafTie['counts'] };

/** Ties a leaf to a measure, chooses whose figure counts, or unties it. */
export function tieMeasure(
  context: Context,
  sources: Sources,
  person: Person,
  { year, leafCode, measureKey, counts }: TieForm,
): Promise<Outcome<null, AssessmentRefusal>> {
  return change(context, person, async (tx) => {
    const set = await setOfYear(tx, person, year);
    if (!set.ok) return set;
    const leaf = set.value.leaves.find(({ code }) => code === leafCode);
    if (!leaf) return refuse({ code: 'leaf-not-found' });
    const facts = [fact('index.tie-measure', year, { leafCode, measureKey, counts })];
    if (measureKey === null) {
      await deleteTie(tx, person.agencyId, year, leafCode);
      return accept({ value: null, facts });
    }
    const offered = await offeredMeasures(sources, tx, person.agencyId);
    if (!offered.has(measureKey)) return refuse({ code: 'measure-not-found' });
    await saveTies(tx, person.agencyId, year, [{ leafCode, measureKey, counts }], decider(context, person));
    return accept({ value: null, facts });
  });
}

/** The measures that name a leaf as theirs and fit its rule, for leaves that are not tied yet; the first offered wins. */
export function proposeTies(
  set: CriteriaSet,
  definitions: readonly MeasureDefinition[],
  tied: readonly { readonly leafCode: string }[],
): LeafTie[] {
  const known = new Set(tied.map(({ leafCode }) => leafCode));
  return set.leaves.flatMap((leaf) => {
    if (known.has(leaf.code)) return [];
    const fits = (one: MeasureDefinition): boolean => fitsRule(leaf.rule, one) || fillsPlace(leaf.rule, one);
    const made = definitions.find((one) => one.leaves.includes(leaf.code) && fits(one));
    return made ? [{ leafCode: leaf.code, measureKey: made.key, counts: 'computed' as const }] : [];
  });
}

/** Takes every proposed tie over, or those of the leaves that are named. */
export function acceptProposals(
  context: Context,
  sources: Sources,
  person: Person,
  form: { year: number; leafCodes: readonly string[] | null; counts: LeafTie['counts'] },
): Promise<Outcome<{ tied: number }, AssessmentRefusal>> {
  return change(context, person, async (tx) => {
    const set = await setOfYear(tx, person, form.year);
    if (!set.ok) return set;
    const offered = await offeredMeasures(sources, tx, person.agencyId);
    const definitions = [...offered.values()].map(({ definition }) => definition);
    const ties = proposeTies(set.value, definitions, await findTies(tx, person.agencyId, form.year))
      .filter(({ leafCode }) => form.leafCodes === null || form.leafCodes.includes(leafCode))
      .map((tie) => ({ ...tie, counts: form.counts }));
    await saveTies(tx, person.agencyId, form.year, ties, decider(context, person));
    const facts = [fact('index.accept-measures', form.year, { ties: ties.map(({ leafCode }) => leafCode) })];
    return accept({ value: { tied: ties.length }, facts });
  });
}

/** Everything that counts at this moment: computed figures as they are now, entered ones as they stand. */
async function figuresAt(
  tx: Transaction,
  asked: { context: Context; sources: Sources; person: Person; settings: IndexYear; set: CriteriaSet; at: Instant },
): Promise<FrozenFigure[]> {
  const { context, sources, person, settings, set, at } = asked;
  const { agencyId } = person;
  const offered = await offeredMeasures(sources, tx, agencyId);
  const scope = scopeOfYear(settings, context.clock.today());
  const ties = await readTies(offered, tx, { agencyId, ties: await findTies(tx, agencyId, settings.year), scope });
  const entries = await findMeasures(tx, agencyId, settings.year);
  const frozen: FrozenFigure[] = [];
  for (const leaf of [...set.leaves, ...set.bonus, ...set.penalty]) {
    const entry = entries.find(({ leafCode }) => leafCode === leaf.code);
    const tie = ties.find(({ leafCode }) => leafCode === leaf.code);
    if (!entry && !tie) continue;
    const scored = set.leaves.find(({ code }) => code === leaf.code);
    const { source, input } = scored
      ? whatCounts(scored, tie, entry?.input ?? null)
      : { source: 'entered', input: entry?.input ?? null };
    const measure = tie ? offered.get(tie.measureKey) : undefined;
    const byUnit =
      measure && tie
        ? await measure.source.readBy(tx, agencyId, tie.measureKey as MeasureKey, { ...scope, by: 'unit' })
        : null;
    frozen.push({
      leafCode: leaf.code,
      source: source === 'computed' ? 'computed' : 'entered',
      input: input === null ? null : { ...input },
      entryId: entry?.entryId ?? null,
      measureKey: tie?.measureKey ?? null,
      figures: tie?.figures ?? null,
      byUnit: byUnit ? [...byUnit] : null,
      extractedAt: tie?.extractedAt ?? at,
    });
  }
  return frozen;
}

/**
 * Freezes every measure of the year's set at once, computed and entered, with the time of extraction; it can be done once.
 * What records say later shows as a difference.
 *
 * @source issue 4, part 4; issue 6, part 5
 */
export function freezeYear(
  context: Context,
  sources: Sources,
  person: Person,
  year: number,
): Promise<Outcome<null, AssessmentRefusal>> {
  return change(context, person, async (tx) => {
    const settings = await findIndexYear(tx, person.agencyId, year);
    const set = await setOfYear(tx, person, year);
    if (!settings || !set.ok) return refuse({ code: 'index-not-set-up' });
    const at = context.clock.now();
    if (!(await closeYear(tx, person.agencyId, year, at))) return refuse({ code: 'already-frozen' });
    const frozen = await figuresAt(tx, { context, sources, person, settings, set: set.value, at });
    await insertFrozen(tx, person.agencyId, year, frozen);
    return accept({ value: null, facts: [fact('index.freeze', year, { leaves: frozen.length })] });
  });
}
