import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { makeContext } from '../testing/context.ts';
import { operationsOf } from '../testing/operations.ts';
import { needsOnPaper } from '../testing/rights-page.ts';
import { buildApp } from './app.ts';
import type { App } from './http.ts';

describe('the operations of the interface', () => {
  let app: App;
  beforeAll(async () => {
    app = await buildApp(makeContext());
  });
  afterAll(() => app.close());

  test('are all in the second table of docs/rights.md, and no other (add the line of a new operation there)', () => {
    const told = operationsOf(app).map(({ operationId }) => operationId);
    expect(told.sort()).toEqual([...needsOnPaper.keys()].sort());
  });

  test('refuse who is not logged in before they read the input, all but the public ones', async () => {
    for (const { operationId, method, url } of operationsOf(app)) {
      if (needsOnPaper.get(operationId) === 'public') continue;
      const answer = await app.inject({ method, url });
      expect([operationId, answer.statusCode, answer.json().code]).toEqual([operationId, 401, 'not-logged-in']);
    }
  });

  test('that are public are the ones that the page says', async () => {
    for (const { operationId, method, url } of operationsOf(app)) {
      if (needsOnPaper.get(operationId) !== 'public') continue;
      const answer = await app.inject({ method, url });
      expect([operationId, answer.statusCode]).not.toEqual([operationId, 401]);
    }
  });

  test('refuse a change that comes from another site, whoever sends it', async () => {
    for (const { operationId, method, url } of operationsOf(app)) {
      if (method === 'GET') continue;
      for (const headers of [
        { origin: 'https://evil.example' },
        { origin: 'null' },
        { 'sec-fetch-site': 'cross-site' },
        { 'sec-fetch-site': 'same-site' },
      ]) {
        const answer = await app.inject({ method, url, headers });
        expect([operationId, answer.statusCode, answer.json().code]).toEqual([operationId, 403, 'wrong-origin']);
      }
    }
  });
});
