import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import fontkit from '@pdf-lib/fontkit';
import { PDFDocument, type PDFFont, type PDFPage } from 'pdf-lib';

const fonts = join(dirname(createRequire(import.meta.url).resolve('@fontsource/be-vietnam-pro/package.json')), 'files');
/** The package cuts the font in three: each holds letters that the others lack. */
const PARTS = ['latin', 'vietnamese', 'latin-ext'] as const;
const A4 = { width: 595, height: 842 };

type Weight = 400 | 700;

/** A page to draw on: points from the top left corner, text by its baseline. */
export type DrawingPage = {
  readonly text: (words: string, x: number, y: number, look?: { size?: number; isBold?: boolean }) => void;
  readonly line: (x1: number, y1: number, x2: number, y2: number) => void;
  /** Paragraph set in lines of this width; answers the baseline of its last line. */
  readonly paragraph: (words: string, x: number, y: number, width: number) => number;
};

/** A text PDF in a Vietnamese font that comes with the packages, so that tests need nothing from the machine. */
export async function makePdf(pages: readonly ((page: DrawingPage) => void)[]): Promise<Uint8Array> {
  const pdf = await PDFDocument.create();
  pdf.registerFontkit(fontkit);
  const faces = { 400: await embed(pdf, 400), 700: await embed(pdf, 700) };
  for (const draw of pages) draw(drawOn(pdf.addPage([A4.width, A4.height]), faces));
  return pdf.save();
}

type Face = readonly PDFFont[];

function embed(pdf: PDFDocument, weight: Weight): Promise<Face> {
  const files = PARTS.map((part) => readFileSync(join(fonts, `be-vietnam-pro-${part}-${weight}-normal.woff`)));
  return Promise.all(files.map((file) => pdf.embedFont(file, { subset: true })));
}

function drawOn(page: PDFPage, faces: Readonly<Record<Weight, Face>>): DrawingPage {
  const text: DrawingPage['text'] = (words, x, y, { size = 12, isBold = false } = {}) => {
    let at = x;
    for (const { part, font } of runsOf(words, faces[isBold ? 700 : 400])) {
      page.drawText(part, { x: at, y: A4.height - y, size, font });
      at += font.widthOfTextAtSize(part, size);
    }
  };
  const widthOf = (words: string): number =>
    runsOf(words, faces[400]).reduce((sum, { part, font }) => sum + font.widthOfTextAtSize(part, 12), 0);
  return {
    text,
    line: (x1, y1, x2, y2) =>
      page.drawLine({ start: { x: x1, y: A4.height - y1 }, end: { x: x2, y: A4.height - y2 }, thickness: 0.5 }),
    paragraph: (words, x, y, width) => {
      let [line, baseline] = ['', y];
      for (const word of words.split(' ')) {
        if (line !== '' && widthOf(`${line} ${word}`) > width) {
          text(line, x, baseline);
          [line, baseline] = ['', baseline + 18];
        }
        line = line === '' ? word : `${line} ${word}`;
      }
      text(line, x, baseline);
      return baseline;
    },
  };
}

/** Stretches of letters that one part of the font holds. */
function runsOf(words: string, face: Face): { part: string; font: PDFFont }[] {
  const runs: { part: string; font: PDFFont }[] = [];
  for (const letter of words.normalize('NFC')) {
    const code = letter.codePointAt(0) ?? 0;
    const font = face.find((candidate) => candidate.getCharacterSet().includes(code)) ?? face[0];
    const last = runs.at(-1);
    if (last && last.font === font) last.part += letter;
    else if (font) runs.push({ part: letter, font });
  }
  return runs;
}
