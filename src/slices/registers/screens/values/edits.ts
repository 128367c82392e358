import type { Typed } from './typed-values.ts';

/** What another person changed while a form was open, as it stands in the inputs. */
export type TheirChange = {
  readonly input: string;
  readonly before: string;
  readonly theirs: string;
  /** What this person typed in the same input; null where it was left alone. */
  readonly mine: string | null;
};

export type MergedEdits = {
  /** Mine where I typed, theirs where only they did. */
  readonly merged: Typed;
  readonly changes: readonly TheirChange[];
};

/**
 * Puts two people's changes of one record together, input by input: nothing of either is lost. Where both changed the
 * same input to different texts, mine stands until I choose (`mine` is then not null).
 */
export function mergeEdits(base: Typed, theirs: Typed, mine: Typed): MergedEdits {
  const inputs = [...new Set([...Object.keys(theirs), ...Object.keys(mine)])];
  const textOf = (typed: Typed, input: string): string => typed[input] ?? '';
  const changes = inputs.flatMap((input): TheirChange[] => {
    const [before, now, typed] = [textOf(base, input), textOf(theirs, input), textOf(mine, input)];
    if (before === now || now === typed) return [];
    return [{ input, before, theirs: now, mine: typed === before ? null : typed }];
  });
  const adopted = changes.filter(({ mine: typed }) => typed === null).map(({ input, theirs: now }) => [input, now]);
  return { merged: { ...mine, ...Object.fromEntries(adopted) }, changes };
}
