import { type SQL, sql } from 'drizzle-orm';
import type { CivilDate } from '../../../kernel/civil-date.ts';
import type { AgencyId, UnitId } from '../../../kernel/ids.ts';
import { foldVietnamese } from '../../../kernel/vietnamese.ts';
import type { Db, Transaction } from '../../../server/database.ts';
import type { Headship, Succession } from '../rules/history.ts';
import type { Alias, Unit } from '../rules/unit.ts';

const COLUMNS = sql`unit_id as "unitId", parent_id as "parentId", name, short_name as "shortName", kind,
  valid_from as "validFrom", valid_to as "validTo", position, version`;
const PAGE_SIZE = 2000;

/** Every unit that the agency has or had, in the order of the department's list. */
export async function findUnits(db: Db, agencyId: AgencyId): Promise<Unit[]> {
  const { rows } = await db.execute<Unit>(sql`
    select ${COLUMNS} from unit where agency_id = ${agencyId} order by position, unit_id limit ${PAGE_SIZE}`);
  return rows;
}

export async function findUnit(tx: Transaction, agencyId: AgencyId, unitId: UnitId): Promise<Unit | null> {
  const { rows } = await tx.execute<Unit>(sql`
    select ${COLUMNS} from unit where agency_id = ${agencyId} and unit_id = ${unitId} for update`);
  return rows[0] ?? null;
}

export type UnitRow = Omit<Unit, 'version'>;

export async function insertUnit(tx: Transaction, agencyId: AgencyId, unit: UnitRow): Promise<void> {
  await tx.execute(sql`
    insert into unit (agency_id, unit_id, parent_id, name, short_name, kind, valid_from, valid_to, position)
    values (${agencyId}, ${unit.unitId}, ${unit.parentId}, ${unit.name}, ${unit.shortName}, ${unit.kind},
      ${unit.validFrom}::date, ${unit.validTo}::date, ${unit.position})`);
}

/** @returns whether the row still had the version that the editor saw */
export async function updateUnit(tx: Transaction, agencyId: AgencyId, unit: Unit): Promise<boolean> {
  const { rows } = await tx.execute(sql`
    update unit set parent_id = ${unit.parentId}, name = ${unit.name}, short_name = ${unit.shortName}, kind = ${unit.kind},
           valid_from = ${unit.validFrom}::date, valid_to = ${unit.validTo}::date, position = ${unit.position}, version = version + 1
     where agency_id = ${agencyId} and unit_id = ${unit.unitId} and version = ${unit.version} returning unit_id`);
  return rows.length === 1;
}

export async function closeUnit(
  tx: Transaction,
  agencyId: AgencyId,
  unitId: UnitId,
  lastDay: CivilDate,
): Promise<void> {
  await tx.execute(sql`
    update unit set valid_to = ${lastDay}::date, version = version + 1 where agency_id = ${agencyId} and unit_id = ${unitId}`);
}

export type AliasRow = Alias & { readonly origin: 'typed' | 'learned' };

export async function findAliases(db: Db, agencyId: AgencyId): Promise<AliasRow[]> {
  const { rows } = await db.execute<AliasRow>(sql`
    select alias, unit_id as "unitId", origin from unit_alias where agency_id = ${agencyId} order by folded limit ${PAGE_SIZE}`);
  return rows;
}

/** Remembers another name of a unit; the newest answer wins. */
export async function saveAlias(
  tx: Transaction,
  agencyId: AgencyId,
  { alias, unitId, origin }: AliasRow,
): Promise<void> {
  await tx.execute(sql`
    insert into unit_alias (agency_id, folded, alias, unit_id, origin)
    values (${agencyId}, ${foldVietnamese(alias)}, ${alias}, ${unitId}, ${origin})
    on conflict (agency_id, folded) do update set alias = excluded.alias, unit_id = excluded.unit_id, origin = excluded.origin`);
}

export async function deleteAlias(tx: Transaction, agencyId: AgencyId, alias: string): Promise<boolean> {
  const { rows } = await tx.execute(sql`
    delete from unit_alias where agency_id = ${agencyId} and folded = ${foldVietnamese(alias)} returning folded`);
  return rows.length > 0;
}

