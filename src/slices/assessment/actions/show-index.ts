import type { Context } from '../../../server/context.ts';
import type { Person } from '../../../server/http.ts';
import { findSet } from '../../criteria/server.ts';
import { findEvidence, findReaches } from '../store/evidence.ts';
import { findIndexYear, findRanking, findScenarios, findStageScores } from '../store/index-year.ts';
import { findFrozen, findTies } from '../store/leaf-measures.ts';
import { findLosses } from '../store/lost-points.ts';
import { findLeafTasks, findMeasures } from '../store/measures.ts';
import { offeredMeasures, type ReadTie, readTies, type Sources, scopeOfYear } from './read-measures.ts';
import { carriedScores } from './year-map.ts';

/** Figures of now of every measure that feeds a leaf of the year. */
async function tiesNow(context: Context, sources: Sources, person: Person, year: number): Promise<ReadTie[]> {
  const { database, clock } = context;
  const ties = await findTies(database, person.agencyId, year);
  const settings = await findIndexYear(database, person.agencyId, year);
  if (ties.length === 0 || !settings) return [];
  const offered = await offeredMeasures(sources, database, person.agencyId);
  const scope = scopeOfYear(settings, clock.today());
  return readTies(offered, database, { agencyId: person.agencyId, ties, scope });
}

/** A year of the index: everything that the browser needs to score, forecast, suppose and explain it. */
export async function showIndex(context: Context, sources: Sources, person: Person, year: number) {
  const { database } = context;
  const { agencyId } = person;
  const settings = await findIndexYear(database, agencyId, year);
  const set = settings && (await findSet(database, agencyId, settings.setId));
  const carried = await carriedScores(database, person, year);
  return {
    year,
    settings,
    source: set?.source ?? null,
    measures: await findMeasures(database, agencyId, year),
    frozen: await findFrozen(database, agencyId, year),
    ties: await tiesNow(context, sources, person, year),
    evidence: await findEvidence(database, agencyId, year),
    reaches: await findReaches(database, agencyId, year),
    losses: await findLosses(database, agencyId, year),
    stages: await findStageScores(database, agencyId, year),
    lastYear: (await findStageScores(database, agencyId, year - 1)).filter(({ stage }) => stage === 'final'),
    carried: carried.map((one) => ({
      ...one,
      link: { ...one.link, from: [...one.link.from], to: [...one.link.to] },
      points: one.points?.toFixed() ?? null,
      oldMax: one.oldMax.toFixed(),
      newMax: one.newMax.toFixed(),
      oldRatio: one.oldRatio?.toFixed() ?? null,
    })),
    tasks: await findLeafTasks(database, agencyId, year),
    ranking: await findRanking(database, agencyId, year),
    lastRanking: await findRanking(database, agencyId, year - 1),
    scenarios: await findScenarios(database, agencyId, year),
  };
}
