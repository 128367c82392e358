import type { DefaultTreeAdapterTypes } from 'parse5';

type Element = DefaultTreeAdapterTypes.Element;
type Parent = DefaultTreeAdapterTypes.ParentNode;

/** A note of a page saved from an office program: its mark in the text, the sign before its words, and what holds them. */
export type HtmlNote = { readonly mark: Element; readonly sign: Element; readonly holder: Element };

const HOLDERS = new Set(['p', 'li', 'dd', 'td']);
/** What Word and LibreOffice call the part around a note: "ftn1", "edn1", "sdfootnote1", "sdendnote1". */
const NOTE_PART = /^(ftn|edn|sdfootnote|sdendnote)\d+$/;

/** Notes are pairs of links that lead to each other, the mark before the words. */
export function findHtmlNotes(root: Parent): HtmlNote[] {
  const links = linksOf(root);
  const byName = new Map(links.map((link) => [nameOf(link), link]));
  const place = new Map(links.map((link, index) => [link, index]));
  return links.flatMap((mark): HtmlNote[] => {
    const sign = byName.get(targetOf(mark) ?? '\0');
    if (!sign || byName.get(targetOf(sign) ?? '\0') !== mark) return [];
    const holder = holderOf(sign);
    return holder && (place.get(mark) ?? 0) < (place.get(sign) ?? 0) ? [{ mark, sign, holder }] : [];
  });
}

function linksOf(root: Parent): Element[] {
  const links: Element[] = [];
  const waiting: Parent[] = [root];
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    const inside = node.childNodes.filter((child): child is Element => 'tagName' in child);
    if ('tagName' in node && node.tagName === 'a') links.push(node);
    waiting.push(...inside.toReversed());
  }
  return links;
}

function nameOf(link: Element): string | undefined {
  return link.attrs.find(({ name }) => name === 'name')?.value ?? link.attrs.find(({ name }) => name === 'id')?.value;
}

function targetOf(link: Element): string | undefined {
  const address = link.attrs.find(({ name }) => name === 'href')?.value ?? '';
  return /^#(.+)/.exec(address)?.[1];
}

/** The paragraph that the sign begins, or the whole part around it where the program names it as a note. */
function holderOf(sign: Element): Element | null {
  let holder: Element | null = null;
  for (let at: Parent | null = sign.parentNode; at && 'tagName' in at; at = at.parentNode) {
    if (holder === null && HOLDERS.has(at.tagName)) holder = at;
    const id = at.attrs.find(({ name }) => name === 'id')?.value ?? '';
    if (NOTE_PART.test(id)) return at;
  }
  return holder;
}
