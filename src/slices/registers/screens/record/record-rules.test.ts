import { describe, expect, test } from 'vitest';
import { translator } from '../../../../web/texts.ts';
import { declareRegister, type RegisterDeclaration } from '../../index.ts';
import { dueWords, extensionOf } from './due-words.ts';
import { nextSteps } from './next-steps.ts';

const label = (vi: string) => ({ vi, en: vi });
const drafts: RegisterDeclaration = declareRegister({
  key: 'drafts',
  version: 1,
  name: label('Dự thảo'),
  purpose: label('Theo dõi'),
  group: 'own',
  title: 'subject',
  owner: 'unit',
  fields: {
    subject: { kind: 'text', label: label('Tên') },
    unit: { kind: 'unit', label: label('Đơn vị') },
    asked: { kind: 'day', label: label('Ngày giao') },
    moved: { kind: 'day', label: label('Gia hạn đến') },
    urgent: { kind: 'choice', label: label('Mức'), options: { yes: label('Khẩn'), no: label('Thường') } },
  },
  due: {
    by: 'urgent',
    cases: { yes: { relativeTo: 'asked', amount: 2, unit: 'working-day', extendedBy: 'moved' } },
    otherwise: { phrase: 'trước 30/6', yearOf: 'asked' },
  },
  steps: {
    drawn: { label: label('Soạn'), next: ['sent', 'dropped'] },
    sent: { label: label('Trình') },
    signed: { label: label('Ký'), isEnd: true, next: [] },
    dropped: { label: label('Thôi'), isEnd: true },
    kept: { label: label('Lưu') },
  },
});
const texts = { t: translator('vi'), language: 'vi', declaration: drafts } as const;
const { due } = drafts;
if (!due) throw new Error('the example has a due rule');

describe('the deadline in words', () => {
  test.each([
    [{ urgent: 'yes' }, '2 ngày làm việc sau Ngày giao'],
    [{ urgent: 'no' }, 'trước 30/6'],
    [{}, 'trước 30/6'],
  ])('of a record with %o: %s', (values, words) => {
    expect(dueWords(due, values, texts)).toBe(words);
  });

  test('an extension is named with its day', () => {
    expect(extensionOf(due, { urgent: 'yes', moved: '2031-02-03' }, texts)).toBe('03/02/2031');
    expect(extensionOf(due, { urgent: 'yes' }, texts)).toBeNull();
    expect(extensionOf(due, { moved: '2031-02-03' }, texts)).toBeNull();
  });
});

describe('the steps that may follow', () => {
  test.each([
    { step: 'drawn', next: ['sent!', 'dropped'], because: 'only those the declaration names' },
    { step: 'sent', next: ['signed!', 'dropped', 'kept', 'drawn'], because: 'all others, those further on first' },
    { step: 'signed', next: [], because: 'none where the declaration names none' },
    { step: 'dropped', next: ['kept', 'drawn', 'sent', 'signed'], because: 'at an end no way on is the strong one' },
    { step: null, next: ['drawn!', 'sent', 'signed', 'dropped', 'kept'], because: 'a record that stands nowhere yet' },
  ])('after $step: $because', ({ step, next }) => {
    expect(nextSteps(drafts, step).map(({ key, isStrong }) => (isStrong ? `${key}!` : key))).toEqual(next);
  });
});
