import { expect, test } from 'vitest';
import type { DraftBlock, DraftTable } from './draft.ts';
import { joinSplitTables } from './join-split-tables.ts';

function table(rows: readonly (readonly string[])[], goesOn = false): DraftTable {
  const cells = rows.map((row) => row.map((text) => ({ text, columnSpan: 1, rowSpan: 1 })));
  return { kind: 'table', rows: cells, ...(goesOn ? { goesOn } : {}) };
}

function texts(blocks: readonly DraftBlock[]): (string | (string | undefined)[][])[] {
  return blocks.map((block) =>
    block.kind === 'paragraph' ? block.text : block.rows.map((row) => row.map((cell) => cell?.text)),
  );
}

const header = ['STT', 'Nhiệm vụ', 'Thời hạn'];
const one = ['1', 'Rà soát thủ tục', 'Quý I'];
const two = ['2', 'Rà soát thủ tục', 'Quý II'];
const blank: DraftBlock = { kind: 'paragraph', text: ' ' };

test.each<{ because: string; blocks: DraftBlock[]; joined: ReturnType<typeof texts> }>([
  {
    because: 'a header repeated after a page break goes',
    blocks: [table([header, one]), blank, table([header, two])],
    joined: [[header, one, two]],
  },
  {
    because: 'a header that recognition read a little differently goes, too',
    blocks: [table([header, one]), table([['TT', 'Nhiêm vụ', 'Thời hạn'], two])],
    joined: [[header, one, two]],
  },
  {
    because: 'one cell of it may be read badly, blanks count for nothing',
    blocks: [
      table([
        ['STT', 'Nhiệm vụ', 'Tiến độ', 'Phân công thực hiện'],
        [...one, 'Văn phòng'],
      ]),
      table(
        [
          ['ST', 'Nhiệm vụ', 'Tiế nđô', 'Phâ cong thưc hie'],
          [...two, 'Văn phòng'],
        ],
        true,
      ),
    ],
    joined: [
      [
        ['STT', 'Nhiệm vụ', 'Tiến độ', 'Phân công thực hiện'],
        [...one, 'Văn phòng'],
        [...two, 'Văn phòng'],
      ],
    ],
  },
  {
    because: 'a full row whose number recognition lost is a row of its own',
    blocks: [
      table([
        [...header, 'Đơn vị'],
        [...one, 'Văn phòng'],
      ]),
      table([['', 'Công khai kết quả', 'Thường xuyên', '- Các phòng']], true),
    ],
    joined: [
      [
        [...header, 'Đơn vị'],
        [...one, 'Văn phòng'],
        ['', 'Công khai kết quả', 'Thường xuyên', '- Các phòng'],
      ],
    ],
  },
  {
    because: 'the row of column numbers under a repeated header goes with it',
    blocks: [table([header, ['1', '2', '3'], one]), table([header, ['1', '2', '3'], two])],
    joined: [[header, ['1', '2', '3'], one, two]],
  },
  {
    because: 'a header repeated inside one grid goes',
    blocks: [table([header, one, header, two])],
    joined: [[header, one, two]],
  },
  {
    because: 'rows that look alike are rows, not headers',
    blocks: [table([one, two, one])],
    joined: [[one, two, one]],
  },
  {
    because: 'a row cut by the page is made whole',
    blocks: [table([header, one]), table([['', 'theo kế hoạch', ''], two], true)],
    joined: [[header, ['1', 'Rà soát thủ tục theo kế hoạch', 'Quý I'], two]],
  },
  {
    because: 'a list item that begins on the next page keeps its line',
    blocks: [table([header, one]), table([['', '- Công khai', '']], true)],
    joined: [[header, ['1', 'Rà soát thủ tục\n- Công khai', 'Quý I']]],
  },
  {
    because: 'a group whose title was merged over rows does not swallow its next row',
    blocks: [table([['Chỉ đạo', 'Rà soát', 'Quý I.']]), table([['', 'Báo cáo', 'Quý II']], true)],
    joined: [
      [
        ['Chỉ đạo', 'Rà soát', 'Quý I.'],
        ['', 'Báo cáo', 'Quý II'],
      ],
    ],
  },
  {
    because: 'words between them keep two tables apart',
    blocks: [table([header, one]), { kind: 'paragraph', text: 'Phụ lục II' }, table([header, two])],
    joined: [[header, one], 'Phụ lục II', [header, two]],
  },
  {
    because: 'tables of other columns stay apart',
    blocks: [table([header, one]), table([['a', 'b']], true)],
    joined: [[header, one], [['a', 'b']]],
  },
])('$because', ({ blocks, joined }) => {
  expect(texts(joinSplitTables(blocks))).toEqual(joined);
});

test('a row that three pages share remembers where it stands on each', () => {
  const onPage = (page: number, texts: readonly string[]): DraftTable => {
    const cells = texts.map((text, at) => ({ text, columnSpan: 1, rowSpan: 1, page, box: [at, page, 1, 1] as const }));
    return { kind: 'table', rows: [cells], page, goesOn: page > 1 };
  };
  const [joined] = joinSplitTables([
    onPage(1, ['1', 'Rà soát thủ tục,', 'Quý I']),
    onPage(2, ['', 'công khai kết quả,', '']),
    onPage(3, ['', 'báo cáo', '']),
  ]);
  const row = joined?.kind === 'table' ? joined.rows[0] : undefined;
  expect(row?.map((cell) => cell?.goesOn?.map(({ page, box }) => [page, ...box]))).toEqual([
    undefined,
    [
      [2, 1, 2, 1, 1],
      [3, 1, 3, 1, 1],
    ],
    undefined,
  ]);
});
