import type { CivilDate } from '../../../kernel/civil-date.ts';
import { clockKey, type Register } from './compile.ts';
import type { RegisterDeclaration, RegisterMeasure } from './declaration.ts';
import type { Filter } from './filter.ts';
import type { MeasureDefinition, MeasureKey } from './measure.ts';

const PREFIX = 'register:';

/** "register:legal-drafts.complete" */
export const measureKeyOf = (register: string, name: string): MeasureKey => `${PREFIX}${register}.${name}`;

/** The register and the measure that a key means; null for a key of another source. */
export function parseMeasureKey(key: string): { register: string; name: string } | null {
  const [register, name, ...rest] = key.startsWith(PREFIX) ? key.slice(PREFIX.length).split('.') : [];
  return register && name && rest.length === 0 ? { register, name } : null;
}

export function definitionOf({ key }: RegisterDeclaration, name: string, measure: RegisterMeasure): MeasureDefinition {
  const { label, kind, unit, target = null, leaves = [], place } = measure;
  const text = typeof unit === 'object' ? unit.vi : (unit ?? (kind === 'share' ? '%' : null));
  return {
    key: measureKeyOf(key, name),
    label,
    kind,
    unit: text,
    target,
    leaves,
    ...(place === undefined ? {} : { place }),
  };
}

export const definitionsOf = (declaration: RegisterDeclaration): MeasureDefinition[] =>
  Object.entries(declaration.measures ?? {}).map(([name, measure]) => definitionOf(declaration, name, measure));

/** Which records a number is of. */
export type Behind = {
  readonly firstDay: CivilDate;
  readonly lastDay: CivilDate;
  readonly unitId: string | null;
};

/** The filter of the records behind a measure: below the line of a share, those that count of any other. */
export function filterBehind(
  { declaration }: Register,
  measure: RegisterMeasure,
  { firstDay, lastDay, unitId }: Behind,
): Filter {
  const { periodBy, clock, where, among, byUnit, of, kind } = measure;
  const day = periodBy === 'due-day' && clock !== undefined ? clockKey(clock) : periodBy;
  const counts = kind === 'share' || where === undefined ? [] : [where];
  const hasValue =
    of !== undefined && ['average', 'latest', 'sum'].includes(kind) ? [{ field: of, isEmpty: false }] : [];
  return {
    all: [
      { field: day, from: firstDay, to: lastDay },
      ...(unitId === null ? [] : [{ field: byUnit ?? declaration.owner, is: [unitId] }]),
      ...(among === undefined ? [] : [among]),
      ...counts,
      ...hasValue,
    ],
  };
}

/** Address of the list of the records behind a number. */
export function addressBehind(register: Register, measure: RegisterMeasure, behind: Behind): string {
  const where = encodeURIComponent(JSON.stringify(filterBehind(register, measure, behind)));
  return `/registers/${register.declaration.key}?where=${where}`;
}
