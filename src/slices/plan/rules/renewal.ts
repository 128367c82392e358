import { foldVietnamese } from '../../../kernel/vietnamese.ts';

/** Which items of a renewed document are which of the plan: the same, new, or gone. */
export type Renewal<Old, New> = {
  readonly same: readonly { readonly old: Old; readonly fresh: New }[];
  readonly added: readonly New[];
  readonly gone: readonly Old[];
};

const wordsOf = (text: string): Set<string> => new Set(foldVietnamese(text).match(/[a-z0-9]+/g) ?? []);

/** Share of common words of two texts, 0–1. */
export function likeness(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  if (a.size === 0 || b.size === 0) return 0;
  let common = 0;
  for (const word of a) if (b.has(word)) common += 1;
  return (2 * common) / (a.size + b.size);
}

const ALIKE = 0.6;

/**
 * Pairs the items of two versions by their main text: equal texts first, then the most alike above 0.6; the same area
 * decides between equals. Each item is used once.
 */
export function pairItems<Old, New>(
  before: readonly Old[],
  after: readonly New[],
  keys: {
    old: (item: Old) => { text: string; area: number | null };
    fresh: (item: New) => { text: string; area: number | null };
  },
): Renewal<Old, New> {
  const olds = before.map((item) => ({ item, ...keys.old(item), words: wordsOf(keys.old(item).text) }));
  const news = after.map((item) => ({ item, ...keys.fresh(item), words: wordsOf(keys.fresh(item).text) }));
  const pairs = olds.flatMap((old, o) =>
    news.map((fresh, n) => {
      const same = foldVietnamese(old.text) === foldVietnamese(fresh.text) ? 2 : likeness(old.words, fresh.words);
      return { o, n, score: same + (old.area === fresh.area ? 0.05 : 0) };
    }),
  );
  const oldUsed = new Set<number>();
  const newUsed = new Map<number, number>();
  const bestFirst = pairs
    .filter(({ score }) => score >= ALIKE)
    .sort((a, b) => b.score - a.score || a.o - b.o || a.n - b.n);
  for (const { o, n } of bestFirst) {
    if (oldUsed.has(o) || newUsed.has(n)) continue;
    oldUsed.add(o);
    newUsed.set(n, o);
  }
  return {
    same: news.flatMap((fresh, n) => {
      const old = olds[newUsed.get(n) ?? -1];
      return old ? [{ old: old.item, fresh: fresh.item }] : [];
    }),
    added: news.filter((_, n) => !newUsed.has(n)).map(({ item }) => item),
    gone: olds.filter((_, o) => !oldUsed.has(o)).map(({ item }) => item),
  };
}
