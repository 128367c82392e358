import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildApp } from '../server/app.ts';
import type { Context } from '../server/context.ts';
import type { Database } from '../server/database.ts';
import type { App } from '../server/http.ts';
import { migrateUp } from '../server/migrations.ts';
import { sampleAccounts, seedSampleOffice } from '../server/sample.ts';
import { newId } from '../server/system.ts';
import { makeClock, type TestClock } from './clock.ts';
import type { TestEngine } from './database.ts';
import { openFromSnapshot } from './snapshots.ts';

export { makeClock, type TestClock };

export type Answer = { status: number; body: Record<string, unknown>; headers: Record<string, unknown> };

/** A person of the sample who is logged in and calls the interface. */
export type Caller = (method: 'GET' | 'POST' | 'PUT' | 'DELETE', url: string, body?: object) => Promise<Answer>;

export type TestApp = {
  app: App;
  context: Context;
  clock: TestClock;
  /** @param username of a sample account: quantri, cchc, giamdoc, truongphong, chuyenvien, thamdinh, khach */
  logIn: (username: string) => Promise<Caller>;
  /** The cookie header of a sample account, for requests that are not JSON. */
  cookieOf: (username: string) => Promise<string>;
  anonymous: Caller;
  close: () => Promise<void>;
};

/** Where the engine allows it, from a copy of a sample that was made before. */
async function openSeeded(
  engine: TestEngine,
  name: string,
  dataFolder: string,
  seed: (database: Database) => Promise<unknown>,
): Promise<Database> {
  if (engine.name === 'embedded') {
    const make = async (database: Database): Promise<void> => {
      await migrateUp(database);
      await seed(database);
    };
    return openFromSnapshot(name, make, join(dataFolder, 'files'));
  }
  const database = await engine.open();
  await seed(database);
  return database;
}

/**
 * The whole server with the sample department, on a fresh database, with a clock that the test moves.
 *
 * @param seed how much of the sample: without its registers and its year where nothing is said
 */
export async function openTestApp(
  engine: TestEngine,
  start = '2026-11-20T01:00:00Z',
  seed: (context: Context) => Promise<boolean> = seedSampleOffice,
): Promise<TestApp> {
  const dataFolder = mkdtempSync(join(tmpdir(), 'caicach-'));
  const clock = makeClock(start);
  const config = {
    host: '127.0.0.1',
    port: 0,
    dataFolder,
    databaseUrl: null,
    withSample: true,
    proxies: [],
    securityContact: null,
    logLevel: 'silent',
    publicAddress: null,
    smtp: null,
    webhook: { secret: null, isPrivateAllowed: false },
  } as const;
  const name = `${seed.name}-${start.replace(/\W/g, '')}`;
  const database = await openSeeded(engine, name, dataFolder, (made) => seed({ database: made, clock, newId, config }));
  const context: Context = { database, clock, newId, config };
  const app = await buildApp(context);
  const callAs =
    (cookies: Record<string, string>): Caller =>
    async (method, url, body) => {
      const answer = await app.inject({ method, url, cookies, ...(body ? { payload: body } : {}) });
      const isJson = String(answer.headers['content-type'] ?? '').includes('json');
      return { status: answer.statusCode, body: isJson ? answer.json() : {}, headers: answer.headers };
    };
  let seats = 0;
  /** Everybody sits at an own machine: log-ins are limited by address, and a test logs in more often than one person would. */
  const openSession = async (username: string): Promise<{ name: string; value: string }> => {
    const account = sampleAccounts.find((one) => one.username === username);
    if (!account) throw new Error(`no sample account ${username}`);
    const payload = { username, password: account.password };
    seats += 1;
    const remoteAddress = `10.20.${Math.floor(seats / 250)}.${seats % 250}`;
    const answer = await app.inject({ method: 'POST', url: '/api/session', payload, remoteAddress });
    const cookie = answer.cookies[0];
    if (!cookie) throw new Error(`log-in failed: ${answer.body}`);
    return cookie;
  };
  const logIn = async (username: string): Promise<Caller> => {
    const { name, value } = await openSession(username);
    return callAs({ [name]: value });
  };
  const cookieOf = async (username: string): Promise<string> => {
    const { name, value } = await openSession(username);
    return `${name}=${value}`;
  };
  const close = async (): Promise<void> => {
    await app.close();
    await database.close();
    rmSync(dataFolder, { recursive: true, force: true });
  };
  return { app, context, clock, logIn, cookieOf, anonymous: callAs({}), close };
}
