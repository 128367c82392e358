import { SaxesParser } from 'saxes';
import { ReadingRefused } from '../reading-refused.ts';

/** One element of an office part; text stands among its children. Names keep their usual prefix ("w:p"). */
export type XmlElement = {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly (XmlElement | string)[];
};

type OpenElement = { name: string; attributes: Record<string, string>; children: (OpenElement | string)[] };

/** Deeper than any document a person writes; keeps recursion off the end of the stack. */
const MAX_DEPTH = 400;

/**
 * Parses one XML part of an office file.
 *
 * @throws {ReadingRefused} xml-entities for any document type declaration, broken-file for XML that is not well formed
 * @source OOXML parts never carry a DTD (ECMA-376 part 2, §8.1.4); refusing it closes entity expansion and outside entities
 */
export function parseXml(bytes: Uint8Array): XmlElement {
  const root: OpenElement = { name: '', attributes: {}, children: [] };
  const open: OpenElement[] = [root];
  const parser = new SaxesParser();
  const addText = (text: string): void => {
    open.at(-1)?.children.push(text);
  };
  parser.on('doctype', () => {
    throw new ReadingRefused({ code: 'xml-entities' });
  });
  parser.on('error', () => {
    throw new ReadingRefused({ code: 'broken-file' });
  });
  parser.on('opentag', (tag) => {
    if (open.length > MAX_DEPTH) throw new ReadingRefused({ code: 'broken-file' });
    const element: OpenElement = { name: tag.name, attributes: tag.attributes, children: [] };
    open.at(-1)?.children.push(element);
    open.push(element);
  });
  parser.on('closetag', () => {
    open.pop();
  });
  parser.on('text', addText);
  parser.on('cdata', addText);
  parser.write(decodeXml(bytes)).close();
  const top = root.children.find((child) => typeof child !== 'string');
  if (top === undefined || typeof top === 'string') throw new ReadingRefused({ code: 'broken-file' });
  return top;
}

function decodeXml(bytes: Uint8Array): string {
  const encoding =
    bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : 'utf-8';
  return new TextDecoder(encoding).decode(bytes);
}

export function isElement(child: XmlElement | string): child is XmlElement {
  return typeof child !== 'string';
}

export function childrenNamed(element: XmlElement | undefined, name: string): XmlElement[] {
  return (element?.children ?? []).filter(isElement).filter((child) => child.name === name);
}

export function findChild(element: XmlElement | undefined, name: string): XmlElement | undefined {
  return element?.children.find((child): child is XmlElement => isElement(child) && child.name === name);
}

/** The attribute of a child that holds one value: `<w:numId w:val="3"/>`. */
export function readValue(element: XmlElement | undefined, childName: string): string | undefined {
  return findChild(element, childName)?.attributes['w:val'];
}
