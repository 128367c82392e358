import { strToU8, zipSync } from 'fflate';

const NAMESPACES = [
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"',
  'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"',
  'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"',
  'xmlns:v="urn:schemas-microsoft-com:vml"',
  'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"',
].join(' ');
const RELATIONSHIPS = 'http://schemas.openxmlformats.org/package/2006/relationships';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const SIDE_PARTS = { styles: 'styles', numbering: 'numbering', footnotes: 'footnotes', endnotes: 'endnotes' } as const;

const CONTENT_TYPES = 'http://schemas.openxmlformats.org/package/2006/content-types';
const WORD_PARTS = 'application/vnd.openxmlformats-officedocument.wordprocessingml';

/** Inner XML of the parts of a Word file. */
export type WordParts = { readonly body: string } & { readonly [Part in keyof typeof SIDE_PARTS]?: string };

const DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';

/** A Word file made from raw XML: for what no library writes, such as tracked changes and text boxes. */
export function makeWordFile(parts: WordParts): Uint8Array {
  const present = (Object.keys(SIDE_PARTS) as (keyof typeof SIDE_PARTS)[]).filter((part) => parts[part] !== undefined);
  const relations = present.map(
    (part, index) => `<Relationship Id="r${index}" Type="${OFFICE}/${SIDE_PARTS[part]}" Target="${part}.xml"/>`,
  );
  const files: Record<string, string> = {
    '[Content_Types].xml': `${DECLARATION}<Types xmlns="${CONTENT_TYPES}">${contentTypes(['document', ...present])}</Types>`,
    '_rels/.rels': `${DECLARATION}<Relationships xmlns="${RELATIONSHIPS}"><Relationship Id="r" Type="${OFFICE}/officeDocument" Target="word/document.xml"/></Relationships>`,
    'word/_rels/document.xml.rels': `${DECLARATION}<Relationships xmlns="${RELATIONSHIPS}">${relations.join('')}</Relationships>`,
    'word/document.xml': `${DECLARATION}<w:document ${NAMESPACES}><w:body>${parts.body}</w:body></w:document>`,
  };
  for (const part of present)
    files[`word/${part}.xml`] = `${DECLARATION}<w:${part} ${NAMESPACES}>${parts[part]}</w:${part}>`;
  return zipSync(Object.fromEntries(Object.entries(files).map(([name, text]) => [name, strToU8(text)])));
}

/** Word and LibreOffice open no file without them. */
function contentTypes(parts: readonly string[]): string {
  const relations =
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>';
  const types = parts.map((part) => {
    const type = part === 'document' ? 'document.main' : part;
    return `<Override PartName="/word/${part}.xml" ContentType="${WORD_PARTS}.${type}+xml"/>`;
  });
  return `${relations}${types.join('')}`;
}

/** `<w:p>` with this text; `properties` is the inside of `<w:pPr>`. */
export function wordParagraph(text: string, properties = ''): string {
  return `<w:p><w:pPr>${properties}</w:pPr>${wordRun(text)}</w:p>`;
}

export function wordRun(text: string, properties = ''): string {
  return `<w:r><w:rPr>${properties}</w:rPr><w:t xml:space="preserve">${text}</w:t></w:r>`;
}

/** `<w:tc>` with one paragraph; `properties` is the inside of `<w:tcPr>`. */
export function wordCell(text: string, properties = ''): string {
  return `<w:tc><w:tcPr>${properties}</w:tcPr>${wordParagraph(text)}</w:tc>`;
}

export function wordTable(rows: readonly (readonly string[])[]): string {
  return `<w:tbl>${rows.map((cells) => `<w:tr>${cells.join('')}</w:tr>`).join('')}</w:tbl>`;
}
