import { strToU8 } from 'fflate';
import { expect, test } from 'vitest';
import type { SourceDocument, Table } from '../../rules/source-document.ts';
import { finishDocument } from '../draft/finish-document.ts';
import { readHtml } from './read-html.ts';

function read(html: string): SourceDocument {
  return finishDocument('html', readHtml(strToU8(html)));
}

test('paragraphs, headings, emphasis and line breaks are kept, scripts and styles are not', () => {
  const document = read(`<html><head><title>x</title><style>p{}</style></head><body><script>alert(1)</script>
    <h2>Mục tiêu</h2><p align="center"><b>KẾ HOẠCH</b></p><div>Dòng một<br>dòng   hai</div> lời rời <p style="display:none">ẩn</p></body></html>`);
  expect(document.blocks).toMatchObject([
    { text: 'Mục tiêu', headingLevel: 2 },
    { text: 'KẾ HOẠCH', isBold: true, isCentred: true },
    { text: 'Dòng một\ndòng hai' },
    { text: 'lời rời' },
  ]);
});

test('lists give their signs', () => {
  const document = read('<ol start="3"><li>ba<li>bốn</ol><ul><li>gạch</ul>');
  expect(document.blocks).toMatchObject([
    { text: 'ba', listMarker: '3.' },
    { text: 'bốn', listMarker: '4.' },
    { text: 'gạch', listMarker: '-' },
  ]);
});

test('a table is a full grid, spans in both directions and lists inside cells included', () => {
  const document = read(`<table><thead><tr><th>STT<th>Nhiệm vụ<th>Sản phẩm</thead>
    <tr><td colspan=3>I. Chỉ đạo</td></tr><tr><td rowspan=2>1</td><td>Rà soát</td><td><ul><li>Kế hoạch<li>Báo cáo</ul></td></tr><tr><td>a</td><td>b</td></tr></table>`);
  expect((document.blocks[0] as Table).rows.map((row) => row.map((cell) => cell?.text ?? null))).toEqual([
    ['STT', 'Nhiệm vụ', 'Sản phẩm'],
    ['I. Chỉ đạo', null, null],
    ['1', 'Rà soát', '- Kế hoạch\n- Báo cáo'],
    [null, 'a', 'b'],
  ]);
});

test('cells that claim to reach over thousands of rows and columns cost neither time nor memory', () => {
  const rows = Array.from({ length: 2000 }, () => '<tr><td rowspan="2000" colspan="200">x</td><td>y</td></tr>').join(
    '',
  );
  const [table] = read(`<table>${rows}</table>`).blocks;
  expect((table as Table).rows.length).toBe(2000);
});

test('elements nested beyond all reason are refused, not followed', () => {
  expect(() => read(`${'<div>'.repeat(5000)}chữ`)).toThrow('broken-file');
});

test.each([
  [
    'Word',
    `<p>đạt 1/2 điểm<a href="#_ftn1" name="_ftnref1"><span>[1]</span></a> trong năm</p>
     <hr><div id="ftn1"><p><a href="#_ftnref1" name="_ftn1">[1]</a> Do nộp muộn</p><p>hai báo cáo</p></div>`,
  ],
  [
    'LibreOffice',
    `<p>đạt 1/2 điểm<a class="sdfootnoteanc" name="sdfootnote1anc" href="#sdfootnote1sym"><sup>1</sup></a> trong năm</p>
     <div id="sdfootnote1"><p><a class="sdfootnotesym" name="sdfootnote1sym" href="#sdfootnote1anc">1</a>Do nộp muộn</p><p>hai báo cáo</p></div>`,
  ],
])('a note of a page saved from %s leaves the text and is tied to its mark', (_program, html) => {
  const document = finishDocument('html', readHtml(new TextEncoder().encode(html)));
  expect(document.blocks).toMatchObject([{ text: 'đạt 1/2 điểm trong năm' }]);
  expect(document.footnotes).toEqual([
    { mark: '1', text: 'Do nộp muộn\nhai báo cáo', place: { block: 0, from: 12, to: 12 } },
  ]);
});

test('links that lead to a heading and back are no notes', () => {
  const html = '<p><a href="#muc-1" name="dau">Mục 1</a></p><h2><a name="muc-1">Mục 1</a></h2>';
  const document = finishDocument('html', readHtml(new TextEncoder().encode(html)));
  expect(document.footnotes).toEqual([]);
  expect(document.blocks).toHaveLength(2);
});
