import type { Draft, DraftItem } from './draft.ts';

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

/**
 * Two people reviewed the same document: each item that I changed since we had the same is mine, every other theirs.
 * Items that either of us added are kept.
 *
 * @param base what both began from
 */
export function mergeDrafts({ base, mine, theirs }: { base: Draft; mine: Draft; theirs: Draft }): Draft {
  const lists = <Item extends DraftItem>(before: readonly Item[], my: readonly Item[], their: readonly Item[]) => {
    const old = new Map(before.map((item) => [item.key, item]));
    const own = new Map(my.map((item) => [item.key, item]));
    const isMine = (item: Item): boolean => !same(item, old.get(item.key));
    const taken = their.map((item) => {
      const ours = own.get(item.key);
      return ours && isMine(ours) ? ours : item;
    });
    const theirKeys = new Set(their.map(({ key }) => key));
    return [...taken, ...my.filter((item) => !theirKeys.has(item.key) && !old.has(item.key))];
  };
  const one = <Value>(before: Value, my: Value, their: Value): Value => (same(my, before) ? their : my);
  return {
    document: one(base.document, mine.document, theirs.document),
    result: one(base.result, mine.result, theirs.result),
    areas: lists(base.areas, mine.areas, theirs.areas),
    deficits: lists(base.deficits, mine.deficits, theirs.deficits),
    tasks: lists(base.tasks, mine.tasks, theirs.tasks),
    obligations: lists(base.obligations, mine.obligations, theirs.obligations),
    decisions: one(base.decisions, mine.decisions, theirs.decisions),
  };
}
