import { addMinutes } from '../../../kernel/clock.ts';
import type { AgencyId } from '../../../kernel/ids.ts';
import type { Context } from '../../../server/context.ts';
import { findAgency } from '../../identity/server.ts';
import type { SendEmail } from '../channels/email.ts';
import type { PostWebhook } from '../channels/webhook.ts';
import { afterFailure, type Failure, OLDEST_HOURS } from '../rules/delivery.ts';
import { type LetterFacts, writeHook, writeLetter } from '../rules/digest-letter.ts';
import { findDigestLines } from '../store/notices.ts';
import { type Claimed, claimDeliveries, settleFailed, settleSent } from '../store/outbox.ts';
import { findSettings } from '../store/settings.ts';

export type Channels = { readonly sendEmail: SendEmail; readonly postWebhook: PostWebhook };

const AT_ONCE = 10;
const MOST_AT_A_TICK = 2000;

const gaveUp = (kind: 'too-old' | 'no-recipient' | 'not-set'): Failure => ({ kind, detail: '', isFinal: true });

async function attempt(
  context: Context,
  channels: Channels,
  given: { agencyId: AgencyId; agencyName: string; webhookUrl: string | null; claimed: Claimed },
): Promise<Failure | null> {
  const { agencyId, agencyName, webhookUrl, claimed } = given;
  const { deliveryId, channel, userId, day, email, displayName, username, language } = claimed;
  const now = context.clock.now();
  if (addMinutes(claimed.madeAt, OLDEST_HOURS * 60) < now) return gaveUp('too-old');
  if (!claimed.isActive) return gaveUp('no-recipient');
  const lines = await findDigestLines(context.database, agencyId, userId, day);
  const { publicAddress } = context.config;
  const facts: LetterFacts = { displayName, agencyName, day, language, lines, publicAddress };
  if (channel === 'email') {
    if (email === null || !claimed.wantsEmail) return gaveUp('no-recipient');
    const messageId = `<${deliveryId}.${agencyId}@caicach>`;
    return channels.sendEmail({ to: email, ...writeLetter(facts), messageId });
  }
  if (webhookUrl === null) return gaveUp('not-set');
  const atSeconds = Math.floor(Temporal.Instant.from(now).epochMilliseconds / 1000);
  return channels.postWebhook({
    url: webhookUrl,
    body: writeHook({ ...facts, username, deliveryId }),
    deliveryId,
    atSeconds,
  });
}

/**
 * Tries the deliveries that are due. Each is claimed before it is tried and settled afterwards, outside any transaction: the
 * other side may be slow. A server that dies in between leaves a claim that ends by itself; the delivery is then tried again
 * with the same Message-ID (at least once: nobody can promise more over SMTP).
 *
 * @returns how many were tried
 */
export async function deliverAgency(context: Context, channels: Channels, agencyId: AgencyId): Promise<number> {
  const { database, clock } = context;
  const agencyName = (await findAgency(database, agencyId))?.name ?? '';
  let tried = 0;
  for (;;) {
    const batch = await claimDeliveries(database, agencyId, clock.now(), AT_ONCE);
    if (batch.length === 0 || tried >= MOST_AT_A_TICK) return tried;
    tried += batch.length;
    const { webhookUrl } = await findSettings(database, agencyId);
    const settle = async (claimed: Claimed): Promise<void> => {
      const failure = await attempt(context, channels, { agencyId, agencyName, webhookUrl, claimed });
      const now = clock.now();
      if (failure === null) return settleSent(database, agencyId, claimed, now);
      const next = afterFailure(failure, claimed.attempts, now);
      await settleFailed(database, agencyId, claimed, { failure, next, now });
    };
    await Promise.all(batch.map(settle));
  }
}
