import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { PDFDocumentProxy, PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { getDocument, OPS, VerbosityLevel } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { PageContent, TextPiece } from '../layout/page-content.ts';
import { ReadingRefused } from '../reading-refused.ts';
import type { Matrix } from './drawn-rules.ts';
import { collectRules, multiply } from './drawn-rules.ts';

const PICTURES: ReadonlySet<number> = new Set([
  OPS.paintImageXObject,
  OPS.paintImageXObjectRepeat,
  OPS.paintInlineImageXObject,
  OPS.paintImageMaskXObject,
]);

const library = dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'));
/** Pictures beyond this many pixels are left out: an A3 page at 600 dpi has 70 million. */
const MAX_IMAGE_PIXELS = 100_000_000;

/** @throws {ReadingRefused} encrypted, broken-file */
export async function openPdf(bytes: Uint8Array): Promise<PDFDocumentProxy> {
  const loading = getDocument({
    data: Uint8Array.from(bytes),
    verbosity: VerbosityLevel.ERRORS,
    useSystemFonts: false,
    disableFontFace: true,
    enableXfa: false,
    fontExtraProperties: true,
    stopAtErrors: false,
    maxImageSize: MAX_IMAGE_PIXELS,
    standardFontDataUrl: `${join(library, 'standard_fonts')}/`,
    cMapUrl: `${join(library, 'cmaps')}/`,
    cMapPacked: true,
    wasmUrl: `${join(library, 'wasm')}/`,
  });
  return loading.promise.catch((error: Error) => {
    throw new ReadingRefused({ code: error.name === 'PasswordException' ? 'encrypted' : 'broken-file' });
  });
}

/** What one page holds, by how many degrees it was turned to be read, and whether a picture is part of it. */
export type PdfPage = { readonly page: PageContent; readonly rotation: number; readonly hasPicture: boolean };

/** Text set sideways in a margin or stamp is less than this share of a page. */
const MOST_OF_TEXT = 0.6;

/**
 * Some printers set a page that lies across sideways on an upright sheet and do not say so: where most letters run up or
 * down, the sheet is turned until they run to the right.
 */
function uprightRotation(page: PDFPageProxy, items: readonly (TextItem | object)[]): number {
  const usual = page.getViewport({ scale: 1 });
  const lettersBy = new Map<number, number>();
  for (const item of items) {
    if (!('str' in item) || item.str.trim() === '') continue;
    const [a = 0, b = 0] = multiply(usual.transform, item.transform);
    const turn = (Math.round(Math.atan2(b, a) / (Math.PI / 2)) * QUARTER + FULL_TURN) % FULL_TURN;
    lettersBy.set(turn, (lettersBy.get(turn) ?? 0) + item.str.trim().length);
  }
  const all = [...lettersBy.values()].reduce((sum, letters) => sum + letters, 0);
  const [[turn, letters] = [0, 0]] = [...lettersBy].sort((one, other) => other[1] - one[1]);
  return letters > all * MOST_OF_TEXT ? (usual.rotation - turn + FULL_TURN) % FULL_TURN : usual.rotation;
}

const QUARTER = 90;
const FULL_TURN = 360;

export async function readPdfPage(page: PDFPageProxy): Promise<PdfPage> {
  const operators = await page.getOperatorList();
  const { items } = await page.getTextContent({ includeMarkedContent: false });
  const viewport = page.getViewport({ scale: 1, rotation: uprightRotation(page, items) });
  const look = fontLooks(page);
  const pieces = items.flatMap((item) =>
    'str' in item ? makePiece(item, viewport.transform, look(item.fontName)) : [],
  );
  const content = {
    number: page.pageNumber,
    width: viewport.width,
    height: viewport.height,
    pieces,
    rules: collectRules(operators, viewport.transform),
  };
  return {
    page: content,
    rotation: viewport.rotation,
    hasPicture: operators.fnArray.some((operator) => PICTURES.has(operator)),
  };
}

type FontLook = { readonly isBold: boolean; readonly isItalic: boolean };

function fontLooks(page: PDFPageProxy): (fontName: string) => FontLook {
  const known = new Map<string, FontLook>();
  return (fontName) => {
    const look = known.get(fontName) ?? lookOf(realName(page, fontName));
    known.set(fontName, look);
    return look;
  };
}

/** Fonts are there once the operators have been read; their names tell what they look like. */
function realName(page: PDFPageProxy, fontName: string): string {
  if (!page.commonObjs.has(fontName)) return '';
  const font: unknown = page.commonObjs.get(fontName);
  return typeof font === 'object' && font !== null && 'name' in font ? String(font.name) : '';
}

function lookOf(name: string): FontLook {
  return { isBold: /bold|black|heavy|semibold/i.test(name), isItalic: /italic|oblique/i.test(name) };
}

type TextItem = { readonly str: string; readonly transform: Matrix; readonly width: number };

/** Text that does not run from left to right on the page (stamps, notes in the margin) is left out. */
function makePiece(item: TextItem, viewport: Matrix, look: FontLook): TextPiece[] {
  if (item.str.trim() === '') return [];
  const [a = 0, b = 0, c = 0, d = 0, left = 0, baseline = 0] = multiply(viewport, item.transform);
  if (Math.abs(b) > Math.abs(a) * 0.1 || a <= 0) return [];
  return [{ text: item.str, left, right: left + item.width, baseline, size: Math.hypot(c, d), ...look }];
}
