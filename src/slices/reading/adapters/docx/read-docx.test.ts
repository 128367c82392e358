import { expect, test } from 'vitest';
import { makeWordFile, wordCell, wordParagraph, wordRun, wordTable } from '../../../../testing/word-file.ts';
import type { Paragraph, SourceDocument, Table } from '../../rules/source-document.ts';
import { finishDocument } from '../draft/finish-document.ts';
import { readDocx } from './read-docx.ts';

function read(parts: Parameters<typeof makeWordFile>[0]): SourceDocument {
  return finishDocument('docx', readDocx(makeWordFile(parts)));
}

function texts(document: SourceDocument): string[] {
  return document.blocks.flatMap((block) => (block.kind === 'paragraph' ? [block.text] : []));
}

function firstTable(document: SourceDocument): (string | null)[][] {
  const table = document.blocks.find((block): block is Table => block.kind === 'table');
  return (table?.rows ?? []).map((row) => row.map((cell) => cell?.text ?? null));
}

const listPart = `
  <w:abstractNum w:abstractNumId="1">
    <w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="upperRoman"/><w:lvlText w:val="%1."/></w:lvl>
    <w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%2."/></w:lvl>
    <w:lvl w:ilvl="2"><w:start w:val="1"/><w:numFmt w:val="lowerLetter"/><w:lvlText w:val="%2.%3)"/></w:lvl>
  </w:abstractNum>
  <w:abstractNum w:abstractNumId="2">
    <w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/><w:lvlText w:val="\uF0B7"/></w:lvl>
  </w:abstractNum>
  <w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>
  <w:num w:numId="2"><w:abstractNumId w:val="2"/></w:num>
  <w:num w:numId="3"><w:abstractNumId w:val="1"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride></w:num>`;

const inList = (list: number, level: number): string =>
  `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="${list}"/></w:numPr>`;

test('list numbers are counted as Word prints them: nested, restarted below, overridden, bulleted', () => {
  const items: [number, number][] = [
    [1, 0],
    [1, 1],
    [1, 1],
    [1, 2],
    [1, 0],
    [1, 1],
    [2, 0],
    [3, 0],
  ];
  const document = read({
    body: items.map(([list, level]) => wordParagraph('mục', inList(list, level))).join(''),
    numbering: listPart,
  });
  expect(document.blocks.map((block) => (block as Paragraph).listMarker)).toEqual([
    'I.',
    '1.',
    '2.',
    '2.a)',
    'II.',
    '1.',
    '•',
    'V.',
  ]);
});

test('a column of automatic numbers without text reads as numbers', () => {
  const numbered = `<w:tc><w:p><w:pPr>${inList(1, 1)}</w:pPr></w:p></w:tc>`;
  const document = read({
    body: wordTable([
      [numbered, wordCell('Rà soát')],
      [numbered, wordCell('Báo cáo')],
    ]),
    numbering: listPart,
  });
  expect(firstTable(document)).toEqual([
    ['1.', 'Rà soát'],
    ['2.', 'Báo cáo'],
  ]);
});

test('tracked changes are taken as accepted: inserted and moved-to stay, deleted and moved-from go', () => {
  const document = read({
    body: `<w:p>${wordRun('Hạn ')}<w:del><w:r><w:delText>01/6</w:delText></w:r></w:del><w:ins>${wordRun('15/6')}</w:ins>
      <w:moveFrom>${wordRun(' cũ')}</w:moveFrom><w:moveTo>${wordRun(' mới')}</w:moveTo></w:p>`,
  });
  expect(texts(document)).toEqual(['Hạn 15/6 mới']);
});

test('a paragraph whose end was deleted runs on into the next; a deleted table row is gone', () => {
  const document = read({
    body: `${wordParagraph('Văn phòng ', '<w:rPr><w:del/></w:rPr>')}${wordParagraph('Sở')}
      <w:tbl><w:tr>${wordCell('1')}${wordCell('giữ')}</w:tr><w:tr><w:trPr><w:del/></w:trPr>${wordCell('2')}${wordCell('bỏ')}</w:tr></w:tbl>`,
  });
  expect(texts(document)).toEqual(['Văn phòng Sở']);
  expect(firstTable(document)).toEqual([['1', 'giữ']]);
});

