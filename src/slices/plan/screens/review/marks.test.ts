import { describe, expect, test } from 'vitest';
import { aDraft, aTaskDraft } from '../../../../testing/a-draft.ts';
import { type Mark, marksOf, segmentsOf, spotName } from './marks.ts';

const mark = (from: number, to: number, change: Partial<Mark> = {}): Mark => ({
  key: 'task-0',
  field: 'title',
  from,
  to,
  tone: 'read',
  ...change,
});

describe('a text is cut where marks begin and end', () => {
  test.each([
    { because: 'no mark leaves it whole', marks: [], parts: ['Văn phòng Sở chủ trì'] },
    { because: 'a mark in the middle makes three parts', marks: [mark(4, 9)], parts: ['Văn ', 'phòng', ' Sở chủ trì'] },
    { because: 'marks may overlap', marks: [mark(0, 9), mark(4, 12)], parts: ['Văn ', 'phòng', ' Sở', ' chủ trì'] },
    { because: 'a mark past the end is cut off', marks: [mark(13, 999)], parts: ['Văn phòng Sở ', 'chủ trì'] },
    { because: 'an empty mark is no mark', marks: [mark(3, 3)], parts: ['Văn phòng Sở chủ trì'] },
  ])('$because', ({ marks, parts }) => {
    expect(segmentsOf('Văn phòng Sở chủ trì', marks).map(({ text }) => text)).toEqual(parts);
  });

  test('the loudest mark comes first, then the shortest', () => {
    const [part] = segmentsOf('8,645', [
      mark(0, 5, { key: 'long' }),
      mark(0, 3, { key: 'short' }),
      mark(0, 5, { key: 'figure-0', tone: 'figure' }),
    ]);
    expect(part?.marks.map(({ key }) => key)).toEqual(['figure-0', 'short', 'long']);
  });
});

describe('marks of a draft', () => {
  const place = { block: 3, row: 1, column: 2, from: 0, to: 4 };
  test('stand in the cell that was read, in the tone of their item', () => {
    const task = aTaskDraft('task-0', { places: { title: place }, doubts: ['lead-inferred'] });
    expect(marksOf(aDraft({ tasks: [task] }), []).get(spotName(place))).toEqual([
      { key: 'task-0', field: 'title', from: 0, to: 4, tone: 'unsure' },
    ]);
  });

  test('every value of a list is marked as its field', () => {
    const places = { products: place, 'products.1': { ...place, from: 6, to: 9 } };
    const marks = marksOf(aDraft({ tasks: [aTaskDraft('task-0', { places })] }), []).get(spotName(place));
    expect(marks?.map(({ field, from }) => [field, from])).toEqual([
      ['products', 0],
      ['products', 6],
    ]);
  });

  test('a dropped item leaves none', () => {
    const task = aTaskDraft('task-0', { places: { title: place }, state: 'dropped' });
    expect(marksOf(aDraft({ tasks: [task] }), []).size).toBe(0);
  });

  test('only figures that do not agree are marked', () => {
    const finding = { place: { block: 1 }, proposal: null };
    const marks = marksOf(aDraft(), [
      { ...finding, holds: true },
      { ...finding, holds: false },
    ]);
    expect(marks.get('1')?.map(({ key }) => key)).toEqual(['figure-1']);
  });
});
