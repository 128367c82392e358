import { accept, type Outcome, refuse } from '../../../kernel/outcome.ts';
import type { Context } from '../../../server/context.ts';
import { commitOrRefuse, type Transaction } from '../../../server/database.ts';
import type { Person } from '../../../server/http.ts';
import { appendAudit } from '../../audit/server.ts';
import { loadWorkingCalendar } from '../../calendar/server.ts';
import { actorOf } from '../../identity/server.ts';
import { type DeclarationFault, readDeclaration } from '../rules/check-declaration.ts';
import { compileRegister, layOut } from '../rules/compile.ts';
import type { RegisterDeclaration } from '../rules/declaration.ts';
import { type DeclarationEffects, DeclarationSurvey, reshapedFields } from '../rules/redeclare.ts';
import { takeClaims } from '../store/claims.ts';
import { findNextValues, type Place } from '../store/records.ts';
import { insertVersion, lockRegisterRow, updateRegister } from '../store/registers.ts';
import { claimsChange, findCollisions } from './claim-again.ts';
import { builtWith, type LoadedRegister, loadRegister, loadRegisters } from './load-register.ts';
import { rebuildAll } from './rebuild.ts';
import type { RegisterRefusal } from './refusals.ts';

/** Records that are derived anew within the change itself; more are done in the background. */
const INLINE_RECORDS = 3000;
const PAGE_SIZE = 2000;

async function survey(tx: Transaction, place: Place, after: RegisterDeclaration): Promise<DeclarationEffects> {
  const counted = new DeclarationSurvey(place.register.declaration, after);
  for (let last = ''; counted.isNeeded; ) {
    const page = await findNextValues(tx, place, last, PAGE_SIZE);
    for (const record of page) counted.add(record);
    last = page.at(-1)?.recordId ?? '';
    if (page.length < PAGE_SIZE) break;
  }
  return counted.effects();
}

/** What would lose a value or leave a record nowhere is refused, with the place and what to do. */
function faultsOf({ removedOptions, misfits, removedSteps }: DeclarationEffects): DeclarationFault[] {
  return [
    ...removedOptions.map(({ field, option, used }) => ({
      at: `fields.${field}.options`,
      code: 'option-in-use' as const,
      detail: option,
      count: used,
    })),
    ...misfits.map(({ field, count }) => ({
      at: `fields.${field}.kind`,
      code: 'value-does-not-fit' as const,
      detail: field,
      count,
    })),
    ...removedSteps
      .filter(({ used }) => used > 0)
      .map(({ step, used }) => ({ at: `steps.${step}`, code: 'option-in-use' as const, detail: step, count: used })),
  ];
}

type Change = {
  readonly loaded: LoadedRegister;
  readonly place: Place;
  readonly declaration: RegisterDeclaration;
  readonly effects: DeclarationEffects;
  /** Whether every record claims anew what may stand only once. */
  readonly isClaimed: boolean;
  readonly faults: readonly DeclarationFault[];
};

async function read(
  tx: Transaction,
  person: Person,
  key: string,
  given: unknown,
): Promise<Outcome<Change, RegisterRefusal>> {
  const { agencyId } = person;
  const loaded = await loadRegister(tx, agencyId, key);
  if (!loaded) return refuse({ code: 'register-not-found' });
  if (!loaded.register.isOwn) return refuse({ code: 'register-shipped' });
  const known = new Set((await loadRegisters(tx, agencyId)).map(({ register }) => register.declaration.key));
  const parsed = readDeclaration(given, (one) => known.has(one));
  if (!parsed.ok) return refuse({ code: 'declaration-faulty', faults: parsed.faults });
  const version = loaded.register.declaration.version + 1;
  const declaration: RegisterDeclaration = { ...parsed.declaration, key, version, group: 'own' };
  const place = { agencyId, register: loaded.whole };
  const effects = await survey(tx, place, declaration);
  const isClaimed = claimsChange(loaded.whole.declaration, declaration);
  const { layout, scope } = loaded.whole;
  const collisions = isClaimed
    ? await findCollisions(tx, person, place, compileRegister(declaration, { isOwn: true, layout, scope }))
    : [];
  return accept({ loaded, place, declaration, effects, isClaimed, faults: [...faultsOf(effects), ...collisions] });
}

export type Preview = { readonly effects: DeclarationEffects; readonly faults: readonly DeclarationFault[] };

/** What a changed declaration would do to the records; nothing is changed. */
export function previewDeclaration(
  { database }: Context,
  person: Person,
  key: string,
  given: unknown,
): Promise<Outcome<Preview, RegisterRefusal>> {
  return database.transaction(async (tx) => {
    const change = await read(tx, person, key, given);
    if (!change.ok) return change;
    const { effects, faults } = change.value;
    return accept({ effects, faults });
  });
}

/** Slots of a changed field are made anew even where its kind stays: options may have other places. */
function layOutAgain({ loaded, declaration }: Change) {
  const kept = Object.fromEntries(
    Object.entries(loaded.whole.layout).filter(([name]) => Object.hasOwn(declaration.fields, name)),
  );
  return layOut(declaration, kept);
}

async function save(tx: Transaction, context: Context, person: Person, change: Change): Promise<void> {
  const { place, declaration, loaded } = change;
  const { agencyId } = person;
  const { key, version } = declaration;
  const calendar = await loadWorkingCalendar(tx, agencyId);
  const layout = layOutAgain(change);
  const register = compileRegister(declaration, { isOwn: true, layout, scope: loaded.whole.scope });
  const reshaped = reshapedFields(place.register.declaration, declaration);
  const isLarge = (await findNextValues(tx, place, '', INLINE_RECORDS + 1)).length > INLINE_RECORDS;
  const at = { at: context.clock.now(), by: person.userId };
  const row = { registerKey: key, version, declaration, layout, builtWith: builtWith(declaration, calendar) };
  await updateRegister(tx, agencyId, { ...row, rebuilt: isLarge && reshaped.length === 0 ? 0 : null }, at);
  await insertVersion(tx, agencyId, declaration, at);
  if (change.isClaimed) await takeClaims(tx, place);
  if (!isLarge || reshaped.length > 0) await rebuildAll(tx, { agencyId, register }, { calendar, reshaped });
  await appendAudit(tx, actorOf(person), at.at, [
    {
      action: 'register.redeclare',
      subjectKind: 'register',
      subjectId: key,
      after: { version, name: declaration.name.vi },
    },
  ]);
}

/** Changes the declaration of an office's own register. No value is lost: what would lose one is refused. */
export function redeclareOwn(
  context: Context,
  person: Person,
  key: string,
  given: { readonly version: number; readonly declaration: unknown },
): Promise<Outcome<{ version: number }, RegisterRefusal>> {
  return commitOrRefuse<{ version: number }, RegisterRefusal>(context.database, async (tx) => {
    const row = await lockRegisterRow(tx, person.agencyId, key);
    if (row?.declaration && row.version !== given.version)
      return refuse({ code: 'declaration-changed', version: row.version });
    if (row && row.rebuilt !== null) return refuse({ code: 'register-rebuilding' });
    const change = await read(tx, person, key, given.declaration);
    if (!change.ok) return change;
    const { faults } = change.value;
    if (faults.length > 0) return refuse({ code: 'declaration-faulty', faults });
    await save(tx, context, person, change.value);
    return accept({ version: change.value.declaration.version });
  });
}
