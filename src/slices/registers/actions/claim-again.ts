import { formatDay } from '../../../kernel/civil-date.ts';
import type { Transaction } from '../../../server/database.ts';
import type { Person } from '../../../server/http.ts';
import type { DeclarationFault } from '../rules/check-declaration.ts';
import type { Register } from '../rules/compile.ts';
import type { RegisterDeclaration } from '../rules/declaration.ts';
import { dayOf } from '../rules/formulas.ts';
import { convertValues, reshapedFields } from '../rules/redeclare.ts';
import { seenTitle } from '../rules/titles.ts';
import { viewOf } from '../rules/view.ts';
import { addClaims, beginClaims, type Colliding, findColliding } from '../store/claims.ts';
import { findNextValues, type Place } from '../store/records.ts';
import { findNames } from './names.ts';
import { uniqueKeys } from './unique-keys.ts';

const PAGE_SIZE = 2000;
/** Groups of records that collide, as many as anybody reads. */
const MOST_NAMED = 5;

/** Whether what may stand only once is another matter under the changed declaration. */
export function claimsChange(before: RegisterDeclaration, after: RegisterDeclaration): boolean {
  const reshaped = reshapedFields(before, after);
  const isReshaped = (after.unique ?? []).some((names) => names.some((name) => reshaped.includes(name)));
  return isReshaped || JSON.stringify(before.unique ?? []) !== JSON.stringify(after.unique ?? []);
}

async function claimAll(tx: Transaction, place: Place, after: Register): Promise<void> {
  const reshaped = reshapedFields(place.register.declaration, after.declaration);
  await beginClaims(tx);
  for (let last = ''; after.declaration.unique?.length; ) {
    const page = await findNextValues(tx, place, last, PAGE_SIZE);
    const standing = page.filter(({ deletedAt }) => deletedAt === null);
    await addClaims(
      tx,
      standing.flatMap(({ recordId, values }) =>
        uniqueKeys(after, convertValues(after.declaration, reshaped, values)).map((key) => ({ ...key, recordId })),
      ),
    );
    last = page.at(-1)?.recordId ?? '';
    if (page.length < PAGE_SIZE) return;
  }
}

/**
 * Collects what every record claims under a changed declaration, for `takeClaims` of the same transaction.
 *
 * @returns a fault for each rule that records break already, with the first of these records named
 */
export async function findCollisions(
  tx: Transaction,
  person: Person,
  place: Place,
  after: Register,
): Promise<DeclarationFault[]> {
  await claimAll(tx, place, after);
  const { counts, first } = await findColliding(tx, place, MOST_NAMED);
  if (counts.size === 0) return [];
  const view = viewOf(after, person.role);
  const names = await findNames(tx, person.agencyId);
  const nameOf = ({ recordId, values, createdAt }: Colliding): string => {
    const day = dayOf(createdAt);
    const title = (view && seenTitle(view, values, names)) ?? recordId;
    return day ? `“${title}” (${formatDay(day)})` : `“${title}”`;
  };
  return [...counts].map(([rule, count]) => {
    const records = first.filter((one) => one.rule === rule);
    const groups = Map.groupBy(records, ({ claim }) => claim);
    const detail = [...groups.values()].map((group) => group.map(nameOf).join(' = ')).join('; ');
    const named = records.map(({ recordId }) => recordId);
    return { at: `unique.${rule}`, code: 'records-collide', detail, count, records: named };
  });
}
