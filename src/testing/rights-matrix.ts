import { sampleAccounts } from '../server/sample.ts';
import { actions } from '../slices/identity/index.ts';
import type { Caller } from './app.ts';
import { needsOnPaper, rightsOnPaper } from './rights-page.ts';

/** Unit of the head and of the specialist of the sample: what a reach "own" is tried with. */
export const OWN_UNIT = 'unit_vpdk';
/** A unit that neither of them belongs to. */
export const OTHER_UNIT = 'unit_khtc';

/**
 * One thing that a person may try, whatever it is tried on.
 *
 * `operation` is its operationId, `action` what it needs ("session": everybody who is logged in). `covers` are the relations
 * that a reach "own" opens for the people of the own unit; for "session" they are open to everybody. `run` tells whether the
 * person got through: what was refused with 403, or did not show what was looked for, is no.
 */
export type Deed<Relation extends string> = {
  readonly operation: string;
  readonly action: string;
  readonly covers: readonly Relation[];
  readonly run: (call: Caller, relation: Relation) => Promise<boolean>;
};

export type Cell<Relation extends string> = {
  readonly role: string;
  readonly username: string;
  readonly name: string;
  readonly relation: Relation;
  readonly isAllowed: boolean;
};

const reachOnPaper = (role: string, action: string): string =>
  rightsOnPaper.find((cell) => cell.role === role && cell.action === action)?.reach ?? '–';

/** Every deed × role × relation with the answer that docs/rights.md gives. */
export function cellsOf<Relation extends string>(
  deeds: Readonly<Record<string, Deed<Relation>>>,
  relations: readonly Relation[],
): Cell<Relation>[] {
  return sampleAccounts.flatMap(({ role, username, unitId }) =>
    Object.entries(deeds).flatMap(([name, { action, covers }]) => {
      const reach = reachOnPaper(role, action);
      const isOwn = action === 'session' || (reach === 'own' && unitId === OWN_UNIT);
      return relations.map((relation) => ({
        role,
        username,
        name,
        relation,
        isAllowed: reach === 'any' || (isOwn && covers.includes(relation)),
      }));
    }),
  );
}

/** The cells of a role in which what happens is not what docs/rights.md says; each is tried in its turn. */
export async function wrongCells<Relation extends string>(
  cells: readonly Cell<Relation>[],
  deeds: Readonly<Record<string, Deed<Relation>>>,
  role: string,
  call: Caller,
): Promise<(Cell<Relation> & { isLet: boolean | undefined })[]> {
  const wrong: (Cell<Relation> & { isLet: boolean | undefined })[] = [];
  for (const cell of cells.filter((one) => one.role === role)) {
    const isLet = await deeds[cell.name]?.run(call, cell.relation);
    if (isLet !== cell.isAllowed) wrong.push({ ...cell, isLet });
  }
  return wrong;
}

/** Operations of docs/rights.md that need an action which begins so; a test compares that page with the running interface. */
export function operationsNeeding(prefix: string): string[] {
  return [...needsOnPaper].filter(([, needs]) => needs.startsWith(prefix)).map(([operation]) => operation);
}

/** Actions of the table of rights that begin so. */
export const actionsNamed = (prefix: string): string[] => actions.filter((action) => action.startsWith(prefix));

/** Let in: anything but a refusal for want of a right. What is wrong beyond that (404, 409, 422) was looked at after it. */
export const isLetIn = async (answer: ReturnType<Caller>): Promise<boolean> => (await answer).status !== 403;

/** Whether an answer was given and tells a word: how a list shows that it holds a record. */
export async function tells(answer: ReturnType<Caller>, word: string): Promise<boolean> {
  const { status, body } = await answer;
  return status === 200 && JSON.stringify(body).includes(word);
}
