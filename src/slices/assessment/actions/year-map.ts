import { Decimal } from '../../../kernel/decimal.ts';
import { accept, type Outcome, refuse } from '../../../kernel/outcome.ts';
import type { Context } from '../../../server/context.ts';
import type { Db } from '../../../server/database.ts';
import type { Person } from '../../../server/http.ts';
import { type CarriedScore, carryScores, checkYearMap, suggestYearMap, type YearLink } from '../../criteria/index.ts';
import { findStageScores } from '../store/index-year.ts';
import { findYearMap, saveYearMap } from '../store/year-map.ts';
import { change, fact } from './change-index.ts';
import { setOfYear } from './index-year.ts';
import type { AssessmentRefusal } from './refusals.ts';

/** Keeps what became of last year's leaves. A map that leaves a leaf out would lose its score: it is refused. */
export function keepYearMap(
  context: Context,
  person: Person,
  { year, links }: { year: number; links: readonly YearLink[] },
): Promise<Outcome<null, AssessmentRefusal>> {
  return change(context, person, async (tx) => {
    const newer = await setOfYear(tx, person, year);
    if (!newer.ok) return newer;
    const older = await setOfYear(tx, person, year - 1);
    if (!older.ok) return refuse({ code: 'no-last-year' });
    const faults = checkYearMap(older.value, newer.value, links);
    if (faults.length) return refuse({ code: 'map-incomplete', faults });
    const by = { by: person.userId, name: person.displayName, at: context.clock.now() };
    await saveYearMap(tx, person.agencyId, { year, links, ...by });
    return accept({ value: null, facts: [fact('index.save-year-map', year, { links: [...links] })] });
  });
}

/** Last year's final points carried to this year's leaves, by the kept map or, before one is kept, the suggested one. */
export async function carriedScores(db: Db, person: Person, year: number): Promise<CarriedScore[]> {
  const [newer, older] = [await setOfYear(db, person, year), await setOfYear(db, person, year - 1)];
  if (!newer.ok || !older.ok) return [];
  const stored = await findYearMap(db, person.agencyId, year);
  const isWhole = stored !== null && checkYearMap(older.value, newer.value, stored.links).length === 0;
  const map = stored && isWhole ? stored.links : suggestYearMap(older.value, newer.value);
  const final = (await findStageScores(db, person.agencyId, year - 1)).filter(({ stage }) => stage === 'final');
  const points = Object.fromEntries(final.map(({ leafCode, points: given }) => [leafCode, new Decimal(given)]));
  return carryScores(older.value, newer.value, map, points);
}
