import type { Confirmation, Content } from './content.ts';

/** One field that a person changed, with the value that the screen showed before. */
export type ContentChange =
  | { readonly kind: 'number'; readonly field: string; readonly from: string | null; readonly to: string | null }
  | { readonly kind: 'text'; readonly field: string; readonly from: string | null; readonly to: string | null };

/** A field that somebody else changed meanwhile to something else: theirs stands, nothing of mine is lost. */
export type Conflict = {
  readonly kind: ContentChange['kind'];
  readonly field: string;
  readonly mine: string | null;
  readonly theirs: string | null;
};

export type Merged<Value> = {
  readonly value: Value;
  readonly conflicts: readonly Conflict[];
  readonly changed: readonly string[];
};

const asText = (value: string | null | undefined): string => value ?? '';

/** Applies changes of one kind to fields: what nobody else touched is taken, what is the same already is no conflict. */
function mergeFields<Value extends string | null>(
  now: Readonly<Record<string, Value>>,
  changes: readonly (ContentChange & { readonly to: Value })[],
): Merged<Record<string, Value>> {
  const value: Record<string, Value> = { ...now };
  const conflicts: Conflict[] = [];
  const changed: string[] = [];
  for (const { kind, field, from, to } of changes) {
    const current = now[field] ?? null;
    if (asText(current) === asText(to)) continue;
    if (asText(current) === asText(from)) {
      value[field] = to;
      changed.push(field);
    } else conflicts.push({ kind, field, mine: to, theirs: current });
  }
  return { value, conflicts, changed };
}

function confirm(now: readonly Confirmation[], given: readonly Confirmation[]): Confirmation[] {
  const isSame = (one: Confirmation, other: Confirmation): boolean =>
    one.field === other.field && one.reason === other.reason;
  return [...now.filter((one) => !given.some((other) => isSame(one, other))), ...given];
}

/** A submission after one person's changes. Two people who change different fields both keep what they typed. */
export function mergeContent(
  now: Content,
  { changes, confirmations }: { changes: readonly ContentChange[]; confirmations: readonly Confirmation[] },
): Merged<Content> {
  const numbers = mergeFields<string | null>(
    now.numbers,
    changes.filter(({ kind }) => kind === 'number'),
  );
  const texts = mergeTexts(
    now.texts,
    changes.filter(({ kind }) => kind === 'text'),
  );
  return {
    value: {
      ...now,
      numbers: numbers.value,
      texts: texts.value,
      confirmations: confirm(now.confirmations, confirmations),
    },
    conflicts: [...numbers.conflicts, ...texts.conflicts],
    changed: [...numbers.changed, ...texts.changed],
  };
}

/** The same for texts alone: the office's own report. */
export function mergeTexts(
  now: Readonly<Record<string, string>>,
  changes: readonly ContentChange[],
): Merged<Record<string, string>> {
  return mergeFields<string>(
    now,
    changes.map((change) => ({ ...change, to: asText(change.to) })),
  );
}
