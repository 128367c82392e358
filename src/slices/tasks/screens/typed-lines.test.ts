import { expect, test } from 'vitest';
import { readTypedMeeting, readTypedPlan } from './typed-lines.ts';

const item = {
  key: 'own-1',
  taskId: null,
  title: 'Ký số hồ sơ cũ',
  product: null,
  userIds: ['user_1'],
  deadlineText: null,
  deadlines: [],
};

test('a plan that was typed comes back as it was', () => {
  const typed = { version: 3, items: [item], number: '05/KH' };
  expect(readTypedPlan(JSON.parse(JSON.stringify(typed)))).toEqual(typed);
});

test.each([
  ['nothing', null],
  ['a text', 'x'],
  ['no version', { items: [item], number: '' }],
  ['a line without people', { version: 1, items: [{ ...item, userIds: undefined }], number: '' }],
  ['a line whose title is a number', { version: 1, items: [{ ...item, title: 7 }], number: '' }],
])('a draft that another version kept is left alone: %s', (_, kept) => {
  expect(readTypedPlan(kept)).toBeNull();
});

test('decisions that were typed come back; a half one does not', () => {
  const typed = { decisions: [{ key: 0, title: 'Đối chiếu', leadId: '', deadline: '' }], note: '' };
  expect(readTypedMeeting(typed)).toEqual(typed);
  expect(readTypedMeeting({ ...typed, decisions: [] })).toBeNull();
  expect(readTypedMeeting({ ...typed, decisions: [{ key: 0 }] })).toBeNull();
});
