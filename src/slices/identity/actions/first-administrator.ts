import { addMinutes } from '../../../kernel/clock.ts';
import { accept, type Outcome, refuse } from '../../../kernel/outcome.ts';
import type { Context } from '../../../server/context.ts';
import { appendAudit } from '../../audit/server.ts';
import { passwordFault } from '../rules/password.ts';
import { insertAgency } from '../store/agencies.ts';
import { hashPassword } from '../store/passwords.ts';
import { hashToken, makeToken } from '../store/sessions.ts';
import { saveSetupLink, takeSetupLink } from '../store/setup-links.ts';
import { hasAnyUser, insertUser } from '../store/users.ts';
import type { IdentityRefusal } from './refusals.ts';

const LINK_HOURS = 24;

/** A fresh one-time token while the system has no user at all, otherwise null. */
export async function offerFirstAdministrator({ database, clock }: Context): Promise<string | null> {
  return database.transaction(async (tx) => {
    if (await hasAnyUser(tx)) return null;
    const { token, tokenHash } = makeToken();
    await saveSetupLink(tx, tokenHash, addMinutes(clock.now(), LINK_HOURS * 60));
    return token;
  });
}

export type FirstAdministrator = {
  token: string;
  agencyName: string;
  agencyShortName: string;
  province: string;
  username: string;
  displayName: string;
  password: string;
};

/** Makes the agency and its administrator; the link works once. */
export async function createFirstAdministrator(
  context: Context,
  form: FirstAdministrator,
): Promise<Outcome<null, IdentityRefusal>> {
  const username = form.username.trim().toLowerCase();
  const fault = passwordFault(form.password, username);
  if (fault) return refuse({ code: fault });
  const passwordHash = await hashPassword(form.password);
  const now = context.clock.now();
  return context.database.transaction<Outcome<null, IdentityRefusal>>(async (tx) => {
    if (await hasAnyUser(tx)) return refuse({ code: 'already-set-up' });
    if (!(await takeSetupLink(tx, hashToken(form.token), now))) return refuse({ code: 'link-used' });
    const agencyId = context.newId('agency');
    const userId = context.newId('user');
    const { agencyName: name, agencyShortName: shortName, province, displayName } = form;
    await insertAgency(tx, { agencyId, name, shortName, province }, now);
    const role = 'administrator' as const;
    await insertUser(
      tx,
      { agencyId, userId, username, displayName, role, unitId: null, passwordHash, mustChangePassword: false },
      now,
    );
    await appendAudit(tx, { agencyId, actorId: userId, actorName: displayName }, now, [
      { action: 'agency.create', subjectKind: 'agency', subjectId: agencyId, after: { name, shortName, province } },
      { action: 'user.create', subjectKind: 'user', subjectId: userId, after: { username, displayName, role } },
    ]);
    return accept(null);
  });
}
