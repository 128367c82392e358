import { degrees, PDFDocument } from 'pdf-lib';
import { expect, test } from 'vitest';
import { photographPages } from '../../../../testing/scan-of-pdf.ts';
import type { DrawingPage } from '../../../../testing/vietnamese-pdf.ts';
import { makePdf } from '../../../../testing/vietnamese-pdf.ts';
import type { SourceDocument } from '../../rules/source-document.ts';
import { finishDocument } from '../draft/finish-document.ts';
import { readPicture } from '../scan/read-picture.ts';
import { readPdf } from './read-pdf.ts';

const ignoreProgress = (): void => undefined;

async function read(...pages: ((page: DrawingPage) => void)[]): Promise<SourceDocument> {
  const draft = await readPdf(await makePdf(pages), ignoreProgress);
  return finishDocument(draft.format, draft);
}

function contentOf(document: SourceDocument): (string | (string | null)[][])[] {
  return document.blocks.map((block) =>
    block.kind === 'paragraph' ? block.text : block.rows.map((row) => row.map((cell) => cell?.text ?? null)),
  );
}

const long =
  'Văn phòng Sở chủ trì, phối hợp với các phòng chuyên môn rà soát, cập nhật và công khai đầy đủ thủ tục hành chính thuộc thẩm quyền giải quyết';

/** Rules of a grid with these column and row edges. */
function drawGrid(page: DrawingPage, columns: readonly number[], rows: readonly number[]): void {
  const [left = 0, right = 0, top = 0, bottom = 0] = [columns[0], columns.at(-1), rows[0], rows.at(-1)];
  for (const x of columns) page.line(x, top, x, bottom);
  for (const y of rows) page.line(left, y, right, y);
}

test('paragraphs are put together from their lines, and kept apart where the author did', async () => {
  const document = await read((page) => {
    page.text('KẾ HOẠCH', 260, 90, { isBold: true });
    const end = page.paragraph(`1. ${long}.`, 85, 120, 425);
    page.paragraph(`- ${long};`, 85, end + 18, 425);
  });
  expect(contentOf(document)).toEqual(['KẾ HOẠCH', `1. ${long}.`, `- ${long};`]);
  expect(document.blocks[0]).toMatchObject({ isBold: true, isCentred: true, place: { page: 1 } });
});

test('a paragraph that the end of a page cuts goes on; page numbers and repeated headers are dropped', async () => {
  const words = long.split(' ');
  const lines = [words.slice(0, 15).join(' '), words.slice(15).join(' ')];
  const makePage = (number: number, draw: (page: DrawingPage) => void) => (page: DrawingPage) => {
    page.text(String(number), 297, 40);
    page.text('Sở Nông nghiệp và Môi trường', 85, 60, { size: 9 });
    page.paragraph(
      `Trang ${number} mở đầu bằng một đoạn văn rất dài để cho biết lề phải của trang nằm ở đâu.`,
      85,
      100,
      425,
    );
    draw(page);
  };
  const document = await read(
    makePage(1, (page) => page.text(lines[0] ?? '', 85, 760)),
    (page) => {
      page.text('2', 297, 40);
      page.text('Sở Nông nghiệp và Môi trường', 85, 60, { size: 9 });
      page.text(lines[1] ?? '', 85, 100);
    },
  );
  const texts = contentOf(document).join('\n');
  expect(texts).toContain(long);
  expect(texts).not.toMatch(/Nông nghiệp|^\d$/m);
});

test('letterhead and signature stand in columns: the left one is read first', async () => {
  const document = await read((page) => {
    page.text('UBND TỈNH AN BÌNH', 90, 80);
    page.text('CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', 290, 80);
    page.text('SỞ NÔNG NGHIỆP', 100, 98);
    page.text('An Bình, ngày 05 tháng 3 năm 2026', 330, 98);
    page.paragraph(`${long}.`, 85, 140, 425);
  });
  expect(contentOf(document)).toEqual([
    'UBND TỈNH AN BÌNH',
    'SỞ NÔNG NGHIỆP',
    'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
    'An Bình, ngày 05 tháng 3 năm 2026',
    `${long}.`,
  ]);
});

const columns = [85, 125, 330, 420, 530];
const header = ['STT', 'Nhiệm vụ', 'Thời hạn', 'Chủ trì'];

