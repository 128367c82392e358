import { makeWordFile, wordCell, wordParagraph, wordRun, wordTable } from './word-file.ts';

/**
 * Everything that an old Word file keeps in structures of its own, as a new Word file: `fixtures/old-word.doc` of the
 * reading slice is this file as LibreOffice 7.4 saves it (`soffice --headless --convert-to doc`). No library that we
 * know writes .doc.
 */
export function makeOldWordSource(): Uint8Array {
  return makeWordFile({
    body: `${[...opening(), ...numbered(), ...tables(), ...changed()].join('')}${PAGE}`,
    numbering: NUMBERING,
    styles: STYLES,
    footnotes: `<w:footnote w:id="2">${wordParagraph('Do nộp muộn hai báo cáo')}</w:footnote>
      <w:footnote w:id="3">${wordParagraph('Theo thông báo của tỉnh')}</w:footnote>`,
    endnotes: `<w:endnote w:id="2">${wordParagraph('Xem phụ lục')}</w:endnote>`,
  });
}

const PAGE = '<w:sectPr><w:pgSz w:w="11906" w:h="16838"/></w:sectPr>';

const mark = (kind: 'footnote' | 'endnote', id: number): string => `<w:r><w:${kind}Reference w:id="${id}"/></w:r>`;

function opening(): string[] {
  return [
    wordParagraph('KẾ HOẠCH', '<w:jc w:val="center"/>'),
    wordParagraph('Mục tiêu', '<w:pStyle w:val="Heading1"/>'),
    `<w:p>${wordRun('Tiêu chí đạt 1/2 điểm')}${mark('footnote', 2)}${wordRun(' và ')}${wordRun('in hoa', '<w:caps/>')}${mark('footnote', 3)}${mark('endnote', 2)}</w:p>`,
    `<w:p>${wordRun('Đậm', '<w:b/>')}${wordRun(' hẳn', '<w:b/>')}${wordRun(' ẩn đi', '<w:vanish/>')}</w:p>`,
  ];
}

const inList = (list: number, level: number): string =>
  `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="${list}"/></w:numPr>`;

function numbered(): string[] {
  return [
    wordParagraph('Chỉ đạo', inList(1, 0)),
    wordParagraph('Ban hành kế hoạch', inList(1, 1)),
    wordParagraph('Kiểm tra', inList(1, 1)),
    wordParagraph('Lần thứ nhất', inList(1, 2)),
    wordParagraph('Lần thứ hai', inList(1, 2)),
    wordParagraph('Thể chế', inList(1, 0)),
    wordParagraph('Rà soát', inList(1, 1)),
    wordParagraph('Gạch đầu dòng', inList(2, 0)),
    wordParagraph('Bắt đầu từ năm', inList(3, 0)),
    wordParagraph('Kiểu đã đánh số', '<w:pStyle w:val="Item"/>'),
    wordParagraph('Ngoài danh sách', '<w:pStyle w:val="Item"/><w:numPr><w:numId w:val="0"/></w:numPr>'),
  ];
}

const across = (text: string, columns: number): string =>
  wordCell(text, `${wide(columns)}<w:gridSpan w:val="${columns}"/>`);
const wide = (columns: number): string => `<w:tcW w:w="${columns * 2000}" w:type="dxa"/>`;
const plain = (text: string): string => wordCell(text, wide(1));
const down = (text: string): string => wordCell(text, `${wide(1)}<w:vMerge w:val="restart"/>`);
const covered = (): string => wordCell('', `${wide(1)}<w:vMerge/>`);

function withGrid(columns: number, table: string): string {
  const grid = '<w:gridCol w:w="2000"/>'.repeat(columns);
  return table.replace(
    '<w:tbl>',
    `<w:tbl><w:tblPr><w:tblW w:w="${columns * 2000}" w:type="dxa"/></w:tblPr><w:tblGrid>${grid}</w:tblGrid>`,
  );
}

