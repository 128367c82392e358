import type { AgencyId } from '../../../kernel/ids.ts';
import type { Db } from '../../../server/database.ts';
import { loadOfficeTime } from '../../calendar/server.ts';
import type { OfficeRules } from '../../deadlines/index.ts';

/** The agency's calendar and its rule for days off, by which deadlines are counted. */
export function officeRulesOf(db: Db, agencyId: AgencyId): Promise<OfficeRules> {
  return loadOfficeTime(db, agencyId);
}
