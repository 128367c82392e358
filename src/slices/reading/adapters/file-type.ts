import { openZip } from './container/zip-archive.ts';
import { ReadingRefused } from './reading-refused.ts';

type Reading = 'docx' | 'doc' | 'pdf' | 'picture' | 'xlsx' | 'csv' | 'html' | 'md' | 'txt';

/** What a file proves to be by its content: something we read, or something we can only name. */
type Content = { readonly type: Reading } | { readonly type: 'text' } | { readonly other: string };

const TYPE_OF_EXTENSION: Readonly<Record<string, Reading>> = {
  docx: 'docx',
  doc: 'doc',
  pdf: 'pdf',
  png: 'picture',
  jpg: 'picture',
  jpeg: 'picture',
  xlsx: 'xlsx',
  csv: 'csv',
  html: 'html',
  htm: 'html',
  md: 'md',
  markdown: 'md',
  txt: 'txt',
};
const TEXT_TYPES: ReadonlySet<Reading> = new Set(['csv', 'html', 'md', 'txt']);

const NAMES: Readonly<Record<Reading | 'text', string>> = {
  docx: 'Word (.docx)',
  doc: 'Word 97–2003 (.doc)',
  pdf: 'PDF',
  picture: 'PNG/JPEG',
  xlsx: 'Excel (.xlsx)',
  csv: 'CSV',
  html: 'HTML',
  md: 'Markdown',
  txt: 'văn bản thuần (text)',
  text: 'văn bản thuần (text)',
};

/**
 * Decides by content what a file is, and holds it against its name.
 *
 * @throws {ReadingRefused} wrong-type where name and content disagree, unsupported-type for what we do not read,
 * encrypted for office files in an encrypted shell, broken-file for an archive that cannot be opened
 */
export function decideReading(bytes: Uint8Array, fileName: string): Reading {
  const extension = /\.([a-z0-9]{1,10})$/i.exec(fileName.trim())?.[1]?.toLowerCase();
  const named = extension === undefined ? undefined : TYPE_OF_EXTENSION[extension];
  const content = recogniseContent(bytes);
  if ('other' in content) {
    if (named === undefined) throw new ReadingRefused({ code: 'unsupported-type', found: content.other });
    throw new ReadingRefused({ code: 'wrong-type', named: `.${extension}`, found: content.other });
  }
  if (extension !== undefined && named === undefined) {
    throw new ReadingRefused({ code: 'unsupported-type', found: `.${extension}` });
  }
  if (named === undefined) return content.type === 'text' ? 'txt' : content.type;
  if (content.type === named || (content.type === 'text' && TEXT_TYPES.has(named))) return named;
  throw new ReadingRefused({ code: 'wrong-type', named: `.${extension}`, found: NAMES[content.type] });
}

const SIGNATURES: readonly (readonly [string, Content])[] = [
  ['89504e470d0a1a0a', { type: 'picture' }],
  ['ffd8ff', { type: 'picture' }],
  ['47494638', { other: 'GIF' }],
  ['49492a00', { other: 'TIFF' }],
  ['4d4d002a', { other: 'TIFF' }],
  ['49492b00', { other: 'TIFF' }],
  ['4d4d002b', { other: 'TIFF' }],
  ['424d', { other: 'BMP' }],
  ['7b5c727466', { other: 'RTF' }],
  ['526172211a07', { other: 'RAR' }],
  ['377abcaf271c', { other: '7z' }],
  ['1f8b', { other: 'gzip' }],
  ['4d5a', { other: 'chương trình (program)' }],
  ['7f454c46', { other: 'chương trình (program)' }],
];

function recogniseContent(bytes: Uint8Array): Content {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.byteLength, 4096));
  const hex = head.toString('hex', 0, 16);
  if (hex.startsWith('504b0304') || hex.startsWith('504b0506')) return recogniseArchive(bytes);
  if (hex.startsWith('d0cf11e0a1b11ae1')) return recogniseCompoundFile(bytes);
  if (head.subarray(0, 1024).includes('%PDF-')) return { type: 'pdf' };
  const container = hex.slice(8, 16) === '66747970' ? head.toString('latin1', 8, 12) : '';
  if (/^(heic|heix|mif1|msf1|hevc|avif)$/.test(container)) return { other: 'HEIC/AVIF' };
  if (hex.startsWith('52494646') && head.toString('latin1', 8, 12) === 'WEBP') return { other: 'WebP' };
  const known = SIGNATURES.find(([signature]) => hex.startsWith(signature));
  if (known && !isPlainBitmapWord(head, known[0])) return known[1];
  if (looksBinary(head)) return { other: 'dữ liệu nhị phân (binary)' };
  return /^\uFEFF?\s*<(!doctype html|html[\s>])/i.test(head.toString('utf8')) ? { type: 'html' } : { type: 'text' };
}

/** Two letters alone ("BM", "MZ") may begin an ordinary text. */
function isPlainBitmapWord(head: Buffer, signature: string): boolean {
  return signature.length === 4 && signature !== '1f8b' && !looksBinary(head);
}

function recogniseArchive(bytes: Uint8Array): Content {
  const { names } = openZip(bytes);
  if (names.some((name) => name.startsWith('word/'))) return { type: 'docx' };
  if (names.some((name) => name.startsWith('xl/'))) return { type: 'xlsx' };
  if (names.some((name) => name.startsWith('ppt/'))) return { other: 'PowerPoint' };
  return { other: names.includes('mimetype') ? 'OpenDocument' : 'ZIP' };
}

/** The old Office container; its streams have UTF-16 names. Office also keeps encrypted new files in it. */
function recogniseCompoundFile(bytes: Uint8Array): Content {
  const content = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const holds = (stream: string): boolean => content.includes(Buffer.from(stream, 'utf16le'));
  if (holds('EncryptedPackage')) throw new ReadingRefused({ code: 'encrypted' });
  if (holds('WordDocument')) return { type: 'doc' };
  return { other: holds('Workbook') || holds('Book') ? 'Excel 97–2003 (.xls)' : 'tệp Office cũ (old Office file)' };
}

/** Control characters that no text holds; UTF-16 announces itself by its first two bytes. */
function looksBinary(head: Buffer): boolean {
  const isUtf16 = (head[0] === 0xff && head[1] === 0xfe) || (head[0] === 0xfe && head[1] === 0xff);
  if (isUtf16) return false;
  const odd = head.filter((byte) => byte === 0 || (byte < 32 && ![9, 10, 11, 12, 13, 27].includes(byte))).length;
  return head.includes(0) || odd > head.length / 50;
}
