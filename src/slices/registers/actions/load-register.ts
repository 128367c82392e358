import { createHash } from 'node:crypto';
import type { AgencyId } from '../../../kernel/ids.ts';
import type { Db, Transaction } from '../../../server/database.ts';
import type { WorkingCalendar } from '../../calendar/index.ts';
import { compileRegister, type Layout, layOut, type Register } from '../rules/compile.ts';
import type { RegisterDeclaration } from '../rules/declaration.ts';
import { calendarText, followsCalendar } from '../rules/follows-calendar.ts';
import { shippedRegisters } from '../shipped/index.ts';
import {
  type Change,
  findRegisterRow,
  findRegisterRows,
  holdRegisterRow,
  insertRegister,
  type RegisterRow,
} from '../store/registers.ts';

const SCOPE_LENGTH = 6;

const hashText = (text: string): string => createHash('sha256').update(text).digest('base64url');

/** Short prefix by which the words of a register are told apart in the index. */
export const scopeOf = (agencyId: AgencyId, key: string): string =>
  hashText(`${agencyId}/${key}`)
    .replace(/[^a-zA-Z0-9]/g, '')
    .toLowerCase()
    .slice(0, SCOPE_LENGTH);

const UNTOUCHED = '-';

/**
 * What records are derived with, as two hashes: of the declaration, and of the calendar where they follow it. Another one
 * means that they are to be derived anew.
 */
export function builtWith(declaration: RegisterDeclaration, calendar: WorkingCalendar): string {
  const { computed } = compileRegister(declaration, { isOwn: true, layout: {}, scope: '' });
  const days = followsCalendar({ declaration, computed }) ? hashText(calendarText(calendar)) : UNTOUCHED;
  return `${hashText(JSON.stringify(declaration))}.${days}`;
}

/** How far what records were derived with is from what they are to be derived with. */
export function staleness(
  { declaration, built }: { readonly declaration: RegisterDeclaration; readonly built: string },
  calendar: WorkingCalendar,
): 'none' | 'days' | 'whole' {
  const wanted = builtWith(declaration, calendar);
  // Before November 2026 one hash stood for both, over the calendar with its reasons.
  if (built === wanted || built === hashText(JSON.stringify([declaration, calendar.plan]))) return 'none';
  return built.split('.')[0] === wanted.split('.')[0] ? 'days' : 'whole';
}

/** Compiling is pure: a declaration that is shipped is compiled once for each layout and agency. */
const compiled = new WeakMap<RegisterDeclaration, Map<string, Register>>();

function compileShipped(declaration: RegisterDeclaration, scope: string, layout: Layout): Register {
  const known = compiled.get(declaration) ?? new Map<string, Register>();
  compiled.set(declaration, known);
  const key = scope + JSON.stringify(layout);
  const register = known.get(key) ?? compileRegister(declaration, { isOwn: false, layout, scope });
  known.set(key, register);
  return register;
}

/** A register with what is being done to it. */
export type LoadedRegister = {
  readonly register: Register;
  readonly isStored: boolean;
  /** With the slots that records are written to; `register` does without them while they are not whole. */
  readonly whole: Register;
  /** Records derived anew so far; null while nothing is being rebuilt. */
  readonly rebuilt: number | null;
};

const shippedOf = (key: string): RegisterDeclaration | undefined => shippedRegisters.find((one) => one.key === key);

function registerOf(agencyId: AgencyId, declaration: RegisterDeclaration, row: RegisterRow | null): LoadedRegister {
  const scope = row?.scope ?? scopeOf(agencyId, declaration.key);
  // Slots are not whole while records are being derived anew: lists do without them until then.
  const layout = row?.layout ?? layOut(declaration);
  const compile = (slots: Layout): Register =>
    row?.declaration
      ? compileRegister(declaration, { isOwn: true, layout: slots, scope })
      : compileShipped(declaration, scope, slots);
  const whole = compile(layout);
  const rebuilt = row?.rebuilt ?? null;
  return { register: rebuilt === null ? whole : compile({}), whole, isStored: row !== null, rebuilt };
}

/** As `loadRegister`, for a transaction that writes records: the declaration stays as it is until it ends. */
export async function holdRegister(tx: Transaction, agencyId: AgencyId, key: string): Promise<LoadedRegister | null> {
  const row = await holdRegisterRow(tx, agencyId, key);
  const declaration = row?.declaration ?? shippedOf(key);
  return declaration ? registerOf(agencyId, declaration, row) : null;
}

/** A register of the agency, shipped or its own; null where there is none of this key. */
export async function loadRegister(db: Db, agencyId: AgencyId, key: string): Promise<LoadedRegister | null> {
  const row = await findRegisterRow(db, agencyId, key);
  const declaration = row?.declaration ?? shippedOf(key);
  return declaration ? registerOf(agencyId, declaration, row) : null;
}

const nameOf = ({ register }: LoadedRegister): string => register.declaration.name.vi;

/** Every register of the agency: the shipped ones in their order, then its own by name. */
export async function loadRegisters(db: Db, agencyId: AgencyId): Promise<LoadedRegister[]> {
  const rows = new Map((await findRegisterRows(db, agencyId)).map((row) => [row.registerKey, row]));
  const shipped = shippedRegisters.map((one) => registerOf(agencyId, one, rows.get(one.key) ?? null));
  const own = [...rows.values()].flatMap((row) =>
    row.declaration ? [registerOf(agencyId, row.declaration, row)] : [],
  );
  return [...shipped, ...own.sort((a, b) => (nameOf(a) < nameOf(b) ? -1 : 1))];
}

/** Takes a shipped register into use with its first record. */
export async function ensureRegister(
  tx: Transaction,
  agencyId: AgencyId,
  { register, isStored }: LoadedRegister,
  given: { readonly calendar: WorkingCalendar; readonly change: Change },
): Promise<void> {
  if (isStored) return;
  const { declaration, layout, scope } = register;
  const { key, version } = declaration;
  const row = {
    registerKey: key,
    version,
    declaration: null,
    layout,
    scope,
    builtWith: builtWith(declaration, given.calendar),
  };
  await insertRegister(tx, agencyId, row, given.change);
}
