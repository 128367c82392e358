import { z } from 'zod';
import type { Context } from '../../../server/context.ts';
import { type App, refusalAnswers, requireRight, valueOrRefuse } from '../../../server/http.ts';
import { done, doneBody } from '../../../server/shapes.ts';
import { noticeRefusals } from '../actions/refusals.ts';
import { changeSettings, sendAgain } from '../actions/settings.ts';
import { failureKinds } from '../rules/delivery.ts';
import { audiences, MOST_DAYS, MOST_STEPS } from '../rules/reminder-settings.ts';
import { findLastDay } from '../store/digests.ts';
import { channels, countDeliveries, deliveryStates, findDeliveries } from '../store/outbox.ts';
import { findSettings } from '../store/settings.ts';

const days = z.number().int().min(0).max(MOST_DAYS);
const settings = z.object({
  leadDays: z.array(days).max(MOST_STEPS).readonly(),
  lateSteps: z
    .array(z.object({ afterDays: days, to: z.enum(audiences) }))
    .max(MOST_STEPS)
    .readonly(),
  sendAt: z.string().max(5),
  webhookUrl: z.string().trim().min(1).max(1000).nullable(),
  version: z.number().int().min(0),
});

const MOST_DELIVERIES = 500;
const deliveryId = z.templateLiteral(['delivery_', z.string().max(80)]);
const deliveryBody = z.object({
  deliveryId: z.string(),
  channel: z.enum(channels),
  userId: z.string(),
  displayName: z.string(),
  day: z.string(),
  state: z.enum(deliveryStates),
  attempts: z.number(),
  nextAt: z.string(),
  failureKind: z.enum(failureKinds).nullable(),
  failureText: z.string().nullable(),
  madeAt: z.string(),
  settledAt: z.string().nullable(),
});

/** When and whom the office reminds, and what could not be delivered. */
export async function reminderRoutes(app: App, context: Context): Promise<void> {
  const { database, config } = context;

  app.get(
    '/api/reminders/settings',
    {
      schema: {
        operationId: 'getReminderSettings',
        tags: ['reminders'],
        response: {
          200: settings.extend({
            lastDay: z.string().nullable(),
            hasMailServer: z.boolean(),
            hasWebhookSecret: z.boolean(),
            counts: z.object({ waiting: z.number(), sent: z.number(), failed: z.number() }),
          }),
          ...refusalAnswers,
        },
      },
    },
    async (request) => {
      const { agencyId } = requireRight(request, 'reminder.change');
      return {
        ...(await findSettings(database, agencyId)),
        lastDay: await findLastDay(database, agencyId),
        hasMailServer: config.smtp !== null,
        hasWebhookSecret: config.webhook.secret !== null,
        counts: await countDeliveries(database, agencyId),
      };
    },
  );

  app.put(
    '/api/reminders/settings',
    {
      schema: {
        operationId: 'saveReminderSettings',
        tags: ['reminders'],
        body: settings,
        response: { 200: doneBody, ...refusalAnswers },
      },
    },
    async (request) => {
      const person = requireRight(request, 'reminder.change');
      valueOrRefuse(await changeSettings(context, person, request.body), noticeRefusals);
      return done;
    },
  );

  app.get(
    '/api/reminders/deliveries',
    {
      schema: {
        operationId: 'findDeliveries',
        tags: ['reminders'],
        querystring: z.object({ state: z.enum([...deliveryStates, 'troubled']).optional() }),
        response: { 200: z.object({ deliveries: z.array(deliveryBody) }), ...refusalAnswers },
      },
    },
    async (request) => {
      const { agencyId } = requireRight(request, 'reminder.change');
      const filter = { state: request.query.state ?? null, limit: MOST_DELIVERIES };
      return { deliveries: await findDeliveries(database, agencyId, filter) };
    },
  );

  app.post(
    '/api/reminders/deliveries/again',
    {
      schema: {
        operationId: 'sendAgain',
        tags: ['reminders'],
        body: z.object({ deliveryIds: z.array(deliveryId).min(1).max(MOST_DELIVERIES) }),
        response: { 200: z.object({ count: z.number() }), ...refusalAnswers },
      },
    },
    async (request) => {
      const person = requireRight(request, 'reminder.change');
      return valueOrRefuse(await sendAgain(context, person, request.body.deliveryIds), noticeRefusals);
    },
  );
}
