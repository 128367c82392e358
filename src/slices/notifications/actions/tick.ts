import type { AgencyId } from '../../../kernel/ids.ts';
import type { Context } from '../../../server/context.ts';
import type { WaitingSource } from '../../../server/sources.ts';
import { findAuditedAgencies } from '../../audit/server.ts';
import { makeSendEmail } from '../channels/email.ts';
import { makePostWebhook } from '../channels/webhook.ts';
import { type Channels, deliverAgency } from './deliver.ts';
import { remindIfDue } from './remind.ts';

export function makeChannels({ config }: Pick<Context, 'config'>): Channels {
  return { sendEmail: makeSendEmail(config.smtp), postWebhook: makePostWebhook(config.webhook) };
}

const TICK_MS = 60_000;

/** One round: the digests of today where their hour has come, then what waits to leave the house. */
export async function tickReminders(
  context: Context,
  sources: readonly WaitingSource[],
  channels: Channels,
  onFault: (agencyId: AgencyId, error: unknown) => void,
): Promise<void> {
  for (const { agencyId } of await findAuditedAgencies(context.database)) {
    try {
      await remindIfDue(context, sources, agencyId);
      await deliverAgency(context, channels, agencyId);
    } catch (error) {
      onFault(agencyId, error);
    }
  }
}

export type Reminders = { readonly stop: () => Promise<void> };

/**
 * Ticks every minute, the first time at once: after a time without a server the day is caught up. A tick that takes long is not
 * overtaken by the next. Several servers may tick on one database.
 */
export function startReminders(
  context: Context,
  sources: readonly WaitingSource[],
  onFault: (error: unknown) => void,
): Reminders {
  const channels = makeChannels(context);
  let isStopped = false;
  let timer: NodeJS.Timeout | undefined;
  let running: Promise<void> = Promise.resolve();
  const tick = async (): Promise<void> => {
    await tickReminders(context, sources, channels, (_agencyId, error) => onFault(error)).catch(onFault);
    if (isStopped) return;
    timer = setTimeout(start, TICK_MS);
    timer.unref();
  };
  const start = (): void => {
    running = tick();
  };
  start();
  return {
    stop: async () => {
      isStopped = true;
      clearTimeout(timer);
      await running;
    },
  };
}
