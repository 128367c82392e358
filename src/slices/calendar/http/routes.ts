import { z } from 'zod';
import type { Context } from '../../../server/context.ts';
import { type App, RefusedRequest, refusalAnswers, requireRight, valueOrRefuse } from '../../../server/http.ts';
import { civilDay, done, doneBody } from '../../../server/shapes.ts';
import { changeDays, changeSettings, createCalendar, type Redate, suppose } from '../actions/change-calendar.ts';
import { findCalendar, findCalendars } from '../actions/find-calendar.ts';
import { calendarRefusals } from '../actions/refusals.ts';
import type { DayChange } from '../rules/changed-days.ts';
import { findDayHistory, findSettingsHistory } from '../store/calendars.ts';
import type { FindMoved, ReadSheet } from './find-moved.ts';

const calendarId = z.templateLiteral(['calendar_', z.string().max(80)]);
const minute = z.number().int().min(0).max(1440);
const sessions = z
  .array(z.object({ from: minute, until: minute }))
  .max(6)
  .readonly();
const week = z.object({ 1: sessions, 2: sessions, 3: sessions, 4: sessions, 5: sessions, 6: sessions, 7: sessions });
const kinds = ['off', 'working', 'half-day'] as const;

const laterWeek = z.object({ from: civilDay, week });
const settings = z.object({
  name: z.string().trim().min(2).max(120),
  week,
  laterWeeks: z.array(laterWeek).max(60).readonly(),
  dayOffRule: z.enum(['stay', 'next', 'previous']),
});

const calendarBody = z.object({
  calendarId: z.string(),
  name: z.string(),
  firstYear: z.number(),
  lastYear: z.number(),
  week,
  laterWeeks: z.array(z.object({ from: z.string(), week })).readonly(),
  dayOffRule: z.enum(['stay', 'next', 'previous']),
  version: z.number(),
});

const dayBody = z.object({
  day: z.string(),
  kind: z.enum(kinds),
  sessions: sessions.optional(),
  reason: z.string(),
  decision: z.string().nullable(),
  isProvisional: z.boolean(),
});

const change = z.object({
  day: civilDay,
  exception: z
    .object({
      kind: z.enum(kinds),
      sessions: sessions.optional(),
      reason: z.string().trim().min(1).max(300),
      decision: z.string().trim().max(80).nullable(),
      isProvisional: z.boolean(),
    })
    .nullable(),
});
const changes = z.array(change).min(1).max(400);

function toChanges(body: z.infer<typeof changes>): DayChange[] {
  return body.map(({ day, exception }) => {
    if (!exception) return { day, exception };
    const { sessions: hours, ...rest } = exception;
    return { day, exception: hours ? { day, ...rest, sessions: hours } : { day, ...rest } };
  });
}

const tags = ['calendar'];

/** What the slices above give: which open deadlines a change moves, moving them, and reading a spreadsheet. */
export type CalendarPorts = { readonly findMoved: FindMoved; readonly redate: Redate; readonly readSheet: ReadSheet };

export function calendarRoutes(ports: CalendarPorts): (app: App, context: Context) => Promise<void> {
  return async (app, context) => {
    readRoutes(app, context);
    changeRoutes(app, { ...context, redate: ports.redate });
    previewRoutes(app, context, ports);
  };
}

function readRoutes(app: App, { database }: Context): void {
  app.get(
    '/api/calendars',
    {
      schema: {
        operationId: 'findCalendars',
        tags,
        response: { 200: z.object({ calendars: z.array(calendarBody) }), ...refusalAnswers },
      },
    },
    async (request) => {
      const { agencyId } = requireRight(request, 'calendar.read');
      return { calendars: await findCalendars(database, agencyId) };
    },
  );

  app.get(
    '/api/calendars/:calendarId/years/:year',
    {
      schema: {
        operationId: 'getCalendarYear',
        tags,
        params: z.object({ calendarId, year: z.coerce.number().int().min(1900).max(2200) }),
        response: {
          200: z.object({
            days: z.array(dayBody),
            history: z.array(
              z.object({
                day: z.string(),
                version: z.number(),
                changedAt: z.string(),
                changedBy: z.string(),
                oldDay: dayBody.nullable(),
                newDay: dayBody.nullable(),
              }),
            ),
            settingsHistory: z.array(
              z.object({
                version: z.number(),
                changedAt: z.string(),
                changedBy: z.string(),
                before: settings,
                after: settings,
              }),
            ),
          }),
          ...refusalAnswers,
        },
      },
    },
    async (request) => {
      const { agencyId } = requireRight(request, 'calendar.read');
      const { year, calendarId: id } = request.params;
      const found = await findCalendar(database, agencyId, id);
      if (!found) throw new RefusedRequest('calendar-not-found', calendarRefusals['calendar-not-found']);
      const days = found.plan.exceptions.filter(({ day }) => day.startsWith(`${year}-`));
      const history = await findDayHistory(database, agencyId, id, year);
      return { days, history, settingsHistory: await findSettingsHistory(database, agencyId, id) };
    },
  );
}

