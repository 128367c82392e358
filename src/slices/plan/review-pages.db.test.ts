import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openTestApp, type TestApp } from '../../testing/app.ts';
import { testEngines } from '../../testing/database.ts';
import { makePdf } from '../../testing/vietnamese-pdf.ts';

const A4_AT_150_DPI = { width: 1240, height: 1754 };

describe.each(testEngines)('the pages of a document as they look, on $name', (engine) => {
  let site: TestApp;
  beforeAll(async () => {
    site = await openTestApp(engine);
  });
  afterAll(() => site.close());

  async function upload(name: string, bytes: Uint8Array): Promise<string> {
    const form = new FormData();
    form.append('file', new Blob([bytes.slice().buffer]), name);
    const request = new Request('http://localhost', { method: 'POST', body: form });
    const headers = { cookie: await site.cookieOf('cchc'), 'content-type': request.headers.get('content-type') ?? '' };
    const payload = Buffer.from(await request.arrayBuffer());
    const answer = await site.app.inject({ method: 'POST', url: '/api/reviews', headers, payload });
    expect(answer.statusCode, answer.body).toBe(200);
    return answer.json<{ reviewId: string }>().reviewId;
  }
  const look = async (username: string, address: string) =>
    site.app.inject({ method: 'GET', url: address, headers: { cookie: await site.cookieOf(username) } });

  test('a page of a PDF comes as a picture, the second time from what was kept', async () => {
    const bytes = await makePdf([({ text }) => text('KẾ HOẠCH', 200, 100), () => undefined]);
    const reviewId = await upload('ke-hoach.pdf', bytes);
    for (const _time of [1, 2]) {
      const answer = await look('cchc', `/api/reviews/${reviewId}/pages/1`);
      expect(answer.statusCode, answer.body.slice(0, 200)).toBe(200);
      expect(answer.headers['content-type']).toBe('image/webp');
      const { width, height, format } = await sharp(answer.rawPayload).metadata();
      expect(format).toBe('webp');
      expect(Math.abs((width ?? 0) - A4_AT_150_DPI.width)).toBeLessThanOrEqual(2);
      expect(Math.abs((height ?? 0) - A4_AT_150_DPI.height)).toBeLessThanOrEqual(2);
    }
    expect((await look('cchc', `/api/reviews/${reviewId}/pages/3`)).json()).toMatchObject({ code: 'page-not-drawn' });
    expect((await look('cchc', `/api/reviews/${reviewId}/pages/0`)).statusCode).toBe(400);
  });

  test('a text has no pages; who may not review sees none; an unknown review has none', async () => {
    const reviewId = await upload('ke-hoach.txt', new TextEncoder().encode('KẾ HOẠCH\nNăm 2026'));
    expect((await look('cchc', `/api/reviews/${reviewId}/pages/1`)).json()).toMatchObject({ code: 'page-not-drawn' });
    expect((await look('truongphong', `/api/reviews/${reviewId}/pages/1`)).statusCode).toBe(403);
    expect((await look('cchc', '/api/reviews/review_khongco/pages/1')).json()).toMatchObject({
      code: 'review-not-found',
    });
  });
});