function drawRow(page: DrawingPage, y: number, cells: readonly string[]): void {
  cells.forEach((cell, index) => {
    if (cell !== '')
      page.paragraph(cell, (columns[index] ?? 0) + 5, y, (columns[index + 1] ?? 0) - (columns[index] ?? 0) - 10);
  });
}

test('a table drawn with rules is a grid; a row cut by the page and the repeated header are joined', async () => {
  const document = await read(
    (page) => {
      drawGrid(page, columns, [600, 630, 700, 790]);
      drawRow(page, 615, header);
      drawRow(page, 645, ['1', 'Rà soát thủ tục hành chính', 'Quý II', 'Văn phòng Sở']);
      drawRow(page, 715, ['2', 'Báo cáo kết quả thực hiện', 'Trước ngày 15/11', 'Thanh tra']);
    },
    (page) => {
      drawGrid(page, columns, [80, 110, 150, 200]);
      drawRow(page, 95, header);
      drawRow(page, 125, ['', 'nhiệm vụ được giao', '', '']);
      drawRow(page, 165, ['3', 'Tập huấn', 'Quý III', 'Các phòng']);
    },
  );
  expect(contentOf(document)).toEqual([
    [
      header,
      ['1', 'Rà soát thủ tục hành chính', 'Quý II', 'Văn phòng Sở'],
      ['2', 'Báo cáo kết quả thực hiện nhiệm vụ được giao', 'Trước ngày 15/11', 'Thanh tra'],
      ['3', 'Tập huấn', 'Quý III', 'Các phòng'],
    ],
  ]);
});

test('merged cells are found where rules are missing', async () => {
  const document = await read((page) => {
    for (const y of [100, 130, 160, 190]) page.line(85, y, 530, y);
    for (const x of [85, 530]) page.line(x, 100, x, 190);
    for (const x of [125, 330]) page.line(x, 130, x, 190);
    page.text('I. CHỈ ĐẠO, ĐIỀU HÀNH', 90, 120);
    drawRow(page, 150, ['1', 'Rà soát', 'Quý II']);
    drawRow(page, 180, ['2', 'Báo cáo', 'Quý III']);
  });
  expect(contentOf(document)).toEqual([
    [
      ['I. CHỈ ĐẠO, ĐIỀU HÀNH', null, null],
      ['1', 'Rà soát', 'Quý II'],
      ['2', 'Báo cáo', 'Quý III'],
    ],
  ]);
});

test('two tables that touch are told apart by their columns, and joined when the header is repeated', async () => {
  const document = await read((page) => {
    drawGrid(page, [85, 125, 330, 420, 530], [100, 130, 160]);
    drawGrid(page, [85, 125, 290, 400, 530], [160, 190, 220]);
    drawRow(page, 120, header);
    drawRow(page, 150, ['1', 'Rà soát', 'Quý II', 'Thanh tra']);
    header.forEach((words, index) => {
      page.text(words, ([85, 125, 290, 400][index] ?? 0) + 5, 180);
    });
    ['2', 'Báo cáo', 'Quý III', 'Văn phòng'].forEach((words, index) => {
      page.text(words, ([85, 125, 290, 400][index] ?? 0) + 5, 210);
    });
  });
  expect(contentOf(document)).toEqual([
    [header, ['1', 'Rà soát', 'Quý II', 'Thanh tra'], ['2', 'Báo cáo', 'Quý III', 'Văn phòng']],
  ]);
});

test('a border drawn dot by dot is a rule like any other', async () => {
  const document = await read((page) => {
    for (const x of [85, 125, 330]) page.line(x, 100, x, 160);
    for (const y of [100, 160]) page.line(85, y, 330, y);
    for (let x = 85; x < 330; x += 2) page.line(x, 130, x + 0.5, 130);
    drawRow(page, 120, ['1', 'Rà soát']);
    drawRow(page, 150, ['2', 'Báo cáo']);
  });
  expect(contentOf(document)).toEqual([
    [
      ['1', 'Rà soát'],
      ['2', 'Báo cáo'],
    ],
  ]);
});

test('a table without rules is found by its gutters', async () => {
  const document = await read((page) => {
    page.paragraph(`${long}.`, 85, 100, 425);
    [header, ['1', 'Rà soát thủ tục', 'Quý II', 'Văn phòng'], ['2', 'Báo cáo', 'Quý III', 'Thanh tra']].forEach(
      (row, index) => {
        drawRow(page, 200 + index * 20, row);
      },
    );
  });
  expect(contentOf(document)[1]).toEqual([
    header,
    ['1', 'Rà soát thủ tục', 'Quý II', 'Văn phòng'],
    ['2', 'Báo cáo', 'Quý III', 'Thanh tra'],
  ]);
});