export const unitChangeKinds = ['merge', 'split', 'rename', 'transfer', 'dissolve'] as const;
export type UnitChange = {
  changeId: string;
  kind: (typeof unitChangeKinds)[number];
  effectiveOn: CivilDate;
  decisionNumber: string | null;
};

export async function insertChange(
  tx: Transaction,
  agencyId: AgencyId,
  change: UnitChange,
  pairs: readonly Succession[],
): Promise<void> {
  await tx.execute(sql`
    insert into unit_change (agency_id, change_id, kind, effective_on, decision_number)
    values (${agencyId}, ${change.changeId}, ${change.kind}, ${change.effectiveOn}::date, ${change.decisionNumber})`);
  if (pairs.length === 0) return;
  const values: SQL[] = pairs.map(
    (pair) => sql`(${agencyId}, ${change.changeId}, ${pair.predecessorId}, ${pair.successorId})`,
  );
  await tx.execute(sql`
    insert into unit_succession (agency_id, change_id, predecessor_id, successor_id) values ${sql.join(values, sql`, `)}`);
}

/** Who took over from whom, over all reorganisations. */
export async function findSuccessions(db: Db, agencyId: AgencyId): Promise<Succession[]> {
  const { rows } = await db.execute<Succession>(sql`
    select distinct predecessor_id as "predecessorId", successor_id as "successorId"
      from unit_succession where agency_id = ${agencyId} order by 1, 2 limit ${PAGE_SIZE}`);
  return rows;
}

export async function findChanges(
  db: Db,
  agencyId: AgencyId,
): Promise<(UnitChange & { pairs: { from: UnitId; to: UnitId }[] })[]> {
  const { rows } = await db.execute<UnitChange & { pairs: { from: UnitId; to: UnitId }[] }>(sql`
    select c.change_id as "changeId", c.kind, c.effective_on as "effectiveOn", c.decision_number as "decisionNumber",
           coalesce((select jsonb_agg(jsonb_build_object('from', s.predecessor_id, 'to', s.successor_id)
                       order by s.predecessor_id, s.successor_id)
                       from unit_succession s where s.agency_id = c.agency_id and s.change_id = c.change_id), '[]'::jsonb) as pairs
      from unit_change c where c.agency_id = ${agencyId} order by c.effective_on desc, c.change_id limit ${PAGE_SIZE}`);
  return rows;
}

export async function findHeads(db: Db, agencyId: AgencyId): Promise<(Headship & { displayName: string })[]> {
  const { rows } = await db.execute<Headship & { displayName: string }>(sql`
    select h.unit_id as "unitId", h.user_id as "userId", h.valid_from as "validFrom", h.valid_to as "validTo",
           u.display_name as "displayName"
      from unit_head h join app_user u on u.agency_id = h.agency_id and u.user_id = h.user_id
     where h.agency_id = ${agencyId} order by h.unit_id, h.valid_from limit ${PAGE_SIZE}`);
  return rows;
}

/**
 * Begins a headship: who headed the unit before does so until the day before, and one that is appointed for later already
 * ends the new one. A change of the same day replaces it.
 */
export async function saveHead(tx: Transaction, agencyId: AgencyId, head: Omit<Headship, 'validTo'>): Promise<void> {
  const { unitId, userId, validFrom } = head;
  await tx.execute(sql`
    update unit_head set valid_to = (${validFrom}::date - 1)
     where agency_id = ${agencyId} and unit_id = ${unitId} and valid_from < ${validFrom}::date
       and (valid_to is null or valid_to >= ${validFrom}::date)`);
  await tx.execute(sql`
    insert into unit_head (agency_id, unit_id, user_id, valid_from, valid_to)
    values (${agencyId}, ${unitId}, ${userId}, ${validFrom}::date,
      (select min(valid_from) - 1 from unit_head
        where agency_id = ${agencyId} and unit_id = ${unitId} and valid_from > ${validFrom}::date))
    on conflict (agency_id, unit_id, valid_from) do update set user_id = excluded.user_id, valid_to = excluded.valid_to`);
}
