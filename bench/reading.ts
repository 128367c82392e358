import process from 'node:process';
import mammoth from 'mammoth';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { readBytes } from '../src/slices/reading/adapters/read-bytes.ts';
import type { Paragraph, SourceDocument, Table } from '../src/slices/reading/index.ts';
import { readSourceDocument } from '../src/slices/reading/server.ts';
import { makeWordFromDocument } from '../src/testing/plan-as-word.ts';
import { photographPages } from '../src/testing/scan-of-pdf.ts';
import type { DrawingPage } from '../src/testing/vietnamese-pdf.ts';
import { makePdf } from '../src/testing/vietnamese-pdf.ts';

const PAGES = 50;
const SENTENCE =
  'Văn phòng Sở chủ trì, phối hợp với các phòng chuyên môn, đơn vị trực thuộc rà soát, cập nhật và công khai đầy đủ thủ tục hành chính thuộc thẩm quyền giải quyết, báo cáo kết quả trước ngày 25 hằng tháng.';

/** Half paragraphs, half table rows: about fifty pages in Word. */
function longPlan(): SourceDocument {
  const paragraph = (block: number): Paragraph => ({
    kind: 'paragraph',
    text: `${block}. ${SENTENCE} ${SENTENCE}`,
    place: { block },
  });
  const cell = (text: string, row: number, column: number) => ({
    text,
    place: { block: 0, row, column },
    columnSpan: 1,
    rowSpan: 1,
  });
  const table: Table = {
    kind: 'table',
    place: { block: 0 },
    rows: Array.from({ length: 250 }, (_unused, row) =>
      ['STT', SENTENCE, 'Báo cáo kết quả thực hiện', 'Trước ngày 15/11/2024', SENTENCE].map((text, column) =>
        cell(column === 0 ? String(row) : text, row, column),
      ),
    ),
  };
  return {
    format: 'docx',
    pageCount: null,
    footnotes: [],
    warnings: [],
    blocks: [...Array.from({ length: 180 }, (_unused, block) => paragraph(block)), table],
  };
}

function drawPage(page: DrawingPage): void {
  let y = page.paragraph(`${SENTENCE} ${SENTENCE}`, 85, 90, 425) + 40;
  const columns = [85, 120, 340, 430, 530];
  for (const x of columns) page.line(x, y, x, y + 480);
  for (let row = 0; row <= 8; row += 1) page.line(85, y + row * 60, 530, y + row * 60);
  for (let row = 0; row < 8; row += 1, y += 60) {
    page.text(String(row + 1), 90, y + 15);
    page.paragraph('Rà soát, cập nhật và công khai thủ tục hành chính thuộc thẩm quyền', 125, y + 15, 200);
    page.paragraph('Trước ngày 15/11', 345, y + 15, 75);
    page.paragraph('Văn phòng Sở', 435, y + 15, 85);
  }
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const startedAt = performance.now();
  await work();
  return performance.now() - startedAt;
}

/** The fastest of three runs: other work on the machine only ever adds time. */
async function best(work: () => Promise<unknown>): Promise<number> {
  return Math.min(await timed(work), await timed(work), await timed(work));
}

async function read(bytes: Uint8Array, name: string): Promise<void> {
  const outcome = await readSourceDocument(bytes, name);
  if (!outcome.ok) throw new Error(outcome.refusal.code);
}

async function extractWithPdfjs(bytes: Uint8Array): Promise<void> {
  const pdf = await getDocument({ data: Uint8Array.from(bytes), verbosity: 0 }).promise;
  for (let number = 1; number <= pdf.numPages; number += 1) await (await pdf.getPage(number)).getTextContent();
}

/** Our reading without the thread that guards it, to stand beside a library that has none. */
const readHere = (bytes: Uint8Array, name: string) => readBytes(bytes, name, () => undefined);

function print(what: string, milliseconds: number, limitSeconds: number): void {
  console.log(`${what.padEnd(44)} ${(milliseconds / 1000).toFixed(2)} s (limit ${limitSeconds} s)`);
}

function compare(ours: number, library: string, alone: number): void {
  const [here, there] = [ours, alone].map((milliseconds) => (milliseconds / 1000).toFixed(2));
  console.log(
    `  in one thread ${here} s beside ${library} alone ${there} s: ${(ours / alone).toFixed(1)} × (goal 2 ×)`,
  );
}

/** What issue 5 asks of the formats: time in a thread of its own, time beside extraction alone, and memory. */
export async function benchReading(): Promise<void> {
  const word = await makeWordFromDocument(longPlan());
  print(`reading a ${PAGES}-page .docx`, await best(() => read(word, 'ke-hoach.docx')), 2);
  const mammothAlone = await best(() => mammoth.convertToHtml({ buffer: Buffer.from(word) }));
  compare(await best(() => readHere(word, 'ke-hoach.docx')), 'mammoth', mammothAlone);

  const pdf = await makePdf(Array.from({ length: PAGES }, () => drawPage));
  print(`reading a ${PAGES}-page text PDF`, await best(() => read(pdf, 'ke-hoach.pdf')), 5);
  const pdfjsAlone = await best(() => extractWithPdfjs(pdf));
  compare(await best(() => readHere(pdf, 'ke-hoach.pdf')), 'pdfjs text', pdfjsAlone);

  const [picture = Buffer.alloc(0)] = await photographPages(await makePdf([drawPage]), 200);
  print('recognising a page scanned at 200 dpi', await timed(() => read(picture, 'trang.jpg')), 15);
  console.log(
    `most memory of the process so far: ${Math.round(process.resourceUsage().maxRSS / 1000)} MB (limit 1000 MB)`,
  );
}
