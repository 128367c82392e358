import { type CivilDate, civilDate } from '../../../kernel/civil-date.ts';
import { accept, type Outcome, refuse } from '../../../kernel/outcome.ts';
import type { Context } from '../../../server/context.ts';
import type { Person } from '../../../server/http.ts';
import {
  fitsRule,
  leafInput,
  type MeasureCell,
  type MeasureDefinition,
  type MeasureKey,
  placesOf,
} from '../../registers/index.ts';
import { findIndexYear } from '../store/index-year.ts';
import { findTies } from '../store/leaf-measures.ts';
import { setOfYear } from './index-year.ts';
import { proposeTies } from './leaf-measures.ts';
import { offeredMeasures, type Sources, scopeOfYear, spreadTies } from './read-measures.ts';
import type { AssessmentRefusal } from './refusals.ts';

export type MeasureProposal = { leafCode: string; place: number; definition: MeasureDefinition };

/** Places of leaves that have no measure yet and one that was made for them; and all that is offered. */
export async function measureProposals(
  { database }: Context,
  sources: Sources,
  person: Person,
  year: number,
): Promise<Outcome<{ proposals: MeasureProposal[]; definitions: MeasureDefinition[] }, AssessmentRefusal>> {
  const set = await setOfYear(database, person, year);
  if (!set.ok) return set;
  const offered = await offeredMeasures(sources, database, person.agencyId);
  const definitions = [...offered.values()].map(({ definition }) => definition);
  const tied = spreadTies(offered, await findTies(database, person.agencyId, year));
  const proposals = proposeTies(set.value, definitions, tied).flatMap(({ leafCode, place, measureKey }) => {
    const definition = offered.get(measureKey)?.definition;
    return definition ? [{ leafCode, place, definition }] : [];
  });
  return accept({ proposals, definitions });
}

/** A tied measure at a place of the rule, cut by month (last year's too) and by unit. */
export type PlaceFigures = {
  place: number;
  months: readonly MeasureCell[];
  lastMonths: readonly MeasureCell[];
  units: readonly MeasureCell[];
};

export type LeafFigures = {
  /** Measures that can fill a place of the leaf's input; `place` where one was made for it. */
  offered: (MeasureDefinition & { isMadeForIt: boolean })[];
  places: PlaceFigures[];
};

const aYearBefore = (day: CivilDate): CivilDate =>
  civilDate(`${Number(day.slice(0, 4)) - 1}${day.slice(4).replace('02-29', '02-28')}`);

/** What may feed the places of a leaf, and each tied measure over the year and by unit. */
export async function leafFigures(
  { database, clock }: Context,
  sources: Sources,
  person: Person,
  { year, leafCode }: { year: number; leafCode: string },
): Promise<Outcome<LeafFigures, AssessmentRefusal>> {
  const { agencyId } = person;
  const set = await setOfYear(database, person, year);
  if (!set.ok) return set;
  const leaf = set.value.leaves.find(({ code }) => code === leafCode);
  const settings = await findIndexYear(database, agencyId, year);
  if (!leaf || !settings) return refuse({ code: 'leaf-not-found' });
  const known = await offeredMeasures(sources, database, agencyId);
  const offered = [...known.values()]
    .map(({ definition }) => ({ ...definition, isMadeForIt: definition.leaves.includes(leafCode) }))
    .filter((one) => placesOf(leaf.rule).length > 0 && fitsRule(leaf.rule, one))
    .sort((a, b) => Number(b.isMadeForIt) - Number(a.isMadeForIt) || a.label.vi.localeCompare(b.label.vi, 'vi'));
  const scope = scopeOfYear(settings, clock.today());
  const last = { ...scope, firstDay: aYearBefore(scope.firstDay), lastDay: aYearBefore(scope.lastDay) };
  const ties = spreadTies(known, await findTies(database, agencyId, year));
  const places: PlaceFigures[] = [];
  for (const { leafCode: code, place, measureKey } of ties) {
    const source = known.get(measureKey)?.source;
    if (code !== leafCode || !source) continue;
    const key = measureKey as MeasureKey;
    places.push({
      place,
      months: await source.readBy(database, agencyId, key, { ...scope, by: 'month' }),
      lastMonths: await source.readBy(database, agencyId, key, { ...last, by: 'month' }),
      units: await source.readBy(database, agencyId, key, { ...scope, by: 'unit' }),
    });
  }
  return accept({ offered, places });
}

/** Leaves of which every proposed measure has figures now, and figures that their rule takes. */
export async function leavesThatFit(
  { database, clock }: Context,
  sources: Sources,
  person: Person,
  year: number,
): Promise<string[]> {
  const { agencyId } = person;
  const set = await setOfYear(database, person, year);
  const settings = await findIndexYear(database, agencyId, year);
  if (!set.ok || !settings) return [];
  const offered = await offeredMeasures(sources, database, agencyId);
  const scope = scopeOfYear(settings, clock.today());
  const definitions = [...offered.values()].map(({ definition }) => definition);
  const tied = spreadTies(offered, await findTies(database, agencyId, year));
  const proposed = proposeTies(set.value, definitions, tied);
  const fitting: string[] = [];
  for (const leaf of set.value.leaves) {
    const readings = [];
    for (const { place, measureKey } of proposed.filter(({ leafCode }) => leafCode === leaf.code)) {
      const one = offered.get(measureKey);
      const reading = await one?.source.read(database, agencyId, one.definition.key, scope);
      if (one) readings.push({ ...one.definition, place, figures: reading?.figures ?? null });
    }
    if (readings.length > 0 && leafInput(leaf.rule, readings).ok) fitting.push(leaf.code);
  }
  return fitting;
}
