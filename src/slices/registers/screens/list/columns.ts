import { type Field, type RegisterDeclaration, timings } from '../../index.ts';
import { headingOf, isFigure } from '../values/value-text.ts';

/** A column of a list; what is no field of the declaration is told by its own key. */
export type ListColumn = {
  readonly key: string;
  readonly title: string;
  readonly field: Field | null;
  readonly isEnd: boolean;
  readonly isRowHeader: boolean;
  readonly isWide: boolean;
  readonly isSortable: boolean;
};

/** Columns that every register has: the step, the due day, the day of entry. A field of the same name goes before. */
export const STEP_COLUMN = '_step';
export const DUE_COLUMN = 'due-day';
export const CREATED_COLUMN = 'created-day';
export type OwnTexts = { readonly step: string; readonly due: string; readonly created: string };

const MOST_AT_FIRST = 6;
const LONG = new Set<Field['kind']>(['long-text', 'document']);
/** Kinds that have no order of their own, or none that a list could keep. */
const UNSORTED = new Set<Field['kind']>(['long-text', 'files', 'unit', 'person', 'link']);

function columnOf(name: string, field: Field, declaration: RegisterDeclaration, language: 'vi' | 'en'): ListColumn {
  return {
    key: name,
    title: headingOf(field, language),
    field,
    isEnd: isFigure(field),
    isRowHeader: name === declaration.title,
    isWide: name === declaration.title || field.kind === 'text' || LONG.has(field.kind),
    isSortable:
      name === declaration.owner || (!UNSORTED.has(field.kind) && !('isMultiple' in field && field.isMultiple)),
  };
}

const ownColumn = (key: string, title: string, isSortable: boolean): ListColumn => ({
  key,
  title,
  field: null,
  isEnd: false,
  isRowHeader: false,
  isWide: false,
  isSortable,
});

/** Every column that a list can show, the title first. */
export function columnsOf(declaration: RegisterDeclaration, language: 'vi' | 'en', own: OwnTexts): ListColumn[] {
  const fields = Object.entries(declaration.fields).map(([name, field]) =>
    columnOf(name, field, declaration, language),
  );
  return [
    ...fields.filter(({ isRowHeader }) => isRowHeader),
    ...fields.filter(({ isRowHeader }) => !isRowHeader),
    ...(declaration.steps ? [ownColumn(STEP_COLUMN, own.step, false)] : []),
    ...(declaration.due ? [ownColumn(DUE_COLUMN, own.due, true)] : []),
    ownColumn(CREATED_COLUMN, own.created, true),
  ];
}

/** Columns shown before anybody chooses: those the declaration names, else the first short ones; step and due day always. */
export function firstColumns(declaration: RegisterDeclaration, columns: readonly ListColumn[]): string[] {
  const named = columns.filter(({ field }) => field?.isColumn).map(({ key }) => key);
  const short = columns
    .filter(({ field }) => field && !LONG.has(field.kind) && field.kind !== 'files')
    .slice(0, MOST_AT_FIRST)
    .map(({ key }) => key);
  return [
    ...new Set([
      declaration.title,
      ...(named.length ? named : short),
      ...columns.filter(({ key }) => key === STEP_COLUMN || key === DUE_COLUMN).map(({ key }) => key),
    ]),
  ];
}

/** Columns that are shown, in the order of the register; the title is never hidden. */
export function shownColumns(
  declaration: RegisterDeclaration,
  columns: readonly ListColumn[],
  chosen: string | undefined,
): ListColumn[] {
  const keys = chosen ? chosen.split(',') : firstColumns(declaration, columns);
  const shown = columns.filter(({ key, isRowHeader }) => isRowHeader || keys.includes(key));
  return shown.length ? shown : [...columns];
}

/** Timings that a register with a due rule can have at all. */
export function timingsOf(declaration: RegisterDeclaration): readonly (typeof timings)[number][] {
  return declaration.due ? timings : [];
}
