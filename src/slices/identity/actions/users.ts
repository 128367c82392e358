import type { SessionId, UserId } from '../../../kernel/ids.ts';
import { accept, type Outcome, refuse } from '../../../kernel/outcome.ts';
import type { Context } from '../../../server/context.ts';
import { brokenConstraint, type Transaction } from '../../../server/database.ts';
import type { Person } from '../../../server/http.ts';
import { type Actor, appendAudit } from '../../audit/server.ts';
import { passwordFault } from '../rules/password.ts';
import type { Role } from '../rules/rights.ts';
import { hashPassword, isPasswordRight } from '../store/passwords.ts';
import { deleteSession, deleteSessionsOf } from '../store/sessions.ts';
import { countAdministrators, findUser, insertUser, savePassword, type User, updateUser } from '../store/users.ts';
import type { IdentityRefusal } from './refusals.ts';

export function actorOf(person: Person): Actor {
  return { agencyId: person.agencyId, actorId: person.userId, actorName: person.displayName };
}

type UserFields = { displayName: string; role: Role; unitId: User['unitId'] };
export type UserForm = UserFields & { username: string; password: string };

/** What the audit chain keeps of a user; never the password. */
function tellUser(user: UserFields & { username?: string; isActive?: boolean }): Record<string, unknown> {
  const { username, displayName, role, unitId, isActive } = user;
  return { username, displayName, role, unitId, isActive };
}

function refusalOfBreak(error: unknown): Outcome<never, IdentityRefusal> {
  const constraint = brokenConstraint(error);
  if (constraint === 'app_user_username') return refuse({ code: 'username-taken' });
  if (constraint === 'app_user_unit') return refuse({ code: 'unit-not-found' });
  throw error;
}

/** Makes a user, who changes the given password at the first log-in. */
export async function createUser(
  context: Context,
  person: Person,
  form: UserForm,
): Promise<Outcome<{ userId: UserId }, IdentityRefusal>> {
  const username = form.username.trim().toLowerCase();
  const fault = passwordFault(form.password, username);
  if (fault) return refuse({ code: fault });
  const passwordHash = await hashPassword(form.password);
  const userId = context.newId('user');
  return context.database
    .transaction(async (tx) => {
      const user = { ...form, username, agencyId: person.agencyId, userId, passwordHash, mustChangePassword: true };
      await insertUser(tx, user, context.clock.now());
      await appendAudit(tx, actorOf(person), context.clock.now(), [
        { action: 'user.create', subjectKind: 'user', subjectId: userId, after: tellUser(user) },
      ]);
      return accept({ userId });
    })
    .catch(refusalOfBreak);
}

async function isLastAdministrator(tx: Transaction, user: User): Promise<boolean> {
  return user.role === 'administrator' && user.isActive && (await countAdministrators(tx, user.agencyId)) === 1;
}

export type UserChange = UserFields & { userId: UserId; isActive: boolean; version: number };

/** Changes a user; one who is switched off loses every session at once. */
export async function changeUser(
  context: Context,
  person: Person,
  change: UserChange,
): Promise<Outcome<null, IdentityRefusal>> {
  return context.database
    .transaction<Outcome<null, IdentityRefusal>>(async (tx) => {
      const before = await findUser(tx, person.agencyId, change.userId);
      if (!before) return refuse({ code: 'user-not-found' });
      const staysAdministrator = change.role === 'administrator' && change.isActive;
      if (!staysAdministrator && (await isLastAdministrator(tx, before))) return refuse({ code: 'last-administrator' });
      if (!(await updateUser(tx, { ...change, agencyId: person.agencyId }))) return refuse({ code: 'user-changed' });
      if (!change.isActive) await deleteSessionsOf(tx, person.agencyId, change.userId, null);
      await appendAudit(tx, actorOf(person), context.clock.now(), [
        {
          action: 'user.change',
          subjectKind: 'user',
          subjectId: change.userId,
          before: tellUser(before),
          after: tellUser(change),
        },
      ]);
      return accept(null);
    })
    .catch(refusalOfBreak);
}

/** Saves a password that was hashed before, so that the slow hash holds no transaction open. */
async function replacePassword(
  context: Context,
  person: Person,
  user: User,
  change: { password: string; mustChange: boolean; sessionThatStays: SessionId | null; action: string },
): Promise<Outcome<null, IdentityRefusal>> {
  const fault = passwordFault(change.password, user.username);
  if (fault) return refuse({ code: fault });
  const hash = await hashPassword(change.password);
  return context.database.transaction<Outcome<null, IdentityRefusal>>(async (tx) => {
    if (!(await savePassword(tx, user, { hash, mustChange: change.mustChange })))
      return refuse({ code: 'user-changed' });
    await deleteSessionsOf(tx, user.agencyId, user.userId, change.sessionThatStays);
    await appendAudit(tx, actorOf(person), context.clock.now(), [
      { action: change.action, subjectKind: 'user', subjectId: user.userId },
    ]);
    return accept(null);
  });
}

/** The administrator gives a new password; every session of the user ends. */
export async function resetPassword(
  context: Context,
  person: Person,
  userId: UserId,
  password: string,
): Promise<Outcome<null, IdentityRefusal>> {
  const user = await context.database.transaction((tx) => findUser(tx, person.agencyId, userId));
  if (!user) return refuse({ code: 'user-not-found' });
  const change = { password, mustChange: true, sessionThatStays: null, action: 'user.reset-password' };
  return replacePassword(context, person, user, change);
}

/** A person changes the own password; the other sessions of the person end. */
export async function changePassword(
  context: Context,
  person: Person,
  given: { currentPassword: string; newPassword: string },
): Promise<Outcome<null, IdentityRefusal>> {
  const user = await context.database.transaction((tx) => findUser(tx, person.agencyId, person.userId));
  if (!user) return refuse({ code: 'user-not-found' });
  if (!(await isPasswordRight(given.currentPassword, user.passwordHash))) return refuse({ code: 'wrong-password' });
  return replacePassword(context, person, user, {
    password: given.newPassword,
    mustChange: false,
    sessionThatStays: person.sessionId,
    action: 'user.change-password',
  });
}

/** Ends one session: the own one at log-out, any one of the agency for who may change users. */
export async function closeSession(context: Context, person: Person, sessionId: Person['sessionId']): Promise<boolean> {
  return context.database.transaction(async (tx) => {
    if (!(await deleteSession(tx, person.agencyId, sessionId))) return false;
    await appendAudit(tx, actorOf(person), context.clock.now(), [
      { action: 'session.close', subjectKind: 'session', subjectId: sessionId },
    ]);
    return true;
  });
}
