/** What the office says of a leaf: who answers for it, and what winning its points back takes. */
export type OwnedLeaf = {
  readonly leafCode: string;
  readonly effort: string | null;
  readonly certainty: string | null;
  readonly ownerUnitId: string | null;
};

export type OwnerDraft = { readonly owner: string; readonly effort: string };

/** "1,5" and "1.5" alike, up to three decimals; null where it is no effort. Empty is none. */
export function readEffort(text: string): { effort: string | null } | null {
  const given = text.trim().replace(',', '.');
  if (given === '') return { effort: null };
  return /^\d{1,4}(\.\d{1,3})?$/.test(given) ? { effort: given } : null;
}

export const draftOf = (leaf: OwnedLeaf | undefined): OwnerDraft => ({
  owner: leaf?.ownerUnitId ?? '',
  effort: (leaf?.effort ?? '').replace('.', ','),
});

const nothingSaid = (leafCode: string): OwnedLeaf => ({ leafCode, effort: null, certainty: null, ownerUnitId: null });

/**
 * What a table of drafts changes: the leaves as they will stand and as they were seen, by the same order. A leaf whose
 * draft says the same as before is left alone; certainty is never touched.
 */
export function ownerChanges(
  stored: readonly OwnedLeaf[],
  drafts: ReadonlyMap<string, OwnerDraft>,
): { reaches: OwnedLeaf[]; seen: OwnedLeaf[]; wrong: string[] } {
  const before = new Map(stored.map((leaf) => [leaf.leafCode, leaf]));
  const changes = { reaches: [] as OwnedLeaf[], seen: [] as OwnedLeaf[], wrong: [] as string[] };
  for (const [leafCode, draft] of drafts) {
    const old = before.get(leafCode) ?? nothingSaid(leafCode);
    const read = readEffort(draft.effort);
    if (read === null) changes.wrong.push(leafCode);
    const next = { ...old, ownerUnitId: draft.owner || null, effort: read ? read.effort : old.effort };
    const isSameEffort = next.effort === old.effort || Number(next.effort) === Number(old.effort ?? Number.NaN);
    if (next.ownerUnitId === old.ownerUnitId && isSameEffort) continue;
    changes.reaches.push(next);
    changes.seen.push(old);
  }
  return changes;
}
