import type { PlanExchange } from '../slices/reading/index.ts';

/** How well one reading agrees with its gold: 1 is perfect. Every stated value counts once, every invented one against. */
export type ReadingScore = { readonly overall: number; readonly misses: readonly string[] };

type Tally = { hits: number; invented: number; missed: number; readonly misses: string[] };

/** Scores a reading as the exchange format's own measure does: items aligned by their words, then value by value. */
export function scoreExchange(gold: PlanExchange, read: PlanExchange): ReadingScore {
  const tally: Tally = { hits: 0, invented: 0, missed: 0, misses: [] };
  scoreHead(tally, gold, read);
  scoreRecord(tally, 'result', gold.result ?? {}, read.result ?? {}, {});
  scoreItems(tally, 'areas', gold.areas, read.areas, (area) => area.name, { name: 0.5 });
  scoreItems(tally, 'deficits', gold.deficits, read.deficits, (item) => `${item.criterion} ${item.reason ?? ''}`, {
    criterion: 0.9,
    reason: 0.7,
    remedy: 0.8,
    deadlineText: 0,
  });
  scoreItems(tally, 'tasks', gold.tasks, read.tasks, (task) => task.title, {
    title: 0.9,
    deadlineText: 0.9,
    products: 0.75,
  });
  scoreItems(tally, 'obligations', gold.obligations, read.obligations, (item) => `${item.what} ${item.deadlineText}`, {
    what: 0,
    deadlineText: 0,
  });
  const { hits, invented, missed, misses } = tally;
  return { overall: hits === 0 ? 0 : (2 * hits) / (2 * hits + invented + missed), misses };
}

function scoreHead(tally: Tally, gold: PlanExchange, read: PlanExchange): void {
  const { legalBases: goldBases, signer: goldSigner, ...goldHead } = gold.document;
  const { legalBases: readBases, signer: readSigner, ...readHead } = read.document;
  scoreRecord(tally, 'document', goldHead, readHead, { title: 0.9 });
  scoreRecord(tally, 'signer', { name: goldSigner?.name }, { name: readSigner?.name }, {});
  const plain = (bases: typeof goldBases) => bases.map(({ type, number, date }) => ({ type, number, date }));
  scoreItems(tally, 'legalBases', plain(goldBases), plain(readBases), (basis) => `${basis.type} ${basis.number}`, {});
}

type Leaf = string | number | null | undefined | object;
/** How much of its words a text must share with the gold; 0 leaves the field out, absent means the same words. */
type Likeness = Readonly<Record<string, number>>;

function scoreItems<Item extends object>(
  tally: Tally,
  name: string,
  gold: readonly Item[],
  read: readonly Item[],
  wordsOf: (item: Item) => string,
  likeness: Likeness,
): void {
  const left = [...read];
  for (const item of gold) {
    const best = left.map((other) => overlap(wordsOf(item), wordsOf(other)));
    const at = best.indexOf(Math.max(0, ...best));
    const found = (best[at] ?? 0) >= 0.5 ? left.splice(at, 1)[0] : undefined;
    if (found) {
      tally.hits += 1;
      scoreRecord(tally, `${name} «${wordsOf(item).slice(0, 40)}»`, item, found, likeness);
    } else miss(tally, 'missed', 4, `${name}: missing ${wordsOf(item)}`);
  }
  for (const extra of left) miss(tally, 'invented', 4, `${name}: invented ${wordsOf(extra)}`);
}

function scoreRecord(tally: Tally, name: string, gold: object, read: object, likeness: Likeness): void {
  const readValues = new Map<string, Leaf | Leaf[]>(Object.entries(read));
  for (const [key, value] of new Map<string, Leaf | Leaf[]>(Object.entries(gold))) {
    const wanted = likeness[key] ?? (Array.isArray(value) ? 0.8 : 1);
    if (wanted === 0) continue;
    scoreLeaves(tally, `${name}.${key}`, leavesOf(value), leavesOf(readValues.get(key)), wanted);
  }
}

function leavesOf(value: Leaf | Leaf[]): string[] {
  const values: Leaf[] = Array.isArray(value) ? value : [value];
  return values.flatMap((one) => (one === null || one === undefined || one === '' ? [] : [asWords(one)]));
}

/** Deadlines and targets as words without their label, event and wording, which nobody has to repeat exactly. */
function asWords(value: Leaf): string {
  if (typeof value !== 'object' || value === null) return String(value);
  const { label: _label, event: _event, text: _text, ...rest } = { label: null, event: null, text: null, ...value };
  return JSON.stringify(Object.entries(rest).sort());
}

function scoreLeaves(
  tally: Tally,
  name: string,
  gold: readonly string[],
  read: readonly string[],
  wanted: number,
): void {
  const left = [...read];
  for (const value of gold) {
    const at = left.findIndex((other) =>
      wanted === 1 ? fold(other) === fold(value) : overlap(value, other) >= wanted,
    );
    if (at >= 0) {
      left.splice(at, 1);
      tally.hits += 1;
    } else miss(tally, 'missed', 1, `${name}: missing ${value}; read ${left.join(' | ')}`);
  }
  for (const value of left) miss(tally, 'invented', 1, `${name}: invented ${value}`);
}

function miss(tally: Tally, kind: 'missed' | 'invented', weight: number, what: string): void {
  tally[kind] += weight;
  tally.misses.push(what);
}

function fold(text: string): string {
  return text
    .normalize('NFC')
    .toLowerCase()
    .replace(/[“”"'‘’()[\].,;:–—\-/*+]/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}

/** Twice the words that both share, over all words of both. */
export function overlap(a: string, b: string): number {
  const left = fold(a).split(' ').filter(Boolean);
  const right = fold(b).split(' ').filter(Boolean);
  if (left.length === 0 || right.length === 0) return 0;
  const counts = new Map<string, number>();
  for (const word of left) counts.set(word, (counts.get(word) ?? 0) + 1);
  let shared = 0;
  for (const word of right) {
    const count = counts.get(word) ?? 0;
    if (count > 0) shared += 1;
    counts.set(word, count - 1);
  }
  return (2 * shared) / (left.length + right.length);
}
