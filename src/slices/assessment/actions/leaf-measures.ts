import type { Instant } from '../../../kernel/clock.ts';
import { accept, type Outcome, refuse } from '../../../kernel/outcome.ts';
import type { Context } from '../../../server/context.ts';
import type { Transaction } from '../../../server/database.ts';
import type { Person } from '../../../server/http.ts';
import type { CriteriaSet, Leaf } from '../../criteria/index.ts';
import { fitsRule, type MeasureDefinition, type MeasureKey, placesOf } from '../../registers/index.ts';
import { type LeafTie, whatCounts } from '../rules/what-counts.ts';
import { findIndexYear, type IndexYear } from '../store/index-year.ts';
import {
  ALL_PLACES,
  closeYear,
  deleteTie,
  type FrozenFigure,
  type FrozenPlace,
  findTies,
  insertFrozen,
  type StoredTie,
  saveTies,
  type TieBy,
} from '../store/leaf-measures.ts';
import { findMeasures } from '../store/measures.ts';
import { change, fact } from './change-index.ts';
import { setOfYear } from './index-year.ts';
import { offeredMeasures, type ReadTie, readTies, type Sources, scopeOfYear, spreadTies } from './read-measures.ts';
import type { AssessmentRefusal } from './refusals.ts';

const decider = (context: Context, person: Person): TieBy => ({
  by: person.userId,
  name: person.displayName,
  at: context.clock.now(),
});

export type TieForm = { year: number; measureKey: string | null } & Omit<LeafTie, 'measureKey'>;

/** Why a measure cannot stand at a place of a leaf's rule; null where it can. */
function refuseTie(leaf: Leaf, place: number, definition: MeasureDefinition | undefined): AssessmentRefusal | null {
  if (place >= placesOf(leaf.rule).length) return { code: 'place-not-found' };
  if (!definition) return { code: 'measure-not-found' };
  return fitsRule(leaf.rule, definition) ? null : { code: 'measure-misfit' };
}

/** Ties a place of a leaf to a measure, chooses whose figure counts for the leaf, or unties the place. */
export function tieMeasure(
  context: Context,
  sources: Sources,
  person: Person,
  { year, leafCode, place, measureKey, counts }: TieForm,
): Promise<Outcome<null, AssessmentRefusal>> {
  return change(context, person, async (tx) => {
    const set = await setOfYear(tx, person, year);
    if (!set.ok) return set;
    const leaf = set.value.leaves.find(({ code }) => code === leafCode);
    if (!leaf) return refuse({ code: 'leaf-not-found' });
    const offered = await offeredMeasures(sources, tx, person.agencyId);
    const stored = (await findTies(tx, person.agencyId, year)).filter((tie) => tie.leafCode === leafCode);
    const ties = spreadTies(offered, stored);
    const before = ties.find((tie) => tie.place === place)?.measureKey ?? null;
    const refusal = measureKey === null ? null : refuseTie(leaf, place, offered.get(measureKey)?.definition);
    if (refusal) return refuse(refusal);
    if (stored.some((tie) => tie.place === ALL_PLACES)) {
      await deleteTie(tx, person.agencyId, year, { leafCode, place: ALL_PLACES });
      await saveTies(tx, person.agencyId, year, ties, decider(context, person));
    }
    if (measureKey === null) await deleteTie(tx, person.agencyId, year, { leafCode, place });
    else {
      const tie = { leafCode, place, measureKey, counts };
      await saveTies(tx, person.agencyId, year, [tie], decider(context, person));
    }
    const facts = [fact('index.tie-measure', year, { leafCode, place, measureKey, counts, before })];
    return accept({ value: null, facts });
  });
}

/**
 * The measures that name a leaf as theirs and fit its rule, for every place that is not tied yet; of two for one place
 * the first offered wins.
 *
 * @param tied ties place by place (`spreadTies`)
 */
export function proposeTies(
  set: CriteriaSet,
  definitions: readonly MeasureDefinition[],
  tied: readonly Pick<StoredTie, 'leafCode' | 'place' | 'counts'>[],
): LeafTie[] {
  return set.leaves.flatMap((leaf) => {
    const made = definitions.filter((one) => one.leaves.includes(leaf.code) && fitsRule(leaf.rule, one));
    const known = tied.filter(({ leafCode }) => leafCode === leaf.code);
    return placesOf(leaf.rule).flatMap((_, place): LeafTie[] => {
      const one = made.find((definition) => (definition.place ?? 0) === place);
      if (!one || known.some((tie) => tie.place === place)) return [];
      return [{ leafCode: leaf.code, place, measureKey: one.key, counts: known[0]?.counts ?? 'computed' }];
    });
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
    const stored = await findTies(tx, person.agencyId, form.year);
    const ties = proposeTies(set.value, definitions, spreadTies(offered, stored))
      .filter(({ leafCode }) => form.leafCodes === null || form.leafCodes.includes(leafCode))
      .map((tie) => ({ ...tie, counts: form.counts }));
    await saveTies(tx, person.agencyId, form.year, ties, decider(context, person));
    const codes = [...new Set(ties.map(({ leafCode }) => leafCode))];
    return accept({
      value: { tied: codes.length },
      facts: [fact('index.accept-measures', form.year, { ties: codes })],
    });
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
  const readPlace = async ({ place, measureKey, figures }: ReadTie): Promise<FrozenPlace> => {
    const source = offered.get(measureKey)?.source;
    const byUnit = await source?.readBy(tx, agencyId, measureKey as MeasureKey, { ...scope, by: 'unit' });
    return { place, measureKey, figures, byUnit: [...(byUnit ?? [])] };
  };
  const frozen: FrozenFigure[] = [];
  for (const leaf of [...set.leaves, ...set.bonus, ...set.penalty]) {
    const entry = entries.find(({ leafCode }) => leafCode === leaf.code);
    const own = ties.filter(({ leafCode }) => leafCode === leaf.code);
    if (!entry && own.length === 0) continue;
    const scored = set.leaves.find(({ code }) => code === leaf.code);
    const { source, input } = scored
      ? whatCounts(scored, own, entry?.input ?? null)
      : { source: 'entered', input: entry?.input ?? null };
    const places: FrozenPlace[] = [];
    for (const tie of own) places.push(await readPlace(tie));
    const [first] = places;
    frozen.push({
      leafCode: leaf.code,
      source: source === 'computed' ? 'computed' : 'entered',
      input: input === null ? null : { ...input },
      entryId: entry?.entryId ?? null,
      measureKey: first?.measureKey ?? null,
      figures: first?.figures ?? null,
      byUnit: first?.byUnit ?? null,
      places: places.length > 1 ? places : null,
      extractedAt: own[0]?.extractedAt ?? at,
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
