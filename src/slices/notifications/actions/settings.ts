import type { UserId } from '../../../kernel/ids.ts';
import { accept, type Outcome, refuse } from '../../../kernel/outcome.ts';
import type { Context } from '../../../server/context.ts';
import type { Person } from '../../../server/http.ts';
import { appendAudit } from '../../audit/server.ts';
import { may } from '../../identity/index.ts';
import { actorOf, makeToken } from '../../identity/server.ts';
import { webhookFault } from '../channels/webhook.ts';
import { reminderFault } from '../rules/reminder-settings.ts';
import { deleteFeed, saveFeed } from '../store/feeds.ts';
import { resendDeliveries } from '../store/outbox.ts';
import { findSettings, type Preference, type StoredSettings, savePreference, saveSettings } from '../store/settings.ts';
import type { NoticeRefusal } from './refusals.ts';

function faultOf({ config }: Context, settings: StoredSettings): NoticeRefusal | null {
  const fault = reminderFault(settings);
  if (fault) return { code: fault };
  if (settings.webhookUrl === null) return null;
  if (config.webhook.secret === null) return { code: 'webhook-no-secret' };
  const address = webhookFault(settings.webhookUrl, config.webhook.isPrivateAllowed);
  return address && { code: address };
}

/** Changes when and whom the office reminds, and where its webhook is. */
export async function changeSettings(
  context: Context,
  person: Person,
  settings: StoredSettings,
): Promise<Outcome<null, NoticeRefusal>> {
  const fault = faultOf(context, settings);
  if (fault) return refuse(fault);
  const at = context.clock.now();
  return context.database.transaction<Outcome<null, NoticeRefusal>>(async (tx) => {
    const before = await findSettings(tx, person.agencyId);
    if (!(await saveSettings(tx, person.agencyId, settings, at))) return refuse({ code: 'reminder-changed' });
    const fact = { subjectKind: 'reminder', subjectId: person.agencyId, before, after: settings };
    await appendAudit(tx, actorOf(person), at, [{ action: 'reminder.change', ...fact }]);
    return accept(null);
  });
}

/** Changes how a person is told outside the product. The address itself stays out of the audit log. */
export async function changePreference(
  { database, clock }: Context,
  person: Person,
  preference: Preference,
): Promise<Outcome<null, NoticeRefusal>> {
  if (preference.wantsEmail && preference.email === null) return refuse({ code: 'email-missing' });
  const at = clock.now();
  await database.transaction(async (tx) => {
    await savePreference(tx, person.agencyId, person.userId, { ...preference, at });
    const after = { wantsEmail: preference.wantsEmail, language: preference.language };
    const fact = { subjectKind: 'user', subjectId: person.userId, after };
    await appendAudit(tx, actorOf(person), at, [{ action: 'reminder.change-preference', ...fact }]);
  });
  return accept(null);
}

/** A fresh secret for the person's calendar; the one before opens nothing any more. @returns the secret, told only now */
export async function makeFeed({ database, clock }: Context, person: Person): Promise<string> {
  const { token, tokenHash } = makeToken();
  const at = clock.now();
  await database.transaction(async (tx) => {
    await saveFeed(tx, person.agencyId, person.userId, { tokenHash, at });
    const fact = { subjectKind: 'user', subjectId: person.userId };
    await appendAudit(tx, actorOf(person), at, [{ action: 'reminder.make-feed', ...fact }]);
  });
  return token;
}

/** Ends somebody's calendar address: one's own, or of anybody by who may change users. @returns null where it is not allowed */
export async function revokeFeed(
  { database, clock }: Context,
  person: Person,
  userId: UserId,
): Promise<boolean | null> {
  if (userId !== person.userId && !may(person, 'users.change', null)) return null;
  return database.transaction(async (tx) => {
    if (!(await deleteFeed(tx, person.agencyId, userId))) return false;
    const fact = { subjectKind: 'user', subjectId: userId };
    await appendAudit(tx, actorOf(person), clock.now(), [{ action: 'reminder.revoke-feed', ...fact }]);
    return true;
  });
}

/** Tries given-up deliveries again from the start. @returns how many */
export async function sendAgain(
  { database, clock }: Context,
  person: Person,
  deliveryIds: readonly string[],
): Promise<Outcome<{ count: number }, NoticeRefusal>> {
  const at = clock.now();
  return database.transaction<Outcome<{ count: number }, NoticeRefusal>>(async (tx) => {
    const taken = await resendDeliveries(tx, person.agencyId, deliveryIds, at);
    if (taken.length === 0) return refuse({ code: 'delivery-not-found' });
    const facts = taken.map((subjectId) => ({ action: 'reminder.send-again', subjectKind: 'delivery', subjectId }));
    await appendAudit(tx, actorOf(person), at, facts);
    return accept({ count: taken.length });
  });
}
