import { expect, test } from 'vitest';
import { ApiError } from '../../../../web/api/api-error.ts';
import { emptyRegister, newField } from './edited-register.ts';
import { faultsAtInputs, inputAt } from './server-faults.ts';

const texts = { vi: 'Ô', en: 'Field' };
const plain = emptyRegister({ title: { vi: 'Nội dung', en: 'Subject' }, unit: texts, received: texts });
const edited = {
  ...plain,
  fields: [...plain.fields, newField('twice', 'computed', { vi: 'Gấp đôi', en: 'Twice' })],
  steps: [{ id: 'a', key: 'open', isKept: true, label: texts }],
  measures: [{ id: 'm', key: 'count', isKept: true, label: texts, kind: 'count' as const, periodBy: 'day' }],
};

test.each([
  ['fields.twice.formula', 'fields.3.formula'],
  ['fields.twice', 'fields.3.label'],
  ['fields.gone', 'name'],
  ['steps.open.needs', 'steps.0.label'],
  ['measures.count.of', 'measures.0.of'],
  ['measures.count.where', 'measures.0.label'],
  ['due.phrase', 'due.phrase'],
  ['title', 'title'],
  ['name.vi', 'name'],
  ['clocks.x', 'name'],
])('a fault at %s is said at %s', (at, input) => {
  expect(inputAt(edited, at)).toBe(input);
});

test('faults are said in the words of the server, at their inputs', () => {
  const message = { vi: 'Công thức chưa đúng.', en: 'The formula is not right.' };
  const faults = [{ at: 'fields.twice.formula', code: 'bad-formula', message }, { at: 'broken' }];
  const error = new ApiError(422, 'declaration-faulty', '', { faults });
  expect(faultsAtInputs(error, edited, 'vi')).toEqual({ 'fields.3.formula': 'Công thức chưa đúng.' });
});

test('a refusal of another kind names no input', () => {
  expect(faultsAtInputs(new ApiError(409, 'declaration-changed', ''), edited, 'vi')).toBeNull();
});

test.each([
  ['clocks.cong-khai.due.relativeTo', 'clocks.0.due.relativeTo'],
  ['clocks.cong-khai.due.cases.plan.field', 'clocks.0.due.cases.plan.field'],
  ['clocks.cong-khai.finishedOn', 'clocks.0.finishedOn'],
  ['clocks.cong-khai.where', 'clocks.0.label'],
  ['clocks.khac.due', 'name'],
  ['due.cases.plan.relativeTo', 'due.cases.plan.relativeTo'],
])('a fault at %s stands at %s', (at, input) => {
  const clock = {
    id: 'x',
    key: 'cong-khai',
    isKept: false,
    label: texts,
    due: { field: 'day' },
    finishedOn: 'day',
  };
  expect(inputAt({ ...plain, clocks: [clock] }, at)).toBe(input);
});
