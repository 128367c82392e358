import { readFileSync } from 'node:fs';
import { strToU8 } from 'fflate';
import { writeXlsx } from 'hucre';
import { makePdf } from './vietnamese-pdf.ts';
import { makeWordFile, wordCell, wordParagraph, wordRun, wordTable } from './word-file.ts';

const OLD_WORD = new URL('../slices/reading/fixtures/old-word.doc', import.meta.url);

export const SAMPLE_FORMATS = ['docx', 'doc', 'xlsx', 'pdf', 'html', 'md', 'csv', 'txt'] as const;
export type SampleFormat = (typeof SAMPLE_FORMATS)[number];

/** A small plan in each format, with everything in it that an adapter treats specially. */
export async function makeSample(format: SampleFormat): Promise<Uint8Array> {
  return makers[format]();
}

const makers: Readonly<Record<SampleFormat, () => Uint8Array | Promise<Uint8Array>>> = {
  docx: makeWordSample,
  doc: () => new Uint8Array(readFileSync(OLD_WORD)),
  xlsx: () =>
    writeXlsx({
      sheets: [
        {
          name: 'Phụ lục',
          rows: [
            ['PHỤ LỤC'],
            ['STT', 'Nhiệm vụ', 'Thời hạn'],
            ['I', 'CHỈ ĐẠO', ''],
            [1, 'Rà soát', 'Quý II'],
            [2, 'Báo cáo', 0.5],
          ],
          merges: [{ startRow: 2, startCol: 1, endRow: 2, endCol: 2 }],
        },
      ],
    }),
  pdf: () =>
    makePdf([
      (page) => {
        page.text('KẾ HOẠCH', 260, 90);
        page.paragraph(
          'Văn phòng Sở chủ trì, phối hợp với các phòng rà soát, công khai thủ tục hành chính.',
          85,
          120,
          300,
        );
        for (const x of [85, 120, 300]) page.line(x, 200, x, 260);
        for (const y of [200, 230, 260]) page.line(85, y, 300, y);
        page.text('1', 90, 220);
        page.text('Rà soát', 130, 220);
      },
    ]),
  html: () =>
    strToU8(`<!DOCTYPE html><html><body><h1>KẾ HOẠCH</h1><p>1. <b>Mục tiêu</b><br>tăng 01 bậc</p><ol start="2"><li>một<ul><li>hai</ul></ol>
      <table><tr><th>STT<th colspan="2">Nhiệm vụ<tr><td rowspan="2">1<td>Rà soát<td>Quý II<tr><td>Báo cáo<td><table><tr><td>x</table></table></body></html>`),
  md: () =>
    strToU8(
      `# KẾ HOẠCH\n\n**Mục tiêu**: tăng 01 bậc[1]\n\n| STT | Nhiệm vụ | Thời hạn |\n|---|---|---|\n| 1 | Rà soát | Quý II |\n\n[1] Theo thông báo\n`,
    ),
  csv: () => strToU8('STT;Nhiệm vụ;Thời hạn\n1;"Rà soát; sửa ""đổi""";Quý II\n2;Báo cáo;Trước ngày 15/11/2024\n'),
  txt: () =>
    strToU8(
      'SỞ NÔNG NGHIỆP\t\tCỘNG HÒA\n\nKẾ HOẠCH\n\nTổng điểm đạt 80,5/99 điểm, xếp thứ 18/22.\n\nSTT\tNhiệm vụ\tThời hạn\n1\tRà soát\tQuý II\n',
    ),
};

function makeWordSample(): Uint8Array {
  const numbered = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>';
  const merged = wordTable([
    [wordCell('STT'), wordCell('Nhiệm vụ', '<w:gridSpan w:val="2"/>')],
    [wordCell('1', '<w:vMerge w:val="restart"/>'), wordCell('Rà soát'), wordCell('Quý II')],
    [wordCell('', '<w:vMerge/>'), wordCell('Báo cáo'), wordCell('Quý III')],
  ]);
  return makeWordFile({
    body: `${wordParagraph('KẾ HOẠCH', '<w:jc w:val="center"/>')}${wordParagraph('Mục tiêu', numbered)}
      <w:p>${wordRun('đạt 1/2 điểm')}<w:r><w:footnoteReference w:id="2"/></w:r><w:del><w:r><w:delText>cũ</w:delText></w:r></w:del></w:p>
      <w:p><w:r><w:fldChar w:fldCharType="begin"/><w:instrText>PAGE</w:instrText><w:fldChar w:fldCharType="end"/></w:r></w:p>${merged}`,
    styles: '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:rPr><w:b/></w:rPr></w:style>',
    numbering:
      '<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="upperRoman"/><w:lvlText w:val="%1."/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>',
    footnotes: `<w:footnote w:id="2">${wordParagraph('Do nộp muộn')}</w:footnote>`,
  });
}
