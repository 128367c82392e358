import { formatPaperNumber, parsePaperNumber } from '../../../kernel/decimal.ts';
import type { Content } from '../rules/content.ts';
import type { ContentChange } from '../rules/merge-content.ts';

/** What stands in the fields of a form: "number:ho-so" → "1.234,5", "text:ket-qua" → the text. */
export type Typed = Readonly<Record<string, string>>;

export type FieldName = `${'number' | 'text'}:${string}`;

/** A figure as a decimal with a point; null where nothing is typed, undefined where it is no number. */
export function readFigure(typed: string): string | null | undefined {
  if (typed.trim() === '') return null;
  return parsePaperNumber(typed)?.toFixed();
}

type Fields = Pick<Content, 'numbers' | 'texts'>;

/** The fields of a content as they are typed. */
export function typedOf({ numbers, texts }: Fields): Record<string, string> {
  return {
    ...Object.fromEntries(
      Object.entries(numbers).map(([key, value]) => [`number:${key}`, value === null ? '' : formatPaperNumber(value)]),
    ),
    ...Object.fromEntries(Object.entries(texts).map(([key, value]) => [`text:${key}`, value])),
  };
}

function changeOf(name: string, typed: string, { numbers, texts }: Fields): ContentChange | null {
  const [kind = '', field = ''] = name.split(/:(.*)/s);
  if (kind === 'text') {
    const from = texts[field] ?? '';
    return from === typed ? null : { kind: 'text', field, from, to: typed };
  }
  const [from, to] = [numbers[field] ?? null, readFigure(typed)];
  return to === undefined || to === from ? null : { kind: 'number', field, from, to };
}

/** What differs from what the server has, without fields that are no number yet or wait for an answer. */
export function changesOf(typed: Typed, saved: Fields, held: ReadonlySet<string>): ContentChange[] {
  return Object.entries(typed).flatMap(([name, value]) => (held.has(name) ? [] : (changeOf(name, value, saved) ?? [])));
}

/** The fields after an answer: what was not touched here follows the server, what is being typed stays. */
export function followServer(typed: Typed, before: Fields, after: Fields): Record<string, string> {
  const [old, now] = [typedOf(before), typedOf(after)];
  const names = new Set([...Object.keys(typed), ...Object.keys(now)]);
  return Object.fromEntries(
    [...names].map((name) => {
      const isTouched = (typed[name] ?? '') !== (old[name] ?? '');
      return [name, isTouched ? (typed[name] ?? '') : (now[name] ?? '')];
    }),
  );
}

/** Figures as typed now, those that are no number left out: what is asked about goes by these. */
export function figuresTyped(typed: Typed): Content['numbers'] {
  return Object.fromEntries(
    Object.entries(typed).flatMap(([name, value]) => {
      if (!name.startsWith('number:')) return [];
      const figure = readFigure(value);
      return figure === undefined ? [] : [[name.slice(7), figure] as const];
    }),
  );
}