test('a footnote is tied to its mark and leaves the text', async () => {
  const document = await read((page) => {
    page.paragraph(`${long}.`, 85, 100, 425);
    page.text('Tiêu chí này đạt 1/2 điểm', 85, 200);
    page.text('1', 234, 195, { size: 7 });
    page.line(85, 740, 229, 740);
    page.text('1', 85, 752, { size: 6 });
    page.text('Do báo cáo quý III nộp chậm.', 90, 756, { size: 9 });
  });
  expect(contentOf(document)).toEqual([`${long}.`, 'Tiêu chí này đạt 1/2 điểm']);
  expect(document.footnotes).toMatchObject([
    { mark: '1', text: 'Do báo cáo quý III nộp chậm.', place: { block: 1, from: 25 } },
  ]);
});

// The font's round "a" is hard to recognise: what counts here is that every cell stands in its place.
test('the picture of a page is recognised, its table included', async () => {
  const pdf = await makePdf([
    (page) => {
      page.text('KẾ HOẠCH', 260, 90, { isBold: true, size: 14 });
      page.paragraph(`${long}.`, 85, 130, 425);
      drawGrid(page, columns, [220, 250, 300, 350]);
      drawRow(page, 238, header);
      drawRow(page, 270, ['1', 'Rà soát thủ tục hành chính', 'Quý II', 'Văn phòng Sở']);
      drawRow(page, 320, ['2', 'Báo cáo kết quả', 'Quý III', 'Thanh tra Sở']);
    },
  ]);
  const [picture = Buffer.alloc(0)] = await photographPages(pdf, 200, { skewDegrees: 0.7, blur: 0.5, jpegQuality: 70 });
  const document = finishDocument('scan', await readPicture(picture, ignoreProgress));
  const [title, body, table] = contentOf(document);
  expect(title).toBe('KẾ HOẠCH');
  expect(body).toContain('Văn phòng Sở chủ trì, phối hợp');
  expect(table).toMatchObject([
    [expect.anything(), expect.stringContaining('Nhi'), expect.anything(), expect.stringContaining('Ch')],
    ['1', expect.stringContaining('hành chính'), expect.stringContaining('Quý'), expect.stringContaining('Sở')],
    ['2', expect.anything(), expect.stringContaining('Quý'), expect.stringContaining('Sở')],
  ]);
  expect(document.blocks[0]).toHaveProperty('confidence');
});

/** The pages set sideways on sheets; `declared` is what the file itself says about turning them. */
async function setSideways(pdf: Uint8Array, turned: number, declared: number): Promise<Uint8Array> {
  const [source, sheets] = [await PDFDocument.load(pdf), await PDFDocument.create()];
  for (const page of await sheets.embedPdf(source, source.getPageIndices())) {
    const { width, height } = page;
    const sheet = sheets.addPage(turned === 180 ? [width, height] : [height, width]);
    const x = turned === 90 ? height : turned === 180 ? width : 0;
    const y = turned === 90 ? 0 : turned === 180 ? height : width;
    sheet.drawPage(page, { x, y, rotate: degrees(turned) });
    sheet.setRotation(degrees(declared));
  }
  return sheets.save();
}

test.each([
  ['turned, and said so', 90, 90],
  ['turned the other way, and said so', 270, 270],
  ['sideways without a word', 90, 0],
  ['sideways the other way', 270, 0],
  ['upside down', 180, 0],
  ['turned the wrong way', 90, 270],
])('a page set %s reads as an upright one', async (_case, turned, declared) => {
  const draw = (page: DrawingPage): void => {
    page.text('PHỤ LỤC', 260, 90);
    drawGrid(page, [85, 120, 300, 400], [120, 150, 180]);
    page.text('1', 90, 140);
    page.text('Rà soát thủ tục', 130, 140);
    page.text('Quý II', 310, 140);
    page.paragraph(long, 85, 250, 425);
  };
  const upright = await makePdf([draw]);
  const [straight, sideways] = [upright, await setSideways(upright, turned, declared)];
  const [one, other] = [await readPdf(straight, ignoreProgress), await readPdf(sideways, ignoreProgress)];
  expect(contentOf(finishDocument('pdf', other))).toEqual(contentOf(finishDocument('pdf', one)));
});
