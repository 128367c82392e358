import type { XmlElement } from '../container/xml-tree.ts';
import { childrenNamed, findChild, readValue } from '../container/xml-tree.ts';
import { withoutUndefined } from '../draft/without-undefined.ts';

/** How text looks, as far as it tells structure. Undefined means "as what stands above it says". */
export type RunLook = {
  readonly isBold?: boolean;
  readonly isItalic?: boolean;
  readonly isCapital?: boolean;
  readonly isHidden?: boolean;
};

export type ParagraphLook = {
  readonly isCentred?: boolean;
  /** 1–9 for headings, 0 for body text that says so. */
  readonly headingLevel?: number;
  readonly listId?: string;
  readonly listLevel?: number;
};

export type Style = { readonly run: RunLook; readonly paragraph: ParagraphLook };

export type Styles = {
  /** The paragraph style with all it is based on; the default style where the name is missing or unknown. */
  readonly paragraphStyle: (styleId: string | undefined) => Style;
  readonly characterStyle: (styleId: string | undefined) => RunLook;
};

const PLAIN: Style = { run: {}, paragraph: {} };

/** A toggle such as `<w:b/>`: on unless its value says off. */
function readToggle(properties: XmlElement | undefined, name: string): boolean | undefined {
  const element = findChild(properties, name);
  if (!element) return undefined;
  const value = element.attributes['w:val'];
  return !(value === '0' || value === 'false' || value === 'off');
}

export function readRunLook(properties: XmlElement | undefined): RunLook {
  return withoutUndefined<RunLook>({
    isBold: readToggle(properties, 'w:b'),
    isItalic: readToggle(properties, 'w:i'),
    isCapital: readToggle(properties, 'w:caps'),
    isHidden: readToggle(properties, 'w:vanish'),
  });
}

export function readParagraphLook(properties: XmlElement | undefined): ParagraphLook {
  const alignment = readValue(properties, 'w:jc');
  const outline = readValue(properties, 'w:outlineLvl');
  const list = findChild(properties, 'w:numPr');
  const level = readValue(list, 'w:ilvl');
  return withoutUndefined<ParagraphLook>({
    isCentred: alignment === undefined ? undefined : alignment === 'center',
    headingLevel: outline === undefined ? undefined : readHeadingLevel(outline),
    listId: readValue(list, 'w:numId'),
    listLevel: level === undefined ? undefined : Number(level) || 0,
  });
}

/** Word counts outline levels from 0 and calls 9 body text. */
function readHeadingLevel(outline: string): number {
  const level = Number(outline);
  return Number.isInteger(level) && level >= 0 && level < 9 ? level + 1 : 0;
}

export function readStyles(part: XmlElement | undefined): Styles {
  const elements = childrenNamed(part, 'w:style');
  const byId = new Map(elements.map((style) => [style.attributes['w:styleId'] ?? '', style]));
  const defaults = findChild(findChild(findChild(part, 'w:docDefaults'), 'w:rPrDefault'), 'w:rPr');
  const base: Style = { ...PLAIN, run: readRunLook(defaults) };
  const defaultParagraph = elements.find(
    ({ attributes }) => attributes['w:type'] === 'paragraph' && attributes['w:default'] === '1',
  )?.attributes['w:styleId'];
  const known = new Map<string, Style>();

  const resolve = (styleId: string | undefined, trail: readonly string[]): Style => {
    const element = styleId === undefined ? undefined : byId.get(styleId);
    if (styleId === undefined || !element || trail.includes(styleId)) return base;
    const cached = known.get(styleId);
    if (cached) return cached;
    const parent = resolve(readValue(element, 'w:basedOn'), [...trail, styleId]);
    const own = readStyle(element);
    const style = { run: { ...parent.run, ...own.run }, paragraph: { ...parent.paragraph, ...own.paragraph } };
    known.set(styleId, style);
    return style;
  };
  return {
    paragraphStyle: (styleId) => resolve(styleId !== undefined && byId.has(styleId) ? styleId : defaultParagraph, []),
    characterStyle: (styleId) => (styleId === undefined ? {} : resolveCharacter(byId, styleId, [])),
  };
}

/** A character style says only what it changes: the document's defaults are no part of it. */
function resolveCharacter(byId: ReadonlyMap<string, XmlElement>, styleId: string, trail: readonly string[]): RunLook {
  const element = byId.get(styleId);
  if (!element || trail.includes(styleId)) return {};
  const parent = readValue(element, 'w:basedOn');
  const inherited = parent === undefined ? {} : resolveCharacter(byId, parent, [...trail, styleId]);
  return { ...inherited, ...readRunLook(findChild(element, 'w:rPr')) };
}

function readStyle(element: XmlElement): Style {
  const paragraph = readParagraphLook(findChild(element, 'w:pPr'));
  const named = /^heading (\d)$/i.exec(readValue(element, 'w:name') ?? '')?.[1];
  return {
    run: readRunLook(findChild(element, 'w:rPr')),
    paragraph: named === undefined ? paragraph : { headingLevel: Number(named), ...paragraph },
  };
}
