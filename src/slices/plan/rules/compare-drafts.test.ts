import { expect, test } from 'vitest';
import { aDraft, aTaskDraft } from '../../../testing/a-draft.ts';
import { compareDrafts, linesOf } from './compare-drafts.ts';
import type { Draft } from './draft.ts';

const by = (date: string) => [{ kind: 'by' as const, date, inclusive: false }];

type Change = Partial<Draft['tasks'][number]>;
const withTasks = (tasks: readonly Change[]): Draft =>
  aDraft({ tasks: tasks.map((task, at) => aTaskDraft(`task-${at}`, task)) });

const base = {
  title: 'Gửi báo cáo quý đúng mẫu',
  leads: ['Văn phòng Sở'],
  deadlineText: 'Trước ngày 10/12/2026',
  deadlines: by('2026-12-10'),
};

test('a draft against itself has no lines', () => {
  expect(linesOf(compareDrafts(withTasks([base]), withTasks([base])))).toEqual([]);
});

test('a lead that changed and a deadline that moved are lines of their own', () => {
  const before = withTasks([base]);
  const after = withTasks([
    { ...base, leads: ['Thanh tra Sở'], deadlineText: 'Trước ngày 20/12/2026', deadlines: by('2026-12-20') },
  ]);
  expect(linesOf(compareDrafts(before, after))).toMatchObject([
    { part: 'task', kind: 'changed', field: 'leads', before: 'Văn phòng Sở', after: 'Thanh tra Sở', direction: null },
    { field: 'deadlineText', before: 'Trước ngày 10/12/2026', after: 'Trước ngày 20/12/2026', direction: 'later' },
  ]);
});

test('what a person dropped from a document is not in it', () => {
  const other = { ...base, title: 'Tập huấn trả lời phản ánh, kiến nghị' };
  const lines = linesOf(compareDrafts(withTasks([base, other]), withTasks([base, { ...other, state: 'dropped' }])));
  expect(lines).toMatchObject([{ part: 'task', kind: 'dropped', title: other.title }]);
});

test('the head and the result are told first, figures with a comma', () => {
  const look = { key: 'result', state: 'unchecked' as const, confidence: 1, doubts: [], places: {} };
  const figures = { year: 2025, max: 99, grade: 'Tốt', rank: 15, rankOf: 20, totalChange: null, rankChange: null };
  const before = aDraft({ result: { ...look, ...figures, total: 80.5 } });
  const after: Draft = {
    ...before,
    document: { ...before.document, number: '99/KH-STNMT' },
    result: { ...look, ...figures, total: 81.25 },
  };
  const lines = linesOf(compareDrafts(before, after));
  expect(lines.map(({ part, field, after: now }) => [part, field, now])).toEqual([
    ['head', 'number', '99/KH-STNMT'],
    ['head', 'total', '81,25'],
  ]);
});

const whole = 'Rà soát, đơn giản hóa thủ tục hành chính và công khai kết quả giải quyết hồ sơ trên Cổng dịch vụ công';
const parts = ['Rà soát, đơn giản hóa thủ tục hành chính', 'Công khai kết quả giải quyết hồ sơ trên Cổng dịch vụ công'];

test('a task divided into two is told once, with its parts, and so are two made one', () => {
  const one = withTasks([base, { ...base, title: whole }]);
  const two = withTasks([base, ...parts.map((title) => ({ ...base, title }))]);
  const kindsOf = (lines: ReturnType<typeof linesOf>) =>
    lines.filter(({ field }) => field === null).map(({ kind, before, after }) => [kind, before, after]);
  expect(kindsOf(linesOf(compareDrafts(one, two)))).toEqual([['divided', whole, parts.join('; ')]]);
  expect(kindsOf(linesOf(compareDrafts(two, one)))).toEqual([['united', parts.join('; '), whole]]);
});
