import { describe, expect, test } from 'vitest';
import { type JsonSchema, typeOf, writeClient } from './client-writer.ts';

describe('a schema becomes a type', () => {
  const cases: { schema: JsonSchema; type: string; because: string }[] = [
    { schema: { type: 'string' }, type: 'string', because: 'a text' },
    { schema: { type: 'integer' }, type: 'number', because: 'whole numbers are numbers' },
    { schema: { anyOf: [{ type: 'string' }, { type: 'null' }] }, type: 'string | null', because: 'nullable' },
    { schema: { type: ['string', 'null'] }, type: 'string | null', because: 'nullable, written short' },
    { schema: { enum: ['open', 'late'] }, type: '"open" | "late"', because: 'a closed list' },
    { schema: { const: true }, type: 'true', because: 'one value' },
    { schema: { type: 'array', items: { type: 'number' } }, type: 'Array<number>', because: 'a list' },
    {
      schema: { type: 'object', additionalProperties: { type: 'number' } },
      type: 'Record<string, number>',
      because: 'a dictionary',
    },
    {
      schema: { type: 'object', additionalProperties: {} },
      type: 'Record<string, unknown>',
      because: 'an open dictionary',
    },
    { schema: {}, type: 'unknown', because: 'anything' },
    { schema: { $ref: '#/components/schemas/unit' }, type: 'Unit', because: 'a shared shape' },
    {
      schema: { type: 'object', properties: { a: { type: 'string' }, 'b-c': { type: 'null' } }, required: ['a'] },
      type: '{ a: string; "b-c"?: null }',
      because: 'what is not required may be missing',
    },
  ];
  test.each(cases)('$because: $type', ({ schema, type }) => {
    expect(typeOf(schema)).toBe(type);
  });
});

describe('an operation becomes a function', () => {
  const json = (schema: JsonSchema) => ({ content: { 'application/json': { schema } } });
  const text = writeClient({
    paths: {
      '/api/tasks/{taskId}': {
        put: {
          operationId: 'changeTask',
          parameters: [{ name: 'taskId', in: 'path', required: true, schema: { type: 'string' } }],
          requestBody: json({ type: 'object', properties: { title: { type: 'string' } }, required: ['title'] }),
          responses: { '204': {} },
        },
      },
      '/api/tasks': {
        get: {
          operationId: 'findTasks',
          parameters: [{ name: 'state', in: 'query', schema: { enum: ['late'] } }],
          responses: { '200': json({ type: 'array', items: { type: 'string' } }) },
        },
      },
      '/api/files/{fileId}': {
        get: {
          operationId: 'downloadFile',
          parameters: [{ name: 'fileId', in: 'path', required: true, schema: { type: 'string' } }],
          responses: { '200': { content: { 'application/octet-stream': {} } } },
        },
      },
    },
  });

  test.each([
    "  changeTask: (input: { path: { taskId: string }; body: ChangeTaskBody; signal?: AbortSignal }) =>\n    call<undefined>({ method: 'PUT', address: '/api/tasks/{taskId}', answer: 'nothing' }, input),",
    "  findTasks: (input: { query?: FindTasksQuery; signal?: AbortSignal } = {}) =>\n    call<FindTasksAnswer>({ method: 'GET', address: '/api/tasks', answer: 'json' }, input),",
    'export type FindTasksQuery = { state?: "late" | undefined };',
    "fillAddress('/api/files/{fileId}', input.path),",
  ])('%s', (line) => {
    expect(text).toContain(line);
  });

  test('an operation without a name is refused', () => {
    expect(() => writeClient({ paths: { '/api/x': { get: {} } } })).toThrow('has no operationId');
  });
});
