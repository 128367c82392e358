import { type CivilDate, civilDate } from '../../../kernel/civil-date.ts';
import { accept, type Outcome, refuse } from '../../../kernel/outcome.ts';
import type { Context } from '../../../server/context.ts';
import type { Person } from '../../../server/http.ts';
import type { MeasureCell, MeasureDefinition, MeasureFigures, MeasureKey } from '../../registers/index.ts';
import { fitsRule, inputOfFigures } from '../rules/figures-input.ts';
import { findIndexYear } from '../store/index-year.ts';
import { findTies } from '../store/leaf-measures.ts';
import { setOfYear } from './index-year.ts';
import { proposeTies } from './leaf-measures.ts';
import { offeredMeasures, type Sources, scopeOfYear } from './read-measures.ts';
import type { AssessmentRefusal } from './refusals.ts';

export type MeasureProposal = { leafCode: string; definition: MeasureDefinition };

/** Leaves that have no measure yet and one that was made for them; and all that is offered. */
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
  const ties = proposeTies(set.value, definitions, await findTies(database, person.agencyId, year));
  const proposals = ties.flatMap(({ leafCode, measureKey }) => {
    const definition = offered.get(measureKey)?.definition;
    return definition ? [{ leafCode, definition }] : [];
  });
  return accept({ proposals, definitions });
}

export type LeafFigures = {
  offered: (MeasureDefinition & { isMadeForIt: boolean })[];
  months: readonly MeasureCell[];
  lastMonths: readonly MeasureCell[];
  units: readonly MeasureCell[];
  now: MeasureFigures | null;
};

const aYearBefore = (day: CivilDate): CivilDate =>
  civilDate(`${Number(day.slice(0, 4)) - 1}${day.slice(4).replace('02-29', '02-28')}`);

/** What may feed a leaf, and the tied measure cut by month (last year's too) and by unit. */
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
    .filter((one) => fitsRule(leaf.rule, one))
    .sort((a, b) => Number(b.isMadeForIt) - Number(a.isMadeForIt) || a.label.vi.localeCompare(b.label.vi, 'vi'));
  const tie = (await findTies(database, agencyId, year)).find((one) => one.leafCode === leafCode);
  const source = tie && known.get(tie.measureKey)?.source;
  if (!tie || !source) return accept({ offered, months: [], lastMonths: [], units: [], now: null });
  const key = tie.measureKey as MeasureKey;
  const scope = scopeOfYear(settings, clock.today());
  const last = { ...scope, firstDay: aYearBefore(scope.firstDay), lastDay: aYearBefore(scope.lastDay) };
  return accept({
    offered,
    months: await source.readBy(database, agencyId, key, { ...scope, by: 'month' }),
    lastMonths: await source.readBy(database, agencyId, key, { ...last, by: 'month' }),
    units: await source.readBy(database, agencyId, key, { ...scope, by: 'unit' }),
    now: (await source.read(database, agencyId, key, scope))?.figures ?? null,
  });
}

/** Untied leaves whose proposed measure has figures now, and figures that their rule takes. */
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
  const fitting: string[] = [];
  for (const { leafCode, measureKey } of proposeTies(
    set.value,
    definitions,
    await findTies(database, agencyId, year),
  )) {
    const leaf = set.value.leaves.find(({ code }) => code === leafCode);
    const one = offered.get(measureKey);
    const reading = one && (await one.source.read(database, agencyId, one.definition.key, scope));
    if (leaf && one && inputOfFigures(leaf.rule, one.definition, reading?.figures ?? null).ok) fitting.push(leafCode);
  }
  return fitting;
}
