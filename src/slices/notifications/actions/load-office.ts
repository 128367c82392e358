import type { CivilDate } from '../../../kernel/civil-date.ts';
import type { AgencyId } from '../../../kernel/ids.ts';
import type { Db } from '../../../server/database.ts';
import { findUsers } from '../../identity/server.ts';
import { findHeads, findSuccessions, findUnits } from '../../units/server.ts';
import type { OfficeOnDay } from '../rules/audience.ts';

/** The agency as it stands on a day: who may log in, the units, their heads. */
export async function loadOffice(db: Db, agencyId: AgencyId, day: CivilDate): Promise<OfficeOnDay> {
  const users = await findUsers(db, agencyId);
  const people = users.filter(({ isActive }) => isActive).map(({ userId, role, unitId }) => ({ userId, role, unitId }));
  const history = { units: await findUnits(db, agencyId), successions: await findSuccessions(db, agencyId) };
  return { day, people, headships: await findHeads(db, agencyId), history };
}