function changeRoutes(app: App, context: Context & { redate: Redate }): void {
  app.post(
    '/api/calendars',
    {
      schema: {
        operationId: 'createCalendar',
        tags,
        body: z.object({ name: z.string().trim().min(2).max(120), week, copyFrom: calendarId }),
        response: { 200: z.object({ calendarId: z.string() }), ...refusalAnswers },
      },
    },
    async (request) =>
      valueOrRefuse(
        await createCalendar(context, requireRight(request, 'calendar.change'), request.body),
        calendarRefusals,
      ),
  );

  app.put(
    '/api/calendars/:calendarId/days',
    {
      schema: {
        operationId: 'changeDays',
        tags,
        params: z.object({ calendarId }),
        body: z.object({ version: z.number().int().min(0), changes }),
        response: { 200: doneBody, ...refusalAnswers },
      },
    },
    async (request) => {
      const person = requireRight(request, 'calendar.change');
      const { version, changes: asked } = request.body;
      const wanted = { calendarId: request.params.calendarId, version, changes: toChanges(asked) };
      valueOrRefuse(await changeDays(context, person, wanted), calendarRefusals);
      return done;
    },
  );

  app.put(
    '/api/calendars/:calendarId',
    {
      schema: {
        operationId: 'changeCalendarSettings',
        tags,
        params: z.object({ calendarId }),
        body: z.object({ version: z.number().int().min(0), settings }),
        response: { 200: doneBody, ...refusalAnswers },
      },
    },
    async (request) => {
      const person = requireRight(request, 'calendar.change');
      const wanted = { calendarId: request.params.calendarId, ...request.body };
      valueOrRefuse(await changeSettings(context, person, wanted), calendarRefusals);
      return done;
    },
  );
}

const MOST_SHEET_BYTES = 5_000_000;

function previewRoutes(app: App, context: Context, { findMoved, readSheet }: CalendarPorts): void {
  app.post(
    '/api/calendars/:calendarId/preview',
    {
      schema: {
        operationId: 'previewDays',
        tags,
        params: z.object({ calendarId }),
        body: z.union([z.object({ changes }), z.object({ settings })]),
        response: {
          200: z.object({
            moved: z.array(
              z.object({
                id: z.string(),
                title: z.string(),
                from: z.string().nullable(),
                to: z.string().nullable(),
                isKept: z.boolean().optional(),
              }),
            ),
          }),
          ...refusalAnswers,
        },
      },
    },
    async (request) => {
      const person = requireRight(request, 'calendar.change');
      const { body } = request;
      const supposed = 'changes' in body ? { changes: toChanges(body.changes) } : body;
      const times = valueOrRefuse(
        await suppose(context, person, { calendarId: request.params.calendarId, supposed }),
        calendarRefusals,
      );
      const today = context.clock.today();
      return { moved: await findMoved(context.database, person.agencyId, { ...times, today }) };
    },
  );

  app.post(
    '/api/calendars/rows',
    {
      schema: {
        operationId: 'readDaySheet',
        tags,
        consumes: ['multipart/form-data'],
        response: { 200: z.object({ rows: z.array(z.array(z.string()).readonly()).readonly() }), ...refusalAnswers },
      },
    },
    async (request) => {
      requireRight(request, 'calendar.change');
      const part = request.isMultipart() ? await request.file() : undefined;
      const bytes = part && (await part.toBuffer());
      const isRight = part && bytes && !part.file.truncated && bytes.length <= MOST_SHEET_BYTES;
      const rows = isRight ? await readSheet(bytes, part.filename) : null;
      if (!rows) throw new RefusedRequest('sheet-not-read', calendarRefusals['sheet-not-read']);
      return { rows };
    },
  );
}
