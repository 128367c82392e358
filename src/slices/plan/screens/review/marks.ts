import type { Draft, DraftPlace } from '../../rules/draft.ts';
import { isUnsure, itemsOf } from '../../rules/draft-items.ts';
import { type Finding, questionsOf, spotOfSlip } from '../../rules/figure-decisions.ts';

/** `figure` is a number that does not agree, `unsure` a doubtful field, `checked` one that was agreed to. */
export type MarkTone = 'figure' | 'unsure' | 'read' | 'checked';

/** Characters [from, to) of a text, and the field that was read there. */
export type Mark = { key: string; field: string; from: number; to: number; tone: MarkTone };

/** A stretch of text that the same marks cover; those that speak louder and are shorter come first. */
export type Segment = { from: number; text: string; marks: readonly Mark[] };

const END = Number.MAX_SAFE_INTEGER;

/** Name of the text that a place lies in: a paragraph, or a cell of a table. */
export function spotName({ block, row, column }: Pick<DraftPlace, 'block' | 'row' | 'column'>): string {
  return row === undefined ? `${block}` : `${block}:${row}:${column}`;
}

const markAt = (place: DraftPlace, mark: Pick<Mark, 'key' | 'field' | 'tone'>): Mark => ({
  ...mark,
  from: place.from ?? 0,
  to: place.to ?? END,
});

/** Everything to be marked in the document, by the text it stands in. What was dropped leaves no mark. */
export function marksOf(draft: Draft, findings: readonly Finding[]): Map<string, Mark[]> {
  const marks = new Map<string, Mark[]>();
  const put = (place: DraftPlace, mark: Pick<Mark, 'key' | 'field' | 'tone'>): void => {
    const name = spotName(place);
    marks.set(name, [...(marks.get(name) ?? []), markAt(place, mark)]);
  };
  for (const item of itemsOf(draft)) {
    if (item.state === 'dropped') continue;
    const tone = item.state === 'checked' ? 'checked' : isUnsure(item) ? 'unsure' : 'read';
    for (const [name, place] of Object.entries(item.places)) put(place, { key: item.key, field: fieldOf(name), tone });
  }
  const figureTone = (number: number): MarkTone =>
    draft.decisions.some(({ figure }) => figure === number) ? 'checked' : 'figure';
  findings.forEach(({ holds, place }, number) => {
    if (!holds) put(place, { key: `figure-${number}`, field: 'figure', tone: figureTone(number) });
  });
  for (const { numbers, findings: failing, slip } of questionsOf(findings)) {
    const [number = 0] = numbers;
    const spot = slip && (spotOfSlip(draft, slip.stated, failing) ?? spotOfSlip(draft, slip.proposed, failing));
    const place = spot?.item.places[spot.field];
    if (place) put(place, { key: `figure-${number}`, field: 'figure', tone: figureTone(number) });
  }
  return marks;
}

/** The field under which a place is shown: every value of a list, and a deadline's reading under its words. */
function fieldOf(name: string): string {
  const field = name.replace(/\.\d+$/, '');
  return field === 'deadlines' ? 'deadlineText' : field;
}

/** The marks as they were where they are the same: what is drawn from them need not be drawn anew. */
export function keepSame(before: readonly Mark[] | undefined, after: readonly Mark[]): readonly Mark[] {
  return before && JSON.stringify(before) === JSON.stringify(after) ? before : after;
}

const LOUDNESS = { figure: 0, unsure: 1, read: 2, checked: 3 } as const satisfies Record<MarkTone, number>;

/** Cuts a text where marks begin and end. */
export function segmentsOf(text: string, marks: readonly Mark[]): Segment[] {
  const clipped = marks
    .map((mark) => ({ ...mark, from: Math.max(0, mark.from), to: Math.min(text.length, mark.to) }))
    .filter(({ from, to }) => from < to);
  const cuts = [...new Set([0, text.length, ...clipped.flatMap(({ from, to }) => [from, to])])].sort((a, b) => a - b);
  return cuts.slice(0, -1).map((from, at) => {
    const to = cuts[at + 1] ?? text.length;
    const covering = clipped
      .filter((mark) => mark.from <= from && mark.to >= to)
      .sort((a, b) => LOUDNESS[a.tone] - LOUDNESS[b.tone] || a.to - a.from - (b.to - b.from));
    return { from, text: text.slice(from, to), marks: covering };
  });
}
