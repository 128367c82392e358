import type { Draft, DraftItem } from './draft.ts';

/** The lists of a draft whose items are looked at one by one. */
export const draftLists = ['areas', 'deficits', 'tasks', 'obligations'] as const;
export type DraftList = (typeof draftLists)[number];

/** Below this the reading asks for a person's eyes even where it has no doubt in words. */
const SURE_FROM = 0.7;

/** Every item of a draft that is to be looked at. */
export function itemsOf(draft: Draft): DraftItem[] {
  const single = draft.result ? [draft.document, draft.result] : [draft.document];
  return [...single, ...draft.areas, ...draft.deficits, ...draft.tasks, ...draft.obligations];
}

const kept = <Item extends DraftItem>(items: readonly Item[]): Item[] => items.filter((one) => one.state !== 'dropped');

/** The draft without what a person dropped: what enters the plan. */
export function keptOf(draft: Draft): Draft {
  return {
    document: draft.document,
    result: draft.result?.state === 'dropped' ? null : draft.result,
    areas: kept(draft.areas),
    deficits: kept(draft.deficits),
    tasks: kept(draft.tasks),
    obligations: kept(draft.obligations),
    decisions: draft.decisions,
  };
}

/** Unit names that the kept items use, each once, in the order of the document. */
export function unitNamesOf(draft: Draft): string[] {
  const all = [
    ...kept(draft.deficits).flatMap((deficit) => [...deficit.responsible, ...deficit.leads, ...deficit.coordinators]),
    ...kept(draft.tasks).flatMap((task) => [...task.leads, ...task.coordinators]),
    ...kept(draft.obligations).flatMap((obligation) => (obligation.who === null ? [] : [obligation.who])),
  ];
  return [...new Set(all)];
}

/** Whether a person should look twice: the reader doubts, or is little sure. */
export function isUnsure({ state, doubts, confidence }: DraftItem): boolean {
  return state === 'unchecked' && (doubts.length > 0 || confidence < SURE_FROM);
}

/** What was doubtful first, the least sure before the others; everything else in the order of the document. */
export function unsureFirst<Item extends DraftItem>(items: readonly Item[]): Item[] {
  const rank = (item: Item): number => (isUnsure(item) ? item.confidence : 2);
  return items
    .map((item, at) => ({ item, at }))
    .sort((a, b) => rank(a.item) - rank(b.item) || a.at - b.at)
    .map(({ item }) => item);
}

export type ReviewProgress = { readonly looked: number; readonly total: number; readonly unsure: number };

/** How far the review is; what was dropped was looked at too. */
export function progressOf(items: readonly DraftItem[]): ReviewProgress {
  const looked = items.filter(({ state }) => state !== 'unchecked').length;
  return { looked, total: items.length, unsure: items.filter(isUnsure).length };
}

/** New values of some fields of one item. */
export type ItemChange = Readonly<Record<string, unknown>>;

/** The draft with one item changed; the draft itself where no item has this key. */
export function changeItem(draft: Draft, key: string, change: ItemChange): Draft {
  const changed = <Item extends DraftItem>(item: Item): Item => (item.key === key ? { ...item, ...change } : item);
  return {
    ...draft,
    document: changed(draft.document),
    result: draft.result && changed(draft.result),
    areas: draft.areas.map(changed),
    deficits: draft.deficits.map(changed),
    tasks: draft.tasks.map(changed),
    obligations: draft.obligations.map(changed),
  };
}

/** The draft with every given item marked as looked at and right; dropped items stay dropped. */
export function checkItems(draft: Draft, keys: ReadonlySet<string>): Draft {
  const looked = itemsOf(draft).filter(({ key, state }) => keys.has(key) && state === 'unchecked');
  return looked.reduce((now, { key }) => changeItem(now, key, { state: 'checked' }), draft);
}

const timing = { deadlineText: null, deadlines: [] };
const units = { leads: [], coordinators: [] };

/** The result of last year where the reader found none: empty, to be filled in. */
export function addResult(draft: Draft): Draft {
  const item = { key: 'result', state: 'unchecked' as const, confidence: 1, doubts: [], places: {} };
  const figures = {
    total: null,
    max: null,
    grade: null,
    rank: null,
    rankOf: null,
    totalChange: null,
    rankChange: null,
  };
  return draft.result ? draft : { ...draft, result: { ...item, ...figures, year: draft.document.assessedYear } };
}

/** An item that the reader missed: empty, sure (a person adds it), and to be filled in. */
export function addItem(draft: Draft, list: DraftList): { draft: Draft; key: string } {
  const numbers = draft[list].map(({ key }) => Number(/^added-[a-z]+-(\d+)$/.exec(key)?.[1] ?? 0));
  const key = `added-${list}-${Math.max(0, ...numbers) + 1}`;
  const item = { key, state: 'unchecked' as const, confidence: 1, doubts: [], places: {} };
  const ordinal = Math.max(0, ...draft.areas.map((area) => area.ordinal)) + 1;
  const figures = { score: null, max: null };
  const added = {
    areas: () => ({
      ...draft,
      areas: [
        ...draft.areas,
        { ...item, ...figures, ordinal, name: '', percent: null, criteria: null, subcriteria: null },
      ],
    }),
    deficits: () => ({
      ...draft,
      deficits: [
        ...draft.deficits,
        {
          ...item,
          ...figures,
          ...units,
          ...timing,
          area: null,
          criterion: '',
          reason: null,
          responsible: [],
          remedy: null,
        },
      ],
    }),
    tasks: () => ({
      ...draft,
      tasks: [
        ...draft.tasks,
        { ...item, ...units, ...timing, area: null, ordinal: null, title: '', products: [], targets: [] },
      ],
    }),
    obligations: () => ({
      ...draft,
      obligations: [...draft.obligations, { ...item, who: null, to: null, what: '', deadlineText: '', deadlines: [] }],
    }),
  } satisfies Record<DraftList, () => Draft>;
  return { draft: added[list](), key };
}
