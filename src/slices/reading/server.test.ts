import { strToU8, zipSync } from 'fflate';
import { writeXlsx } from 'hucre';
import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import { makeWordFile, wordCell, wordParagraph, wordTable } from '../../testing/word-file.ts';
import type { ReadingRefusal } from './index.ts';
import { textOfReadingRefusal } from './index.ts';
import { READING_LIMITS, readSourceDocument } from './server.ts';

const word = makeWordFile({ body: wordParagraph('Kế hoạch cải cách hành chính') });

function withEntities(): Uint8Array {
  return zipSync({
    'word/document.xml': strToU8(
      '<!DOCTYPE w [<!ENTITY a "aaaaaaaaaa">]><w:document><w:body><w:p><w:r><w:t>&a;</w:t></w:r></w:p></w:body></w:document>',
    ),
  });
}

function encryptedOffice(): Uint8Array {
  return Buffer.concat([
    Buffer.from('d0cf11e0a1b11ae1', 'hex'),
    Buffer.alloc(600),
    Buffer.from('EncryptedPackage', 'utf16le'),
  ]);
}

/** An archive of one part of 5 MB whose directory promises another size. */
function zipPromising(unpackedBytes: number): Uint8Array {
  const bytes = zipSync({ 'word/document.xml': new Uint8Array(5_000_000) });
  const directory = Buffer.from(bytes).lastIndexOf(Buffer.from('504b0102', 'hex'));
  new DataView(bytes.buffer, bytes.byteOffset).setUint32(directory + 24, unpackedBytes, true);
  return bytes;
}

/** A PDF whose standard encryption no empty password opens. */
function pdfWithPassword(encryption = '/Encrypt 4 0 R'): Uint8Array {
  return strToU8(`%PDF-1.4
1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj
2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj
3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 200]>>endobj
4 0 obj<</Filter/Standard/V 1/R 2/O<${'41'.repeat(32)}>/U<${'42'.repeat(32)}>/P -4>>endobj
trailer<</Root 1 0 R${encryption}/ID[<41><41>]/Size 5>>
%%EOF`);
}

function emptyWorkbook(): Promise<Uint8Array> {
  return writeXlsx({
    sheets: [
      {
        name: 'Phụ lục',
        rows: [
          ['', ''],
          ['', ''],
        ],
      },
    ],
  });
}

function emptyWordTable(): Uint8Array {
  const cell = wordCell('');
  return makeWordFile({ body: wordTable([[cell, cell]]) });
}

function blankPicture(): Promise<Uint8Array> {
  return sharp({ create: { width: 800, height: 1100, channels: 3, background: '#fff' } })
    .png()
    .toBuffer();
}

describe('a file from outside is read in a thread of its own', () => {
  test('a Word file gives its blocks', async () => {
    const outcome = await readSourceDocument(word, 'ke-hoach.docx');
    expect(outcome).toMatchObject({
      ok: true,
      value: { format: 'docx', blocks: [{ kind: 'paragraph', text: 'Kế hoạch cải cách hành chính' }] },
    });
  });

  test('the bytes handed in stay with the caller', async () => {
    const before = word.byteLength;
    await readSourceDocument(word, 'ke-hoach.docx');
    expect(word.byteLength).toBe(before);
  });

  test.each<{
    because: string;
    name: string;
    bytes: () => Uint8Array | Promise<Uint8Array>;
    code: ReadingRefusal['code'];
  }>([
    { because: 'an empty file', name: 'a.docx', bytes: () => new Uint8Array(), code: 'empty-file' },
    { because: 'a Word file called .pdf', name: 'a.pdf', bytes: () => word, code: 'wrong-type' },
    { because: 'a text called .docx', name: 'a.docx', bytes: () => strToU8('xin chào'), code: 'wrong-type' },
    {
      because: 'a picture called .txt',
      name: 'a.txt',
      bytes: () => Buffer.from('89504e470d0a1a0a00', 'hex'),
      code: 'wrong-type',
    },
    { because: 'an old spreadsheet', name: 'a.xls', bytes: () => strToU8('x'), code: 'unsupported-type' },
    {
      because: 'a Word file cut in the middle',
      name: 'a.docx',
      bytes: () => word.subarray(0, 300),
      code: 'broken-file',
    },
    { because: 'XML entities', name: 'a.docx', bytes: withEntities, code: 'xml-entities' },
    { because: 'an encrypted Word file', name: 'a.docx', bytes: encryptedOffice, code: 'encrypted' },
    {
      because: 'a zip bomb that admits its size',
      name: 'a.docx',
      bytes: () => zipPromising(400_000_000),
      code: 'zip-bomb',
    },
    { because: 'a zip bomb that lies about its size', name: 'a.docx', bytes: () => zipPromising(10), code: 'zip-bomb' },
    { because: 'a PDF with a password', name: 'a.pdf', bytes: pdfWithPassword, code: 'encrypted' },
    { because: 'a PDF without text', name: 'a.pdf', bytes: () => pdfWithPassword(''), code: 'no-text' },
    { because: 'a picture without text', name: 'a.png', bytes: blankPicture, code: 'picture-without-text' },
    { because: 'a workbook of empty cells', name: 'a.xlsx', bytes: emptyWorkbook, code: 'no-text' },
    { because: 'a Word file with an empty table', name: 'a.docx', bytes: emptyWordTable, code: 'no-text' },
    { because: 'an encrypted workbook', name: 'a.xlsx', bytes: encryptedOffice, code: 'encrypted' },
    { because: 'a text of blanks', name: 'a.txt', bytes: () => strToU8(' \n\t\n'), code: 'no-text' },
  ])('$because is refused: $code', async ({ name, bytes, code }) => {
    expect(await readSourceDocument(await bytes(), name)).toMatchObject({ ok: false, refusal: { code } });
  });

  test('more bytes than the limit are refused before any thread starts', async () => {
    const outcome = await readSourceDocument(new Uint8Array(100_000_001), 'a.docx');
    expect(outcome).toEqual({ ok: false, refusal: { code: 'too-large', limitMegabytes: 100 } });
  });

  test('a reading that is stopped answers so', async () => {
    const stop = new AbortController();
    const outcome = readSourceDocument(word, 'a.docx', { signal: stop.signal });
    stop.abort();
    expect(await outcome).toEqual({ ok: false, refusal: { code: 'stopped' } });
  });

  test('a reading that takes too long is ended', async () => {
    const limits = { ...READING_LIMITS, stepSeconds: 0.001 };
    expect(await readSourceDocument(word, 'a.docx', { limits })).toMatchObject({
      ok: false,
      refusal: { code: 'time-exceeded' },
    });
  });
});

test('every refusal says in both languages what to do', () => {
  const refusal = { code: 'wrong-type', named: '.docx', found: 'PDF' } as const;
  expect(textOfReadingRefusal(refusal, 'vi')).toContain('.docx nhưng nội dung là PDF');
  expect(textOfReadingRefusal(refusal, 'en')).toContain('Correct the extension');
});