function tables(): string[] {
  const inner = withGrid(2, wordTable([[plain('x'), plain('y')]]));
  const holder = `<w:tc><w:tcPr>${wide(1)}</w:tcPr>${wordParagraph('Ô có bảng')}${inner}${wordParagraph('')}</w:tc>`;
  const lines = `<w:tc><w:tcPr>${wide(1)}</w:tcPr>${wordParagraph('Kế hoạch', inList(2, 0))}${wordParagraph('Báo cáo', inList(2, 0))}</w:tc>`;
  return [
    withGrid(
      4,
      wordTable([
        [down('STT'), down('Nhiệm vụ'), across('Phân công', 2)],
        [covered(), covered(), plain('Chủ trì'), plain('Phối hợp')],
        [across('I. CHỈ ĐẠO, ĐIỀU HÀNH', 4)],
        [plain('1'), down('Rà soát'), plain('Văn phòng Sở'), lines],
        [plain('2'), covered(), plain('Phòng Pháp chế'), plain('')],
        [plain('3'), across('Công khai, niêm yết', 2), holder],
      ]),
    ),
    wordParagraph('Sau bảng'),
    withGrid(3, wordTable(longTable())),
    wordParagraph('Sau bảng dài'),
  ];
}

/** Longer than the pages on which the file keeps the properties of its rows. */
function longTable(): string[][] {
  const twoLines = `<w:tc><w:tcPr>${wide(1)}</w:tcPr>${wordParagraph('Rà soát thủ tục')}${wordParagraph('Công khai')}</w:tc>`;
  return Array.from({ length: 30 }, (_unused, row) => [plain(String(row + 1)), twoLines, plain('')]);
}

function changed(): string[] {
  const author = 'w:author="a" w:date="2024-01-02T00:00:00Z"';
  const removed = `<w:del w:id="90" ${author}><w:r><w:delText xml:space="preserve">cũ </w:delText></w:r></w:del>`;
  const added = `<w:ins w:id="91" ${author}>${wordRun('mới')}</w:ins>`;
  const cut = `<w:p><w:pPr><w:rPr><w:del w:id="92" ${author}/></w:rPr></w:pPr>${wordRun('Nối với ')}</w:p>`;
  const field = `<w:p>${wordRun('Theo ')}${fieldSign('begin')}<w:r><w:instrText>HYPERLINK "https://example.org"</w:instrText></w:r>${fieldSign('separate')}${wordRun('công văn')}${fieldSign('end')}</w:p>`;
  const box = `<w:p>${wordRun('Có khung chữ')}<w:r><w:pict><v:shape id="box" type="#_x0000_t202" style="position:absolute;width:200pt;height:50pt"><v:textbox><w:txbxContent>${wordParagraph('Chữ trong khung')}</w:txbxContent></v:textbox></v:shape></w:pict></w:r></w:p>`;
  return [
    `<w:p>${wordRun('Tên ')}${removed}${added}</w:p>`,
    cut,
    wordParagraph('đoạn sau'),
    field,
    box,
    wordParagraph('Cuối'),
  ];
}

const fieldSign = (type: string): string => `<w:r><w:fldChar w:fldCharType="${type}"/></w:r>`;

const level = (index: number, format: string, text: string): string =>
  `<w:lvl w:ilvl="${index}"><w:start w:val="1"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${text}"/></w:lvl>`;

const NUMBERING = `
  <w:abstractNum w:abstractNumId="1"><w:multiLevelType w:val="multilevel"/>${level(0, 'upperRoman', '%1.')}${level(1, 'decimal', '%2.')}${level(2, 'decimal', '%2.%3.')}</w:abstractNum>
  <w:abstractNum w:abstractNumId="2"><w:multiLevelType w:val="hybridMultilevel"/>${level(0, 'bullet', '-')}</w:abstractNum>
  <w:abstractNum w:abstractNumId="3"><w:multiLevelType w:val="hybridMultilevel"/>${level(0, 'lowerLetter', '%1)')}</w:abstractNum>
  <w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>
  <w:num w:numId="2"><w:abstractNumId w:val="2"/></w:num>
  <w:num w:numId="3"><w:abstractNumId w:val="3"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride></w:num>
  <w:num w:numId="4"><w:abstractNumId w:val="3"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>`;

const STYLES = `
  <w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>
  <w:style w:type="paragraph" w:styleId="Heading1"><w:name w:val="heading 1"/><w:basedOn w:val="Normal"/><w:pPr><w:outlineLvl w:val="0"/></w:pPr><w:rPr><w:b/></w:rPr></w:style>
  <w:style w:type="paragraph" w:styleId="Item"><w:name w:val="Item"/><w:basedOn w:val="Normal"/><w:pPr><w:numPr><w:numId w:val="4"/></w:numPr></w:pPr></w:style>`;
