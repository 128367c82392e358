import { sql } from 'drizzle-orm';
import type { CivilDate } from '../../../kernel/civil-date.ts';
import type { Instant } from '../../../kernel/clock.ts';
import type { AgencyId } from '../../../kernel/ids.ts';
import type { Db, Transaction } from '../../../server/database.ts';
import type { SetId } from '../../criteria/server.ts';
import type { TieRule } from '../../scoring/index.ts';

/** What a year is scored with. */
export type IndexYear = {
  year: number;
  setId: SetId;
  target: string | null;
  closingOn: CivilDate | null;
  /** First day that the measures cover; null: 1 January. */
  measuredFrom: CivilDate | null;
  frozenAt: Instant | null;
  /** How equal results share places in the ranking of the year. */
  ties: TieRule;
};

export async function findIndexYear(db: Db, agencyId: AgencyId, year: number): Promise<IndexYear | null> {
  const { rows } = await db.execute<IndexYear>(sql`
    select year, set_id as "setId", trim_scale(target) as target, closing_on as "closingOn",
           measured_from as "measuredFrom", frozen_at as "frozenAt", ties
      from index_year where agency_id = ${agencyId} and year = ${year}`);
  return rows[0] ?? null;
}

export async function saveIndexYear(
  tx: Transaction,
  agencyId: AgencyId,
  year: Omit<IndexYear, 'frozenAt' | 'ties'>,
): Promise<void> {
  await tx.execute(sql`
    insert into index_year (agency_id, year, set_id, target, closing_on, measured_from)
    values (${agencyId}, ${year.year}, ${year.setId}, ${year.target}::numeric, ${year.closingOn}::date, ${year.measuredFrom}::date)
    on conflict (agency_id, year) do update set set_id = excluded.set_id, target = excluded.target,
      closing_on = excluded.closing_on, measured_from = excluded.measured_from`);
}

/** False where the year has no settings yet. */
export async function saveTieRule(tx: Transaction, agencyId: AgencyId, year: number, ties: TieRule): Promise<boolean> {
  const { rows } = await tx.execute(sql`
    update index_year set ties = ${ties} where agency_id = ${agencyId} and year = ${year} returning year`);
  return rows.length > 0;
}

export type StageScore = {
  leafCode: string;
  stage: 'self' | 'appraisal-1' | 'final';
  points: string;
  reason: string | null;
};

export async function findStageScores(db: Db, agencyId: AgencyId, year: number): Promise<StageScore[]> {
  const { rows } = await db.execute<StageScore>(sql`
    select leaf_code as "leafCode", stage, trim_scale(points) as points, reason from stage_score
     where agency_id = ${agencyId} and year = ${year} order by leaf_code, stage limit 2000`);
  return rows;
}

/** Replaces all points of one stage of a year. */
export async function replaceStageScores(
  tx: Transaction,
  agencyId: AgencyId,
  stage: {
    year: number;
    stage: StageScore['stage'];
    scores: readonly Pick<StageScore, 'leafCode' | 'points' | 'reason'>[];
  },
  at: Instant,
): Promise<void> {
  await tx.execute(sql`
    delete from stage_score where agency_id = ${agencyId} and year = ${stage.year} and stage = ${stage.stage}`);
  if (stage.scores.length === 0) return;
  const values = stage.scores.map(
    (score) =>
      sql`(${agencyId}, ${stage.year}, ${score.leafCode}, ${stage.stage}, ${score.points}::numeric, ${score.reason}, ${at}::timestamptz)`,
  );
  await tx.execute(sql`
    insert into stage_score (agency_id, year, leaf_code, stage, points, reason, entered_at) values ${sql.join(values, sql`, `)}`);
}

export type RankingEntry = { name: string; points: string; isOwn: boolean; areas: Record<string, string> };

export async function findRanking(db: Db, agencyId: AgencyId, year: number): Promise<RankingEntry[]> {
  const { rows } = await db.execute<RankingEntry>(sql`
    select name, trim_scale(points) as points, is_own as "isOwn", areas from ranking_entry
     where agency_id = ${agencyId} and year = ${year} order by points desc, name limit 500`);
  return rows;
}

export async function replaceRanking(
  tx: Transaction,
  agencyId: AgencyId,
  year: number,
  entries: readonly RankingEntry[],
): Promise<void> {
  await tx.execute(sql`delete from ranking_entry where agency_id = ${agencyId} and year = ${year}`);
  if (entries.length === 0) return;
  const values = entries.map(
    (one) =>
      sql`(${agencyId}, ${year}, ${one.name}, ${one.points}::numeric, ${one.isOwn}, ${JSON.stringify(one.areas)}::jsonb)`,
  );
  await tx.execute(sql`
    insert into ranking_entry (agency_id, year, name, points, is_own, areas) values ${sql.join(values, sql`, `)}`);
}

export type StoredScenario = {
  scenarioId: string;
  name: string;
  suppositions: unknown[];
  createdBy: string;
  createdAt: Instant;
};

export async function findScenarios(db: Db, agencyId: AgencyId, year: number): Promise<StoredScenario[]> {
  const { rows } = await db.execute<StoredScenario>(sql`
    select scenario_id as "scenarioId", name, suppositions, created_by as "createdBy", created_at as "createdAt"
      from scenario where agency_id = ${agencyId} and year = ${year} order by scenario_id limit 100`);
  return rows;
}

export async function insertScenario(
  tx: Transaction,
  agencyId: AgencyId,
  year: number,
  scenario: StoredScenario,
): Promise<void> {
  await tx.execute(sql`
    insert into scenario (agency_id, scenario_id, year, name, suppositions, created_by, created_at)
    values (${agencyId}, ${scenario.scenarioId}, ${year}, ${scenario.name}, ${JSON.stringify(scenario.suppositions)}::jsonb,
      ${scenario.createdBy}, ${scenario.createdAt}::timestamptz)`);
}

export async function deleteScenario(tx: Transaction, agencyId: AgencyId, scenarioId: string): Promise<boolean> {
  const { rows } = await tx.execute(sql`
    delete from scenario where agency_id = ${agencyId} and scenario_id = ${scenarioId} returning scenario_id`);
  return rows.length > 0;
}
