import type { AgencyId } from '../../../kernel/ids.ts';
import type { Db } from '../../../server/database.ts';
import type { Person } from '../../../server/http.ts';
import { findFiles } from '../../files/server.ts';
import { findUsers } from '../../identity/server.ts';
import { findUnits } from '../../units/server.ts';
import type { Register } from '../rules/compile.ts';
import type { Field } from '../rules/declaration.ts';
import type { Value, ValueFault, Values } from '../rules/values.ts';
import { labelAll } from './names.ts';

const idsOf = (value: Value | undefined): readonly string[] =>
  typeof value === 'string' ? [value] : Array.isArray(value) ? value : [];

const faultOfKind = {
  unit: 'unit-unknown',
  person: 'person-unknown',
  files: 'file-unknown',
  link: 'link-unknown',
} as const satisfies Partial<Record<Field['kind'], ValueFault['code']>>;
type Pointing = keyof typeof faultOfKind;

const isPointing = (kind: Field['kind']): kind is Pointing => Object.hasOwn(faultOfKind, kind);

async function knownIds(
  db: Db,
  person: Person,
  kind: Pointing,
  field: Field,
  ids: readonly string[],
): Promise<Set<string>> {
  const agencyId: AgencyId = person.agencyId;
  switch (kind) {
    case 'unit':
      return new Set((await findUnits(db, agencyId)).map(({ unitId }) => unitId));
    case 'person':
      return new Set((await findUsers(db, agencyId)).map(({ userId }) => userId));
    case 'files':
      return new Set((await findFiles(db, agencyId, ids)).map(({ fileId }) => fileId));
    case 'link': {
      const names = { units: new Map(), people: new Map() };
      const none = new Set<string>();
      const { links } = await labelAll(db, person, names, {
        units: none,
        people: none,
        files: none,
        links: new Set(ids),
      });
      const target = field.kind === 'link' ? field.register : '';
      return new Set(ids.filter((id) => links[id]?.state === 'there' && links[id].register === target));
    }
  }
}

/**
 * Whether what a record newly points to is there: units and people of the agency, its files, records that the person may
 * see. What stood before stays, whatever became of it.
 */
export async function checkReferences(
  db: Db,
  person: Person,
  register: Register,
  { before, after }: { readonly before: Values; readonly after: Values },
): Promise<ValueFault[]> {
  const faults: ValueFault[] = [];
  for (const [name, field] of Object.entries(register.declaration.fields)) {
    if (!isPointing(field.kind)) continue;
    const stood = idsOf(before[name]);
    const added = idsOf(after[name]).filter((id) => !stood.includes(id));
    if (added.length === 0) continue;
    const known = await knownIds(db, person, field.kind, field, added);
    if (added.some((id) => !known.has(id))) faults.push({ field: name, code: faultOfKind[field.kind] });
  }
  return faults;
}
