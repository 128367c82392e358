import type { RecordId } from '../../../kernel/ids.ts';
import type { Context } from '../../../server/context.ts';
import type { Person } from '../../../server/http.ts';
import type { Texts } from '../rules/declaration.ts';
import { seenTitle } from '../rules/titles.ts';
import { viewOf } from '../rules/view.ts';
import { typedWords } from '../rules/words.ts';
import { searchRecords } from '../store/search.ts';
import { loadRegisters } from './load-register.ts';
import { findNames } from './names.ts';
import { unitsInReach } from './show-records.ts';

export type RecordHit = {
  readonly registerKey: string;
  readonly registerName: Texts;
  readonly recordId: RecordId;
  readonly title: string | null;
};

/** Records of every register that the person sees, by a few letters of their words. */
export async function searchEverywhere(
  { database }: Context,
  person: Person,
  { search, limit }: { readonly search: string; readonly limit: number },
): Promise<RecordHit[]> {
  const seen = (await loadRegisters(database, person.agencyId)).flatMap(({ register, isStored }) => {
    const view = isStored ? viewOf(register, person.role) : null;
    return view ? [{ register, view }] : [];
  });
  const registers = seen.map(({ register }) => register);
  const asked = { registers, typed: typedWords(search), unitIds: unitsInReach(person), limit };
  const found = await searchRecords(database, person.agencyId, asked);
  if (found.length === 0) return [];
  const names = await findNames(database, person.agencyId);
  const byKey = new Map(seen.map((one) => [one.register.declaration.key, one]));
  return found.flatMap(({ registerKey, recordId, values }) => {
    const one = byKey.get(registerKey);
    if (!one) return [];
    const { view, register } = one;
    return [{ registerKey, registerName: register.declaration.name, recordId, title: seenTitle(view, values, names) }];
  });
}
