import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openTestApp, type TestApp } from '../../testing/app.ts';
import { testEngines } from '../../testing/database.ts';
import type { Draft } from './rules/draft.ts';

const samplePlan = readFileSync(
  join(import.meta.dirname, '..', '..', '..', 'sample', 'plans', 'ke-hoach-cai-thien-2026.txt'),
);

/** A file as a browser's form sends it. */
function form(name: string, bytes: Buffer): { payload: Buffer; headers: Record<string, string> } {
  const boundary = '----caicach';
  const head = `--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="${name}"\r\ncontent-type: application/octet-stream\r\n\r\n`;
  return {
    payload: Buffer.concat([Buffer.from(head), bytes, Buffer.from(`\r\n--${boundary}--\r\n`)]),
    headers: { 'content-type': `multipart/form-data; boundary=${boundary}` },
  };
}

describe.each(testEngines)('from a document to a running plan on $name', (engine) => {
  let site: TestApp;
  beforeAll(async () => {
    site = await openTestApp(engine);
  });
  afterAll(() => site.close());

  async function upload(name: string, bytes: Buffer): Promise<string> {
    const cookie = await site.cookieOf('cchc');
    const sent = form(name, bytes);
    const answer = await site.app.inject({
      method: 'POST',
      url: '/api/reviews',
      headers: { ...sent.headers, cookie },
      payload: sent.payload,
    });
    expect(answer.statusCode, answer.body).toBe(200);
    return answer.json<{ reviewId: string }>().reviewId;
  }

  async function whenRead(reviewId: string): Promise<Record<string, unknown>> {
    const officer = await site.logIn('cchc');
    for (;;) {
      const { body } = await officer('GET', `/api/reviews/${reviewId}`);
      if (body.state !== 'reading') return body;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }

  test('a document is read, corrected, accepted once, and runs', async () => {
    const reviewId = await upload('ke-hoach.txt', samplePlan);
    const review = await whenRead(reviewId);
    const draft = review.draft as Draft;
    expect(draft.result).toMatchObject({ total: 82.417, max: 99, grade: 'Tốt', rank: 15, rankOf: 20 });
    expect(draft.areas).toHaveLength(7);
    expect(draft.tasks).toHaveLength(16);

    const officer = await site.logIn('cchc');
    const corrected = {
      ...draft,
      tasks: draft.tasks.map((task, at) =>
        at === 0 ? { ...task, title: `${task.title} (đã sửa)`, state: 'checked' } : task,
      ),
    };
    const saved = await officer('PUT', `/api/reviews/${reviewId}`, { version: review.version, draft: corrected });
    expect(saved.status, JSON.stringify(saved.body)).toBe(200);

    const acceptance = { version: saved.body.version, renews: null };
    const first = await officer('POST', `/api/reviews/${reviewId}/acceptance`, acceptance);
    const second = await officer('POST', `/api/reviews/${reviewId}/acceptance`, acceptance);
    expect(first.body).toMatchObject({ wasAccepted: false });
    expect(second.body).toEqual({ planId: first.body.planId, wasAccepted: true });

    const plan = await officer('GET', `/api/plans/${first.body.planId}`);
    expect((plan.body.tasks as unknown[]).length).toBe(16);
    expect((plan.body.tasks as { title: string }[])[0]?.title).toMatch(/đã sửa/);
    expect(plan.body.losses).toMatchObject({ total: '16.583' });
  });

  test('two people cannot save over each other', async () => {
    const reviewId = await upload('ke-hoach-2.txt', samplePlan);
    const { version, draft } = await whenRead(reviewId);
    const officer = await site.logIn('cchc');
    expect((await officer('PUT', `/api/reviews/${reviewId}`, { version, draft })).status).toBe(200);
    expect(await officer('PUT', `/api/reviews/${reviewId}`, { version, draft })).toMatchObject({
      status: 409,
      body: { code: 'review-changed' },
    });
  });

  test('a figure that does not agree comes with its place and the likeliest slip, and the decision is kept', async () => {
    const slip = samplePlan.toString('utf8').replace('đạt 9,75/13 điểm', 'đạt 9,57/13 điểm');
    const reviewId = await upload('ke-hoach-lech.txt', Buffer.from(slip));
    const { version, draft, figures } = await whenRead(reviewId);
    const failing = (figures as { holds: boolean; place: object; proposal: object | null }[]).filter(
      ({ holds }) => !holds,
    );
    expect(failing[0]).toMatchObject({
      place: { block: expect.any(Number), from: expect.any(Number) },
      proposal: { stated: 9.57, proposed: 9.75 },
    });
    const officer = await site.logIn('cchc');
    const decisions = [{ figure: 0, choice: 'keep' }];
    await officer('PUT', `/api/reviews/${reviewId}`, { version, draft: { ...(draft as Draft), decisions } });
    const { body } = await officer('GET', `/api/reviews/${reviewId}`);
    expect((body.draft as Draft).decisions).toEqual(decisions);
  });

  test('a file that is not what its name says is refused with advice', async () => {
    const review = await whenRead(await upload('ke-hoach.docx', Buffer.from('%PDF-1.7 not a Word file')));
    expect(review).toMatchObject({ state: 'failed', failure: { code: 'wrong-type' } });
  });

  test('an empty file is refused with advice', async () => {
    expect(await whenRead(await upload('rong.docx', Buffer.alloc(0)))).toMatchObject({
      state: 'failed',
      failure: { code: 'empty-file' },
    });
  });

  test('a plan without a task or a loss is not accepted', async () => {
    const reviewId = await upload('trong.txt', Buffer.from('KẾ HOẠCH\nCải cách hành chính năm 2026\n'));
    const { version } = await whenRead(reviewId);
    const officer = await site.logIn('cchc');
    expect(await officer('POST', `/api/reviews/${reviewId}/acceptance`, { version, renews: null })).toMatchObject({
      status: 422,
      body: { code: 'plan-empty' },
    });
  });

  test('a reader may look at the plan but neither review nor accept', async () => {
    const reader = await site.logIn('khach');
    expect((await reader('GET', '/api/plans')).status).toBe(200);
    expect((await reader('GET', '/api/reviews')).status).toBe(403);
  });

  test('a corrected document renews the plan: tasks keep their state, what changed is shown first', async () => {
    const officer = await site.logIn('cchc');
    const { body } = await officer('GET', '/api/plans?year=2026');
    const [plan] = body.plans as { planId: string; revision: number }[];
    const before = (await officer('GET', `/api/plans/${plan?.planId}`)).body.tasks as {
      taskId: string;
      title: string;
      version: number;
    }[];
    const started = before.find((task) => /tọa đàm/.test(task.title));
    await officer('POST', `/api/tasks/${started?.taskId}/steps`, {
      version: started?.version,
      to: 'in-progress',
      note: null,
    });
    const text = samplePlan
      .toString('utf8')
      .replace('Trong tháng 11/2026', 'Trước ngày 20/12/2026')
      .replace(/^2\tCập nhật dữ liệu cán bộ.*\n/m, '');
    const reviewId = await upload('ke-hoach-sua.txt', Buffer.from(text));
    const { version } = await whenRead(reviewId);
    const { body: shown } = await officer('GET', `/api/reviews/${reviewId}/changes/${plan?.planId}`);
    const changes = shown.changes as { kind: string; title: string }[];
    expect(changes.filter(({ kind }) => kind === 'gone')).toHaveLength(1);
    expect(changes.some(({ kind, title }) => kind === 'changed' && /tọa đàm/.test(title))).toBe(true);
    await officer('POST', `/api/reviews/${reviewId}/acceptance`, { version, renews: plan?.planId });
    const after = (await officer('GET', `/api/plans/${plan?.planId}`)).body;
    const task = (after.tasks as { taskId: string; state: string; dueOn: string }[]).find(
      ({ taskId }) => taskId === started?.taskId,
    );
    expect(task).toMatchObject({ state: 'in-progress', dueOn: '2026-12-19' });
    expect(after.plan).toMatchObject({ revision: (plan?.revision ?? 0) + 1 });
  });

  test('who handed a product in may not approve it', async () => {
    const officer = await site.logIn('cchc');
    const anyTask = (await officer('GET', '/api/tasks?year=2026&limit=1')).body.tasks as {
      taskId: string;
      version: number;
    }[];
    const url = `/api/tasks/${anyTask[0]?.taskId}/steps`;
    const handed = await officer('POST', url, { version: anyTask[0]?.version, to: 'handed-in', note: 'đã gửi' });
    expect(await officer('POST', url, { version: handed.body.version, to: 'done', note: null })).toMatchObject({
      status: 403,
      body: { code: 'own-work' },
    });
    const director = await site.logIn('giamdoc');
    expect((await director('POST', url, { version: handed.body.version, to: 'done', note: null })).status).toBe(200);
  });
});
