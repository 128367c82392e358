import { Decimal } from '../../../kernel/decimal.ts';

/**
 * Points that a task may win back: what the losses tied to it state; where none states any, what its leaves lost in the last
 * result. A loss and its leaf are the same points, so they are never added up. Null where nothing is stated.
 */
export function pointsAtStake(task: {
  readonly deficits: readonly { readonly lost: string | null }[];
  readonly leaves?: readonly { readonly lost: string | null }[];
}): string | null {
  const stated = [task.deficits, task.leaves ?? []]
    .map((side) => side.flatMap(({ lost }) => (lost === null ? [] : [lost])))
    .find((side) => side.length > 0);
  return stated ? stated.reduce((sum, lost) => sum.plus(lost), new Decimal(0)).toFixed() : null;
}
