import type { AgencyId } from '../../../kernel/ids.ts';
import type { Db } from '../../../server/database.ts';
import type { Person } from '../../../server/http.ts';
import { findFiles } from '../../files/server.ts';
import { may } from '../../identity/index.ts';
import { findUsers } from '../../identity/server.ts';
import { findUnits } from '../../units/server.ts';
import { type Mentioned, type Names, seenTitle } from '../rules/titles.ts';
import { viewOf } from '../rules/view.ts';
import { findLinked } from '../store/changes.ts';
import { loadRegisters } from './load-register.ts';

/** Names of every unit and person of the agency. */
export async function findNames(db: Db, agencyId: AgencyId): Promise<Names> {
  const units = await findUnits(db, agencyId);
  const people = await findUsers(db, agencyId);
  return {
    units: new Map(units.map(({ unitId, name }) => [unitId, name])),
    people: new Map(people.map(({ userId, displayName }) => [userId, displayName])),
  };
}

/** How a link is shown: with its title, as deleted, as not the reader's, or as lost. */
export type LinkLabel = {
  readonly register: string | null;
  readonly title: string | null;
  readonly state: 'there' | 'deleted' | 'not-yours' | 'lost';
};

export type Labels = {
  readonly units: Record<string, string>;
  readonly people: Record<string, string>;
  readonly links: Record<string, LinkLabel>;
  readonly files: Record<string, { name: string; byteCount: number; mediaType: string } | null>;
};

const pick = (names: ReadonlyMap<string, string>, ids: ReadonlySet<string>): Record<string, string> =>
  Object.fromEntries([...ids].flatMap((id) => (names.has(id) ? [[id, names.get(id) ?? '']] : [])));

async function labelLinks(db: Db, person: Person, names: Names, ids: ReadonlySet<string>): Promise<Labels['links']> {
  if (ids.size === 0) return {};
  const found = await findLinked(db, person.agencyId, [...ids]);
  const registers = new Map(
    (await loadRegisters(db, person.agencyId)).map((one) => [one.register.declaration.key, one.register]),
  );
  const labels: Record<string, LinkLabel> = {};
  for (const id of ids) labels[id] = { register: null, title: null, state: 'lost' };
  for (const { recordId, registerKey, values, unitId, isDeleted } of found) {
    const register = registers.get(registerKey);
    const view = register && viewOf(register, person.role);
    if (!view || !may(person, 'register.read', unitId))
      labels[recordId] = { register: null, title: null, state: 'not-yours' };
    else
      labels[recordId] = {
        register: registerKey,
        title: seenTitle(view, values, names),
        state: isDeleted ? 'deleted' : 'there',
      };
  }
  return labels;
}

/** Everything by which a screen shows what records point to. */
export async function labelAll(db: Db, person: Person, names: Names, mentioned: Mentioned): Promise<Labels> {
  const files = await findFiles(db, person.agencyId, [...mentioned.files]);
  const known = new Map(files.map((file) => [file.fileId as string, file]));
  return {
    units: pick(names.units, mentioned.units),
    people: pick(names.people, mentioned.people),
    links: await labelLinks(db, person, names, mentioned.links),
    files: Object.fromEntries(
      [...mentioned.files].map((id) => {
        const file = known.get(id);
        return [id, file ? { name: file.name, byteCount: file.byteCount, mediaType: file.mediaType } : null];
      }),
    ),
  };
}
