import type { YearLink, YearMapRefusal } from '../../criteria/index.ts';

/** A link as it is being typed. */
export type TypedLink = { readonly from: string; readonly to: string; readonly isMoved: boolean };

const codesIn = (text: string): string[] => [...new Set(text.split(/[\s,;]+/).filter(Boolean))];

/** What kind of link the codes on both sides make; one to one is the same leaf, or one that moved. */
export function linkOf({ from, to, isMoved }: TypedLink): YearLink | null {
  const [old, now] = [codesIn(from), codesIn(to)];
  const link = (kind: YearLink['kind']): YearLink => ({ kind, from: old, to: now });
  if (old.length === 0) return now.length === 0 ? null : link('new');
  if (now.length === 0) return link('dropped');
  if (old.length === 1 && now.length === 1) return link(isMoved ? 'moved' : 'same');
  return link(old.length > 1 ? 'merged' : 'split');
}

export function typeLink({ kind, from, to }: YearLink): TypedLink {
  return { from: from.join(', '), to: to.join(', '), isMoved: kind === 'moved' };
}

/** Lines that a fault of the map points at: those that name the leaf, or the wrong link itself. */
export function isAbout(fault: YearMapRefusal, link: YearLink | null): boolean {
  if (!link) return false;
  if (fault.code === 'wrong-kind')
    return fault.link.from.join() === link.from.join() && fault.link.to.join() === link.to.join();
  return link.from.includes(fault.leaf) || link.to.includes(fault.leaf);
}
