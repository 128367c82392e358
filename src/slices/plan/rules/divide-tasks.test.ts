import { expect, test } from 'vitest';
import { aDraft, aTaskDraft } from '../../../testing/a-draft.ts';
import { divideTask, joinTaskWithBefore, keyBeforeDividing } from './divide-tasks.ts';
import { draftShape } from './draft.ts';

const at = (from: number, to: number, column = 1) => ({ block: 4, row: 2, column, from, to });
const title = 'Rà soát thủ tục; công khai kết quả';
const task = aTaskDraft('task-1', {
  title,
  ordinal: '1',
  products: ['Báo cáo', 'Danh mục'],
  leads: ['Văn phòng Sở'],
  deadlineText: 'Quý II',
  places: {
    title: at(0, title.length),
    products: at(0, 7, 2),
    'products.1': at(8, 16, 2),
    leads: at(0, 12, 3),
    deadlineText: at(0, 6, 4),
  },
});
const other = aTaskDraft('task-2', { title: 'Báo cáo quý', leads: ['Thanh tra Sở'], places: { title: at(0, 11, 5) } });
const draft = aDraft({ tasks: [task, other] });

test('a divided task gives each part its words, its product and its stretch of the document', () => {
  const divided = divideTask(draft, 'task-1');
  expect(divided?.key).toBe('task-1-part-2');
  const [first, second, third] = divided?.draft.tasks ?? [];
  expect(first).toMatchObject({
    key: 'task-1',
    title: 'Rà soát thủ tục',
    products: ['Báo cáo'],
    places: { title: at(0, 15), products: at(0, 7, 2), leads: at(0, 12, 3), deadlineText: at(0, 6, 4) },
  });
  expect(second).toMatchObject({
    key: 'task-1-part-2',
    title: 'công khai kết quả',
    ordinal: null,
    products: ['Danh mục'],
    leads: ['Văn phòng Sở'],
    deadlineText: 'Quý II',
    places: { title: at(17, title.length), products: at(8, 16, 2) },
  });
  expect(Object.keys(first?.places ?? {})).not.toContain('products.1');
  expect(third).toBe(other);
  expect(draftShape.safeParse(divided?.draft).success).toBe(true);
});

test('parts are divided again under new keys; all lead back to the task that was read', () => {
  const once = divideTask(draft, 'task-1');
  const twice = once && divideTask(once.draft, 'task-1-part-2');
  expect(twice?.key).toBe('task-1-part-3');
  expect(twice?.draft.tasks.map(({ key }) => keyBeforeDividing(key))).toEqual(['task-1', 'task-1', 'task-1', 'task-2']);
});

test('without a cut in its words both parts keep them, and their place', () => {
  const divided = divideTask(draft, 'task-2');
  expect(divided?.draft.tasks.slice(1).map((one) => [one.title, one.places.title])).toEqual([
    ['Báo cáo quý', at(0, 11, 5)],
    ['Báo cáo quý', at(0, 11, 5)],
  ]);
});

test('words that a person changed have no stretch of their own', () => {
  const changed = aDraft({ tasks: [{ ...task, title: 'Rà soát; công khai' }] });
  expect(divideTask(changed, 'task-1')?.draft.tasks[1]?.places.title).toEqual(task.places.title);
});

test('a task joined with the one before brings its places, and can be brought back', () => {
  const joined = joinTaskWithBefore(draft, 'task-2');
  expect(joined?.key).toBe('task-1');
  const [first, second] = joined?.draft.tasks ?? [];
  expect(first).toMatchObject({
    title: `${title}; Báo cáo quý`,
    leads: ['Văn phòng Sở', 'Thanh tra Sở'],
    deadlineText: 'Quý II',
    places: { title: at(0, title.length), 'title.1': at(0, 11, 5) },
  });
  expect(second).toMatchObject({ key: 'task-2', state: 'dropped', title: 'Báo cáo quý' });
});

test('joining undoes dividing', () => {
  const divided = divideTask(draft, 'task-1');
  const joined = divided && joinTaskWithBefore(divided.draft, divided.key);
  expect(joined?.draft.tasks[0]).toMatchObject({
    title: 'Rà soát thủ tục công khai kết quả',
    products: ['Báo cáo', 'Danh mục'],
    leads: ['Văn phòng Sở'],
    deadlineText: 'Quý II',
  });
});

test('dropped tasks in between are passed over; the first task and unknown ones stay', () => {
  const tasks = [task, { ...other, state: 'dropped' as const }, { ...other, key: 'task-3' }];
  expect(joinTaskWithBefore(aDraft({ tasks }), 'task-3')?.key).toBe('task-1');
  expect(joinTaskWithBefore(draft, 'task-1')).toBeNull();
  expect(joinTaskWithBefore(draft, 'task-9')).toBeNull();
  expect(divideTask(draft, 'task-9')).toBeNull();
});
