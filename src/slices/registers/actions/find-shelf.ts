import type { Context } from '../../../server/context.ts';
import type { Person } from '../../../server/http.ts';
import { reachOf } from '../../identity/index.ts';
import type { RegisterDeclaration } from '../rules/declaration.ts';
import { viewOf } from '../rules/view.ts';
import { findProgress } from '../store/redating.ts';
import { countShelf } from '../store/tallies.ts';
import { loadRegisters } from './load-register.ts';
import { unitsInReach } from './show-records.ts';

export type ShelfEntry = Pick<RegisterDeclaration, 'key' | 'name' | 'purpose' | 'group'> & {
  readonly isOwn: boolean;
  readonly total: number;
  readonly open: number;
  readonly late: number;
  readonly mayChange: boolean;
  readonly mayDeclare: boolean;
  readonly isRedated: boolean;
};

/** The registers that a person sees, with how much is in them, open and late within the person's reach. */
export async function findShelf({ database, clock }: Context, person: Person): Promise<ShelfEntry[]> {
  const registers = await loadRegisters(database, person.agencyId);
  const counts = await countShelf(database, person.agencyId, unitsInReach(person), clock.today());
  const redated = new Set((await findProgress(database, person.agencyId)).map(({ registerKey }) => registerKey));
  const countOf = new Map(counts.map((one) => [one.registerKey, one]));
  return registers.flatMap(({ register }) => {
    const view = viewOf(register, person.role);
    if (!view) return [];
    const { key, name, purpose, group, steps, due, finishedOn } = register.declaration;
    const { total = 0, open = 0, late = 0 } = countOf.get(key) ?? {};
    // A list of answers or figures is never finished: nothing in it is open.
    const hasLife = steps !== undefined || due !== undefined || finishedOn !== undefined;
    const seen = view.seesDue && hasLife ? { open, late } : { open: 0, late: 0 };
    return [
      {
        key,
        name,
        purpose,
        group,
        isOwn: register.isOwn,
        total,
        ...seen,
        mayChange: reachOf(person.role, 'register.change') !== null,
        mayDeclare: register.isOwn && reachOf(person.role, 'register.declare') !== null,
        isRedated: redated.has(key),
      },
    ];
  });
}