test('cells merged across and down stand once, the places they cover are null', () => {
  const document = read({
    body: wordTable([
      [wordCell('I. Chỉ đạo', '<w:gridSpan w:val="3"/>')],
      [wordCell('chung', '<w:vMerge w:val="restart"/>'), wordCell('a'), wordCell('b')],
      [wordCell('', '<w:vMerge/>'), wordCell('c'), wordCell('d')],
    ]),
  });
  expect(firstTable(document)).toEqual([
    ['I. Chỉ đạo', null, null],
    ['chung', 'a', 'b'],
    [null, 'c', 'd'],
  ]);
  const table = document.blocks[0] as Table;
  expect(table.rows[0]?.[0]?.columnSpan).toBe(3);
  expect(table.rows[1]?.[0]?.rowSpan).toBe(2);
  expect(table.rows[2]?.[1]?.place).toEqual({ block: 0, row: 2, column: 1 });
});

test('grid columns that no cell uses are folded away', () => {
  const document = read({
    body: wordTable([
      [wordCell('STT', '<w:gridSpan w:val="2"/>'), wordCell('Nhiệm vụ', '<w:gridSpan w:val="4"/>')],
      [wordCell('1', '<w:gridSpan w:val="2"/>'), wordCell('Rà soát', '<w:gridSpan w:val="4"/>')],
    ]),
  });
  expect(firstTable(document)).toEqual([
    ['STT', 'Nhiệm vụ'],
    ['1', 'Rà soát'],
  ]);
});

test('a table cut in two with its header repeated is one table again', () => {
  const header = [wordCell('STT'), wordCell('Nhiệm vụ'), wordCell('Hạn')];
  const document = read({
    body: `${wordTable([header, [wordCell('1'), wordCell('Rà soát thủ tục'), wordCell('Quý II')]])}${wordParagraph('')}
      ${wordTable([header, [wordCell(''), wordCell('theo kế hoạch'), wordCell('')], [wordCell('2'), wordCell('Báo cáo'), wordCell('Quý III')]])}`,
  });
  expect(firstTable(document)).toEqual([
    ['STT', 'Nhiệm vụ', 'Hạn'],
    ['1', 'Rà soát thủ tục theo kế hoạch', 'Quý II'],
    ['2', 'Báo cáo', 'Quý III'],
  ]);
});

test('a table inside a cell follows as a table of its own', () => {
  const inner = wordTable([[wordCell('x'), wordCell('y')]]);
  const document = read({
    body: `<w:tbl><w:tr><w:tc>${inner}${wordParagraph('ngoài')}</w:tc>${wordCell('z')}</w:tr></w:tbl>`,
  });
  expect(document.blocks.map((block) => (block.kind === 'table' ? block.rows[0]?.[0]?.text : block.text))).toEqual([
    'ngoài',
    'x',
  ]);
});

test.each([
  {
    broken: 'a row without cells',
    table: '<w:tbl><w:tr/><w:tr><w:tc><w:p><w:r><w:t>chữ</w:t></w:r></w:p></w:tc></w:tr></w:tbl>',
  },
  { broken: 'a span of a million columns', table: wordTable([[wordCell('chữ', '<w:gridSpan w:val="1000000"/>')]]) },
])('$broken costs the grid, not the words', ({ table }) => {
  const document = read({ body: wordParagraph('trước') + table });
  expect(texts(document)).toEqual(['trước', 'chữ']);
  expect(document.warnings).toEqual([{ code: 'table-broken' }]);
});

