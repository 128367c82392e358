import type { GetUnitPlanAnswer } from '../../../web/client.generated.ts';

type Item = GetUnitPlanAnswer['items'][number];
/** What somebody typed into a unit's plan, and the version that he saw. */
export type TypedPlan = { readonly version: number; readonly items: readonly Item[]; readonly number: string };

export type Decision = {
  readonly key: number;
  readonly title: string;
  readonly leadId: string;
  readonly deadline: string;
};
export type TypedMeeting = { readonly decisions: readonly Decision[]; readonly note: string };

const isObject = (kept: unknown): kept is Record<string, unknown> => typeof kept === 'object' && kept !== null;
const isText = (kept: unknown): kept is string => typeof kept === 'string';

function isItem(kept: unknown): kept is Item {
  if (!isObject(kept)) return false;
  const { key, taskId, title, product, userIds, deadlineText, deadlines } = kept;
  return (
    isText(key) &&
    isText(title) &&
    (taskId === null || isText(taskId)) &&
    (product === null || isText(product)) &&
    (deadlineText === null || isText(deadlineText)) &&
    Array.isArray(userIds) &&
    userIds.every(isText) &&
    Array.isArray(deadlines)
  );
}

/** A draft of a unit's plan as this browser kept it; null where it is not one. */
export function readTypedPlan(kept: unknown): TypedPlan | null {
  if (!isObject(kept)) return null;
  const { version, items, number } = kept;
  if (typeof version !== 'number' || !Array.isArray(items) || !items.every(isItem) || !isText(number)) return null;
  return { version, items, number };
}

const isDecision = (kept: unknown): kept is Decision =>
  isObject(kept) && typeof kept.key === 'number' && [kept.title, kept.leadId, kept.deadline].every(isText);

/** A draft of a meeting's decisions as this browser kept it; null where it is not one. */
export function readTypedMeeting(kept: unknown): TypedMeeting | null {
  if (!isObject(kept)) return null;
  const { decisions, note } = kept;
  return Array.isArray(decisions) && decisions.length > 0 && decisions.every(isDecision) && isText(note)
    ? { decisions, note }
    : null;
}
