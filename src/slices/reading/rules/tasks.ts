import { type Assignment, readAssignment, readLeadCell, unitFields } from './assignments.ts';
import { itemsOf } from './clauses.ts';
import { readDeadlineCell } from './deadline-fields.ts';
import type { Excerpt } from './excerpt.ts';
import { fieldAt, NOT_STATED, SURE, textField } from './fields.ts';
import type { ReadingContext } from './known-units.ts';
import type { Count, Field, Target, TaskReading } from './plan-reading.ts';
import { type RowCells, splitTypedOrdinal } from './table-rows.ts';
import { targetsIn, targetsInColumn } from './targets.ts';

/** One row of a task table as a task; null for a row without a title. */
export function readTask(cells: RowCells, area: Count, context: ReadingContext): TaskReading | null {
  const own = cells.excerpt('task');
  const title = own && /\p{L}/u.test(own.text) ? own : cells.excerpt('group');
  if (!title || !/\p{L}/u.test(title.text)) return null;
  const products = readProducts(cells);
  const typed = splitTypedOrdinal(title);
  return {
    area,
    ordinal: readOrdinal(cells, typed.ordinal, title),
    title: textField(typed.rest, SURE.byHeader),
    products,
    ...readUnits(cells, context),
    ...readDeadlineCell(cells.excerpt('deadline'), context),
    targets: readTargets(cells),
  };
}

function readProducts(cells: RowCells): Field<string>[] {
  const product = cells.excerpt('product');
  return product ? itemsOf(product).map((item) => textField(item, SURE.byHeader)) : [];
}

export function readUnits(cells: RowCells, context: ReadingContext): Assignment {
  const lead = readLeadCell(cells.excerpt('lead'), context.units);
  const assignment = lead.leads.length > 0 ? lead : readAssignment(cells.excerpt('assignment'), context.units);
  const coordinators = unitFields(cells.excerpt('coordinator'));
  return { leads: assignment.leads, coordinators: [...assignment.coordinators, ...coordinators] };
}

/** Targets of the title and the products; one that a product only repeats from the title counts once. */
function readTargets(cells: RowCells): Field<Target>[] {
  const title = cells.excerpt('task');
  const inTitle = title ? targetsIn(title) : [];
  const of = (role: 'product' | 'target', read: (item: Excerpt) => Field<Target>[]): Field<Target>[] => {
    const excerpt = cells.excerpt(role);
    return excerpt ? itemsOf(excerpt).flatMap(read) : [];
  };
  const others = [...of('product', targetsIn), ...of('target', targetsInColumn)];
  return [...inTitle, ...others.filter((target) => !inTitle.some((known) => isSameTarget(known.value, target.value)))];
}

function isSameTarget(a: Target, b: Target): boolean {
  return a.op === b.op && a.value === b.value && a.to === b.to && a.unit === b.unit;
}

/** The number in its own column, else the one typed before the title. */
function readOrdinal(cells: RowCells, typed: string | null, title: Excerpt): Field<string | null> {
  const ordinal = cells.excerpt('ordinal');
  const stated = ordinal?.text.trim().replace(/[.)]+$/, '') ?? '';
  if (ordinal && stated !== '') return fieldAt(stated, ordinal, SURE.byHeader);
  return typed === null ? NOT_STATED : fieldAt(typed, title, SURE.byHeader);
}
