import { type CivilDate, daysBetween, makeCivilDate } from '../../../kernel/civil-date.ts';

export type Span = { readonly from: CivilDate; readonly to: CivilDate };
export type Placed<Item> = { readonly item: Item; readonly lane: number; readonly from: number; readonly to: number };

/** First and last day of a year. @throws {RangeError} outside the years that a day can have */
export function yearSpan(year: number): Span {
  const [from, to] = [makeCivilDate(year, 1, 1), makeCivilDate(year, 12, 31)];
  if (from === null || to === null) throw new RangeError(`no year ${year}`);
  return { from, to };
}

/** Smallest lane that is free on a day, kept as a heap of [free from, lane]. */
class FreeLanes {
  readonly #heap: [number, number][] = [];
  #count = 0;

  get count(): number {
    return this.#count;
  }

  take(from: number, until: number): number {
    const [top] = this.#heap;
    const isFree = top !== undefined && top[0] <= from;
    const lane = isFree ? top[1] : this.#count;
    if (isFree) this.#replaceTop([until, lane]);
    else {
      this.#count += 1;
      this.#push([until, lane]);
    }
    return lane;
  }

  #push(entry: [number, number]): void {
    let at = this.#heap.push(entry) - 1;
    for (let above = (at - 1) >> 1; at > 0 && this.#isBefore(at, above); above = (at - 1) >> 1) {
      this.#swap(at, above);
      at = above;
    }
  }

  #replaceTop(entry: [number, number]): void {
    this.#heap[0] = entry;
    for (let at = 0; ; ) {
      const [left, right] = [2 * at + 1, 2 * at + 2];
      let least = at;
      if (left < this.#heap.length && this.#isBefore(left, least)) least = left;
      if (right < this.#heap.length && this.#isBefore(right, least)) least = right;
      if (least === at) return;
      this.#swap(at, least);
      at = least;
    }
  }

  #isBefore(one: number, other: number): boolean {
    const [a, b] = [this.#heap[one], this.#heap[other]];
    return a !== undefined && b !== undefined && (a[0] < b[0] || (a[0] === b[0] && a[1] < b[1]));
  }

  #swap(one: number, other: number): void {
    const [a, b] = [this.#heap[one], this.#heap[other]];
    if (a && b) [this.#heap[one], this.#heap[other]] = [b, a];
  }
}

/**
 * Places spans of time in as few lanes as do without overlap, in order of their first days. Spans reach from 0 (the first day
 * of the year) to 1 (after its last day); what lies outside is cut off, what lies outside altogether is left out.
 */
export function placeSpans<Item>(
  items: readonly Item[],
  spanOf: (item: Item) => Span | null,
  year: Span,
): { placed: Placed<Item>[]; lanes: number } {
  const days = daysBetween(year.from, year.to) + 1;
  const spans = items
    .flatMap((item) => {
      const span = spanOf(item);
      if (span === null || span.to < year.from || span.from > year.to) return [];
      const first = Math.max(0, daysBetween(year.from, span.from));
      const last = Math.min(days - 1, daysBetween(year.from, span.to));
      return [{ item, first, last: Math.max(first, last) }];
    })
    .sort((a, b) => a.first - b.first || a.last - b.last);
  const free = new FreeLanes();
  const placed = spans.map(({ item, first, last }) => ({
    item,
    lane: free.take(first, last + 1),
    from: first / days,
    to: (last + 1) / days,
  }));
  return { placed, lanes: free.count };
}
