import { accept, type Outcome, refuse } from '../../../kernel/outcome.ts';
import type { Context } from '../../../server/context.ts';
import { commitOrRefuse } from '../../../server/database.ts';
import type { Person } from '../../../server/http.ts';
import { appendAudit } from '../../audit/server.ts';
import { loadWorkingCalendar } from '../../calendar/server.ts';
import { actorOf } from '../../identity/server.ts';
import { readDeclaration } from '../rules/check-declaration.ts';
import { layOut } from '../rules/compile.ts';
import type { RegisterDeclaration } from '../rules/declaration.ts';
import { insertRegister, insertVersion } from '../store/registers.ts';
import { builtWith, loadRegisters, scopeOf } from './load-register.ts';
import type { RegisterRefusal } from './refusals.ts';

/** Declares a register of the office's own. */
export async function declareOwn(
  context: Context,
  person: Person,
  given: unknown,
): Promise<Outcome<{ key: string; version: number }, RegisterRefusal>> {
  const { database, clock } = context;
  return commitOrRefuse<{ key: string; version: number }, RegisterRefusal>(database, async (tx) => {
    const { agencyId } = person;
    const known = new Set((await loadRegisters(tx, agencyId)).map(({ register }) => register.declaration.key));
    const read = readDeclaration(given, (key) => known.has(key));
    if (!read.ok) return refuse({ code: 'declaration-faulty', faults: read.faults });
    const declaration: RegisterDeclaration = { ...read.declaration, version: 1, group: 'own' };
    const { key } = declaration;
    const taken = { at: 'key', code: 'key-taken', detail: key } as const;
    if (known.has(key)) return refuse({ code: 'declaration-faulty', faults: [taken] });
    const calendar = await loadWorkingCalendar(tx, agencyId);
    const change = { at: clock.now(), by: person.userId };
    const made = {
      registerKey: key,
      version: 1,
      declaration,
      layout: layOut(declaration),
      scope: scopeOf(agencyId, key),
      builtWith: builtWith(declaration, calendar),
    };
    if (!(await insertRegister(tx, agencyId, made, change)))
      return refuse({ code: 'declaration-faulty', faults: [taken] });
    await insertVersion(tx, agencyId, declaration, change);
    await appendAudit(tx, actorOf(person), change.at, [
      {
        action: 'register.declare',
        subjectKind: 'register',
        subjectId: key,
        after: { version: 1, name: declaration.name.vi },
      },
    ]);
    return accept({ key, version: 1 });
  });
}
