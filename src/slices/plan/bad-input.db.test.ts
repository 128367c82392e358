import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openTestApp, type TestApp } from '../../testing/app.ts';
import { testEngines } from '../../testing/database.ts';
import { runAndKill } from '../../testing/killed/killed-child.ts';

const KILLS = 20;
type Found = Record<'plans' | 'reviews' | 'facts' | 'areas' | 'deficits' | 'tasks' | 'units', number> & {
  planIds: string[];
};

test(`a kill -9 during an accept leaves all of the plan or nothing, ${KILLS} times`, { timeout: 300_000 }, async () => {
  const folder = mkdtempSync(join(tmpdir(), 'caicach-accept-'));
  let ofOnePlan: Found | null = null;
  let acknowledged: string[] = [];
  // On a slow machine no accept ends in so short a time: the window grows until one did.
  let windowMs = 400;
  for (let kill = 1; kill <= KILLS; kill += 1) {
    const [first = '', ...planIds] = await runAndKill('accept-reviews.ts', [folder], (kill * 53) % windowMs);
    const found = JSON.parse(first) as Found;
    ofOnePlan ??= found;
    const { plans, areas, deficits, tasks, units } = ofOnePlan;
    expect([plans, areas > 0, deficits > 0, tasks > 0, units > 0]).toEqual([1, true, true, true, true]);
    const whole = (count: number): number => count * found.plans;
    expect(found).toMatchObject({ reviews: found.plans, facts: found.plans, areas: whole(areas) });
    expect(found).toMatchObject({ deficits: whole(deficits), tasks: whole(tasks), units: whole(units) });
    expect(found.planIds).toEqual(expect.arrayContaining(acknowledged));
    acknowledged = [...found.planIds, ...planIds];
    if (acknowledged.length <= 1) windowMs *= 2;
  }
  expect(acknowledged.length).toBeGreaterThan(1);
  rmSync(folder, { recursive: true, force: true });
});

function form(bytes: Buffer): { payload: Buffer; type: string } {
  const boundary = '----caicach';
  const head = `--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="ke-hoach.docx"\r\ncontent-type: application/octet-stream\r\n\r\n`;
  const payload = Buffer.concat([Buffer.from(head), bytes, Buffer.from(`\r\n--${boundary}--\r\n`)]);
  return { payload, type: `multipart/form-data; boundary=${boundary}` };
}

describe.each(testEngines)('bad input on $name', (engine) => {
  let site: TestApp;
  beforeAll(async () => {
    site = await openTestApp(engine);
  });
  afterAll(() => site.close());

  const upload = (bytes: Buffer, cookie: string) => {
    const { payload, type } = form(bytes);
    return site.app.inject({ method: 'POST', url: '/api/reviews', headers: { 'content-type': type, cookie }, payload });
  };
  const countOf = async (table: string): Promise<unknown> =>
    (await site.context.database.execute(sql`select count(*) as count from ${sql.identifier(table)}`)).rows[0]?.count;

  test.each([
    { size: '100 MB, told by its announced length', bytes: 100_000_000, code: 'too-large' },
    { size: 'one byte more than is taken', bytes: 60_000_001, code: 'file-too-large' },
  ])('a file of $size is refused with advice, and nothing of it is kept', async ({ bytes, code }) => {
    const before = [await countOf('stored_file'), await countOf('review')];
    const answer = await upload(Buffer.alloc(bytes), await site.cookieOf('cchc'));
    expect([answer.statusCode, answer.json().code]).toEqual([413, code]);
    expect(answer.json().message).toMatch(/lớn|MB/);
    expect([await countOf('stored_file'), await countOf('review')]).toEqual(before);
  });

  test('an upload without a session is refused before the file is read', async () => {
    const answer = await upload(Buffer.alloc(1000), 'caicach=het-phien');
    expect([answer.statusCode, answer.json().code]).toEqual([401, 'not-logged-in']);
  });

  test('an upload without a file is refused with advice', async () => {
    const cookie = await site.cookieOf('cchc');
    const answer = await site.app.inject({ method: 'POST', url: '/api/reviews', headers: { cookie } });
    expect(answer.statusCode).toBeGreaterThanOrEqual(400);
    expect(answer.statusCode).toBeLessThan(500);
  });

  test('two people who accept the same review at once get the same plan, made once', async () => {
    const { rows } = await site.context.database.execute<{ id: string }>(sql`
      insert into review (agency_id, review_id, file_id, state, draft, source, created_by, created_at, changed_at)
      select agency_id, 'review_twice', file_id, 'open', draft, source, created_by, created_at, changed_at
        from review where state = 'accepted' limit 1 returning review_id as id`);
    expect(rows).toEqual([{ id: 'review_twice' }]);
    const plans = Number(await countOf('plan'));
    const [officer, director] = [await site.logIn('cchc'), await site.logIn('giamdoc')];
    const accept = { version: 1, renews: null };
    const answers = await Promise.all(
      [officer, director, officer].map((person) => person('POST', '/api/reviews/review_twice/acceptance', accept)),
    );
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
    expect(new Set(answers.map(({ body }) => body.planId)).size).toBe(1);
    expect(answers.filter(({ body }) => body.wasAccepted === false)).toHaveLength(1);
    expect(await countOf('plan')).toBe(plans + 1);
  });
});
