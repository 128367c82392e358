import { z } from 'zod';
import type { Context } from '../../../server/context.ts';
import { type App, refusalAnswers, refuseRequest, requirePerson, valueOrRefuse } from '../../../server/http.ts';
import { done, doneBody, userId } from '../../../server/shapes.ts';
import type { WaitingSource } from '../../../server/sources.ts';
import { waitingSteps } from '../../deadlines/index.ts';
import { noticeRefusals } from '../actions/refusals.ts';
import { changePreference, makeFeed, revokeFeed } from '../actions/settings.ts';
import { showFeed } from '../actions/show-feed.ts';
import type { Reason } from '../rules/stages.ts';
import { findFeed } from '../store/feeds.ts';
import { countUnread, findNotices, markNotices } from '../store/notices.ts';
import { findPreference } from '../store/settings.ts';

const noticeId = z.templateLiteral(['notice_', z.string().max(80)]);
const reason = z.custom<Reason>((value) => typeof value === 'string').meta({ type: 'string' });

const noticeBody = z.object({
  noticeId: z.string(),
  day: z.string(),
  reason,
  source: z.enum(['task', 'report', 'register', 'plan']),
  step: z.enum(waitingSteps),
  title: z.string(),
  address: z.string(),
  unitId: z.string().nullable(),
  dueOn: z.string(),
  daysLeft: z.number().nullable(),
  points: z.string().nullable(),
  readAt: z.string().nullable(),
});

const email = z.email().max(254);

/** What a person was told, how he wants to be told, and his calendar's address: everybody's own. */
export const noticeRoutes =
  (sources: readonly WaitingSource[]) =>
  async (app: App, context: Context): Promise<void> => {
    const { database, clock, config } = context;

    app.get(
      '/api/notices',
      {
        schema: {
          operationId: 'findNotices',
          tags: ['notices'],
          querystring: z.object({
            unread: z.enum(['yes', 'no']).default('no'),
            limit: z.coerce.number().int().min(1).max(500).default(100),
            offset: z.coerce.number().int().min(0).max(100_000).default(0),
          }),
          response: {
            200: z.object({ notices: z.array(noticeBody), total: z.number(), unread: z.number() }),
            ...refusalAnswers,
          },
        },
      },
      async (request) => {
        const { agencyId, userId: me } = requirePerson(request);
        const { unread, limit, offset } = request.query;
        const found = await findNotices(database, agencyId, me, { isUnread: unread === 'yes', limit, offset });
        return { ...found, unread: await countUnread(database, agencyId, me) };
      },
    );

    app.get(
      '/api/notices/count',
      {
        schema: {
          operationId: 'countNotices',
          tags: ['notices'],
          response: { 200: z.object({ unread: z.number() }), ...refusalAnswers },
        },
      },
      async (request) => {
        const { agencyId, userId: me } = requirePerson(request);
        return { unread: await countUnread(database, agencyId, me) };
      },
    );

    app.put(
      '/api/notices',
      {
        schema: {
          operationId: 'markNotices',
          tags: ['notices'],
          body: z.object({ noticeIds: z.union([z.literal('all'), z.array(noticeId).max(500)]), isRead: z.boolean() }),
          response: { 200: z.object({ changed: z.number() }), ...refusalAnswers },
        },
      },
      async (request) => {
        const { agencyId, userId: me } = requirePerson(request);
        const { noticeIds, isRead } = request.body;
        const mark = { noticeIds, readAt: isRead ? clock.now() : null };
        return { changed: await database.transaction((tx) => markNotices(tx, agencyId, me, mark)) };
      },
    );

    app.get(
      '/api/notices/preference',
      {
        schema: {
          operationId: 'getNoticePreference',
          tags: ['notices'],
          response: {
            200: z.object({
              email: z.string().nullable(),
              wantsEmail: z.boolean(),
              language: z.enum(['vi', 'en']),
              feedMadeAt: z.string().nullable(),
              hasMailServer: z.boolean(),
            }),
            ...refusalAnswers,
          },
        },
      },
      async (request) => {
        const { agencyId, userId: me } = requirePerson(request);
        const feed = await findFeed(database, agencyId, me);
        const preference = await findPreference(database, agencyId, me);
        return { ...preference, feedMadeAt: feed?.madeAt ?? null, hasMailServer: config.smtp !== null };
      },
    );

    app.put(
      '/api/notices/preference',
      {
        schema: {
          operationId: 'saveNoticePreference',
          tags: ['notices'],
          body: z.object({ email: email.nullable(), wantsEmail: z.boolean(), language: z.enum(['vi', 'en']) }),
          response: { 200: doneBody, ...refusalAnswers },
        },
      },
      async (request) => {
        valueOrRefuse(await changePreference(context, requirePerson(request), request.body), noticeRefusals);
        return done;
      },
    );

    app.post(
      '/api/notices/feed',
      {
        schema: {
          operationId: 'makeCalendarFeed',
          tags: ['notices'],
          response: { 200: z.object({ address: z.string() }), ...refusalAnswers },
        },
      },
      async (request) => {
        const token = await makeFeed(context, requirePerson(request));
        const address = config.publicAddress ?? `${request.protocol}://${request.host}`;
        return { address: `${address}/api/calendar-feeds/${token}.ics` };
      },
    );

    app.delete(
      '/api/users/:userId/calendar-feed',
      {
        schema: {
          operationId: 'revokeCalendarFeed',
          tags: ['notices'],
          params: z.object({ userId }),
          response: { 200: doneBody, ...refusalAnswers },
        },
      },
      async (request) => {
        const revoked = await revokeFeed(context, requirePerson(request), request.params.userId);
        if (revoked === null) throw refuseRequest('not-allowed');
        if (!revoked) throw refuseRequest('not-found');
        return done;
      },
    );

    app.get(
      '/api/calendar-feeds/:file',
      {
        config: { isPublic: true, rateLimit: { max: 120, timeWindow: '1 minute' } },
        schema: {
          operationId: 'getCalendarFeed',
          tags: ['notices'],
          produces: ['text/calendar'],
          params: z.object({ file: z.string().max(100) }),
          response: { 200: z.custom<string>().meta({ type: 'string', format: 'binary' }), ...refusalAnswers },
        },
      },
      async (request, reply) => {
        const token = /^([\w-]{20,80})\.ics$/.exec(request.params.file)?.[1];
        const host = `${request.protocol}://${request.host}`;
        const feed = token === undefined ? null : await showFeed(context, sources, { token, host });
        if (feed === null) throw refuseRequest('not-found');
        return reply.type('text/calendar; charset=utf-8').send(feed);
      },
    );
  };