test('footnotes leave the text, keep their mark and know where it stood, also inside a cell', () => {
  const mark = (id: number): string => `<w:r><w:footnoteReference w:id="${id}"/></w:r>`;
  const document = read({
    body: `<w:p>${wordRun('đạt 1/2 điểm')}${mark(2)}${wordRun('.')}</w:p>
      ${wordTable([[wordCell('1'), `<w:tc><w:p>${wordRun('Báo cáo')}${mark(3)}</w:p></w:tc>`]])}`,
    footnotes: `<w:footnote w:type="separator" w:id="-1">${wordParagraph('')}</w:footnote>
      <w:footnote w:id="2"><w:p><w:r><w:footnoteRef/></w:r>${wordRun(' Do nộp muộn')}</w:p></w:footnote>
      <w:footnote w:id="3">${wordParagraph('Quý I')}</w:footnote>`,
  });
  expect(texts(document)).toEqual(['đạt 1/2 điểm.']);
  expect(document.footnotes).toEqual([
    { mark: '1', text: 'Do nộp muộn', place: { block: 0, from: 12, to: 12 } },
    { mark: '2', text: 'Quý I', place: { block: 1, row: 0, column: 1, from: 7, to: 7 } },
  ]);
});

test('a text box is read once, after its paragraph, though Word keeps it twice', () => {
  const box = (text: string): string => `<w:txbxContent>${wordParagraph(text)}</w:txbxContent>`;
  const document = read({
    body: `<w:p>${wordRun('Thân')}<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wps:txbx>${box('Hộp')}</wps:txbx></w:drawing></mc:Choice>
      <mc:Fallback><w:pict><v:textbox>${box('Hộp')}</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>`,
  });
  expect(texts(document)).toEqual(['Thân', 'Hộp']);
});

test('fields give their result, content controls their content, unfilled prompts nothing', () => {
  const document = read({
    body: `<w:p>${wordRun('Trang ')}<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>REF ngay</w:instrText></w:r>
      <w:r><w:fldChar w:fldCharType="separate"/></w:r>${wordRun('7')}<w:r><w:fldChar w:fldCharType="end"/></w:r>
      <w:sdt><w:sdtPr/><w:sdtContent>${wordRun(' của Sở')}</w:sdtContent></w:sdt>
      <w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>${wordRun('Bấm để nhập')}</w:sdtContent></w:sdt></w:p>`,
  });
  expect(texts(document)).toEqual(['Trang 7 của Sở']);
});

test('line breaks and tabs stay; soft hyphens, hidden text and decomposed letters are made plain', () => {
  const document = read({
    body: `<w:p>${wordRun('KT. GIÁM ĐỐC')}<w:r><w:br/></w:r>${wordRun('PHÓ\u00A0GIÁM\u00AD ĐỐC')}<w:r><w:tab/></w:r>
      ${wordRun('ẩn', '<w:vanish/>')}${wordRun('hoa\u0300', '<w:caps/>')}</w:p>`,
  });
  expect(texts(document)).toEqual(['KT. GIÁM ĐỐC\nPHÓ GIÁM ĐỐC\tHOÀ']);
});

test('looks come from the run, its style, the paragraph style and what that is based on', () => {
  const document = read({
    body: `${wordParagraph('KẾ HOẠCH', '<w:pStyle w:val="Tit"/>')}${wordParagraph('Mục', '<w:pStyle w:val="H2"/>')}
      <w:p>${wordRun('nghiêng', '<w:i/>')}</w:p><w:p><w:pPr><w:pStyle w:val="Tit"/></w:pPr>${wordRun('thường', '<w:b w:val="0"/>')}</w:p>`,
    styles: `<w:style w:type="paragraph" w:styleId="Base"><w:rPr><w:b/></w:rPr></w:style>
      <w:style w:type="paragraph" w:styleId="Tit"><w:basedOn w:val="Base"/><w:pPr><w:jc w:val="center"/></w:pPr></w:style>
      <w:style w:type="paragraph" w:styleId="H2"><w:name w:val="heading 2"/></w:style>`,
  });
  expect(document.blocks).toMatchObject([
    { text: 'KẾ HOẠCH', isBold: true, isCentred: true },
    { text: 'Mục', headingLevel: 2 },
    { text: 'nghiêng', isItalic: true },
    { text: 'thường', isCentred: true },
  ]);
  expect(document.blocks[3]).not.toHaveProperty('isBold');
});
