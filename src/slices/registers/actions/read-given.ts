import type { UnitId } from '../../../kernel/ids.ts';
import { accept, refuse } from '../../../kernel/outcome.ts';
import type { Transaction } from '../../../server/database.ts';
import { may } from '../../identity/index.ts';
import type { Register } from '../rules/compile.ts';
import { readValues, type ValueFault, type Values } from '../rules/values.ts';
import { checkReferences } from './check-references.ts';
import type { Answer, Work } from './work.ts';

const unitOf = (register: Register, values: Values): UnitId | null => {
  const value = values[register.declaration.owner];
  return typeof value === 'string' ? (value as UnitId) : null;
};

/** Fields that the person names and may not change; one that he does not see is unknown. */
function lockedFields({ view }: Work, given: Readonly<Record<string, unknown>>): ValueFault[] {
  return Object.keys(given).flatMap((field): ValueFault[] => {
    if (view.changeable.has(field)) return [];
    const seen = view.declaration.fields[field];
    return [{ field, code: !seen ? 'unknown-field' : seen.kind === 'computed' ? 'computed' : 'not-yours' }];
  });
}

/** The values after a change, or everything that is wrong with them. */
export async function valuesAfter(
  tx: Transaction,
  work: Work,
  given: Readonly<Record<string, unknown>>,
  before: Values,
): Promise<Answer<Values>> {
  const locked = lockedFields(work, given);
  if (locked.length > 0) return refuse({ code: 'values-faulty', faults: locked });
  const read = readValues(work.register.declaration, given, before, work.view.changeable);
  if (!read.ok) return refuse({ code: 'values-faulty', faults: read.faults });
  const faults = await checkReferences(tx, work.person, work.register, { before, after: read.values });
  if (faults.length > 0) return refuse({ code: 'values-faulty', faults });
  if (!may(work.person, 'register.change', unitOf(work.register, read.values)))
    return refuse({ code: 'record-not-yours' });
  return accept(read.values);
}
