import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { makeOldWordSource } from '../../../../testing/old-word-sample.ts';
import { readDocx } from '../docx/read-docx.ts';
import { finishDocument } from '../draft/finish-document.ts';
import { readDoc } from './read-doc.ts';

const FIXTURE = new URL('../../fixtures/old-word.doc', import.meta.url);
const oldWord = (): Uint8Array => new Uint8Array(readFileSync(FIXTURE));

test('an old Word file says the same as the new one that it was made from', () => {
  const read = finishDocument('doc', readDoc(oldWord()));
  expect(read).toEqual({ ...finishDocument('docx', readDocx(makeOldWordSource())), format: 'doc' });
});

test('the fixture holds what old Word keeps in structures of its own', () => {
  const { blocks, footnotes } = finishDocument('doc', readDoc(oldWord()));
  const markers = blocks.flatMap((block) => (block.kind === 'paragraph' ? (block.listMarker ?? []) : []));
  expect(markers).toEqual(['I.', '1.', '2.', '2.1.', '2.2.', 'II.', '1.', '-', 'e)', 'a)']);
  const tables = blocks.flatMap((block) => (block.kind === 'table' ? [block.rows.map((row) => row.map(spanOf))] : []));
  expect(tables).toEqual([
    [
      ['STT 1×2', 'Nhiệm vụ 1×2', 'Phân công 2×1', null],
      [null, null, 'Chủ trì 1×1', 'Phối hợp 1×1'],
      ['I. CHỈ ĐẠO, ĐIỀU HÀNH 4×1', null, null, null],
      ['1 1×1', 'Rà soát 1×2', 'Văn phòng Sở 1×1', '- Kế hoạch\n- Báo cáo 1×1'],
      ['2 1×1', null, 'Phòng Pháp chế 1×1', ' 1×1'],
      ['3 1×1', 'Công khai, niêm yết 2×1', null, 'Ô có bảng 1×1'],
    ],
    [['x 1×1', 'y 1×1']],
    Array.from({ length: 30 }, (_unused, row) => [`${row + 1} 1×1`, 'Rà soát thủ tục\nCông khai 1×1', ' 1×1']),
  ]);
  expect(footnotes.map(({ mark, text }) => `${mark} ${text}`)).toEqual([
    '1 Do nộp muộn hai báo cáo',
    '2 Theo thông báo của tỉnh',
    'i Xem phụ lục',
  ]);
});

function spanOf(cell: { text: string; columnSpan: number; rowSpan: number } | null): string | null {
  return cell && `${cell.text} ${cell.columnSpan}×${cell.rowSpan}`;
}

test.each([
  ['cut in the middle', (file: Buffer) => file.subarray(0, 9000), 'broken-file'],
  ['without its streams', (file: Buffer) => Buffer.from(file).fill(0, 512, 1024), 'broken-file'],
  ['with a password', (file: Buffer) => withFlag(file, 0x0a, 0x01), 'encrypted'],
  ['of Word 95', (file: Buffer) => withFlag(file, 0x00, 0xdc), 'unsupported-type'],
] as const)('an old Word file %s is refused', (_case, damage, code) => {
  expect(() => readDoc(damage(Buffer.from(oldWord())))).toThrow(
    expect.objectContaining({ refusal: expect.objectContaining({ code }) }),
  );
});

/** The file with one byte of its information block changed: the low byte of the sign, the high one of the flags. */
function withFlag(file: Buffer, at: number, value: number): Buffer {
  const changed = Buffer.from(file);
  const block = changed.indexOf(Buffer.from([0xec, 0xa5]));
  const byte = at === 0x0a ? block + at + 1 : block + at;
  changed[byte] = at === 0x0a ? (changed[byte] ?? 0) | value : value;
  return changed;
}
