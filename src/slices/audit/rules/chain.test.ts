import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Decimal } from '../../../kernel/decimal.ts';
import { type AuditContent, CHAIN_START, canonicalJson, contentToHash } from './chain.ts';

const content: AuditContent = {
  agencyId: 'agency_a',
  sequence: 1,
  at: '2026-11-20T01:00:00.000Z',
  actorId: 'user_a',
  actorName: 'Chuyên viên CCHC',
  action: 'task.change',
  subjectKind: 'task',
  subjectId: 'task_1',
  before: { dueOn: '2026-12-01' },
  after: { dueOn: '2026-12-15' },
  previousHash: CHAIN_START,
};

describe('the text that an audit entry is hashed over', () => {
  test.each([
    { value: { b: 1, a: 2 }, text: '{"a":2,"b":1}', because: 'the order of fields does not matter' },
    { value: { a: undefined, b: null }, text: '{"b":null}', because: 'undefined is not stored' },
    { value: [undefined, 1], text: '[null,1]', because: 'a list keeps its places' },
    { value: { points: new Decimal('80.567') }, text: '{"points":"80.567"}', because: 'a decimal is stored as text' },
    { value: -0, text: '0', because: 'the database knows no negative zero' },
    { value: undefined, text: 'null', because: 'nothing is null' },
  ])('$text: $because', ({ value, text }) => expect(canonicalJson(value)).toBe(text));

  test('is the same before the database and after it, whatever the value', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(canonicalJson(JSON.parse(canonicalJson(value)))).toBe(canonicalJson(value));
      }),
    );
  });

  test.each(Object.keys(content) as (keyof AuditContent)[])('differs when %s differs', (field) => {
    expect(contentToHash({ ...content, [field]: 'something else' })).not.toBe(contentToHash(content));
  });
});
