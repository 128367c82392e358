import { expect, test } from 'vitest';
import type { SourceDocument } from '../../../reading/index.ts';
import { boxesOn as boxesAt, hasPages, haveSameMarks, spotsByPage } from './page-boxes.ts';

const source: SourceDocument = {
  format: 'pdf',
  pageCount: 2,
  blocks: [
    { kind: 'paragraph', text: 'KẾ HOẠCH', place: { block: 0, page: 1, box: [72, 144, 360, 36] } },
    {
      kind: 'table',
      place: { block: 1, page: 2 },
      rows: [
        [
          {
            text: 'Nộp báo cáo',
            columnSpan: 1,
            rowSpan: 1,
            place: { block: 1, row: 0, column: 0, page: 2, box: [0, 0, 144, 72] },
          },
          null,
        ],
      ],
    },
    { kind: 'paragraph', text: 'không rõ chỗ', place: { block: 2, page: 2 } },
  ],
  footnotes: [],
  warnings: [],
};
const mark = (key: string, tone: 'read' | 'unsure') => ({ key, field: 'title', from: 0, to: 9, tone });
const marks = new Map([
  ['0', [mark('document', 'read')]],
  ['1:0:0', [mark('task-0', 'read'), mark('deficit-0', 'unsure')]],
  ['2', [mark('task-1', 'read')]],
]);
/** US letter at 150 dpi. */
const size = { width: 1275, height: 1650 };
const boxesOn = (page: number, from: SourceDocument = source) =>
  boxesAt(spotsByPage(from).get(page) ?? [], size, marks);

test('a box stands on its page in parts of the page, whatever the size of the picture', () => {
  const [box, ...others] = boxesOn(1);
  expect(others).toEqual([]);
  expect(box).toMatchObject({ spot: '0', left: 72 / 612, top: 144 / 792, width: 360 / 612, height: 36 / 792 });
});

test('what is unsure speaks first; a place without a box is not shown on the page', () => {
  const boxes = boxesOn(2);
  expect(boxes.map(({ spot }) => spot)).toEqual(['1:0:0']);
  expect(boxes[0]?.marks.map(({ key }) => key)).toEqual(['deficit-0', 'task-0']);
});

test('what the end of a page cut is framed on both pages', () => {
  const place = {
    block: 0,
    page: 1,
    box: [0, 700, 100, 50] as const,
    goesOn: [{ page: 2, box: [0, 72, 100, 30] as const }],
  };
  const cut: SourceDocument = { ...source, blocks: [{ kind: 'paragraph', text: 'Nộp báo cáo', place }] };
  const spots = [1, 2, 3].map((page) => boxesOn(page, cut).map(({ spot, top }) => [spot, top]));
  expect(spots).toEqual([[['0', 700 / 792]], [['0+1', 72 / 792]], []]);
});

test('a page is drawn anew for its own marks only', () => {
  const spots = spotsByPage(source).get(1) ?? [];
  const elsewhere = new Map(marks).set('1:0:0', [mark('task-0', 'read')]);
  expect(haveSameMarks(spots, marks, elsewhere)).toBe(true);
  expect(haveSameMarks(spots, marks, new Map(marks).set('0', [mark('document', 'unsure')]))).toBe(false);
});

test.each([
  { format: 'pdf', pageCount: 3, shown: true },
  { format: 'scan', pageCount: 1, shown: true },
  { format: 'pdf', pageCount: null, shown: false },
  { format: 'docx', pageCount: null, shown: false },
  { format: 'txt', pageCount: 4, shown: false },
] as const)('a $format of $pageCount pages can be shown as it looks: $shown', ({ format, pageCount, shown }) => {
  expect(hasPages({ format, pageCount })).toBe(shown);
});
