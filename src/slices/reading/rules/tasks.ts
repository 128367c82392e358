import { type Assignment, readAssignment, readLeadCell, unitFields } from './assignments.ts';
import { itemsOf } from './clauses.ts';
import { type DeadlineContext, readDeadlineCell } from './deadline-fields.ts';
import { fieldAt, NOT_STATED, optionalTextField, SURE, textField } from './fields.ts';
import type { Count, Field, Target, TaskReading } from './plan-reading.ts';
import type { RowCells } from './table-rows.ts';
import { targetsIn } from './targets.ts';

/** One row of a task table as a task; null for a row without a title. */
export function readTask(cells: RowCells, area: Count, context: DeadlineContext): TaskReading | null {
  const own = cells.excerpt('task');
  const title = own && /\p{L}/u.test(own.text) ? own : cells.excerpt('group');
  if (!title || !/\p{L}/u.test(title.text)) return null;
  const products = readProducts(cells);
  const ordinal = cells.excerpt('ordinal');
  return {
    area,
    ordinal:
      ordinal && ordinal.text.trim() !== ''
        ? fieldAt(ordinal.text.trim().replace(/[.)]+$/, ''), ordinal, SURE.byHeader)
        : NOT_STATED,
    title: textField(title, SURE.byHeader),
    products,
    ...readUnits(cells),
    ...readDeadlineCell(cells.excerpt('deadline'), context),
    targets: readTargets(cells),
  };
}

function readProducts(cells: RowCells): Field<string>[] {
  const product = cells.excerpt('product');
  return product ? itemsOf(product).map((item) => textField(item, SURE.byHeader)) : [];
}

export function readUnits(cells: RowCells): Assignment {
  const lead = readLeadCell(cells.excerpt('lead'));
  const assignment = lead.leads.length > 0 ? lead : readAssignment(cells.excerpt('assignment'));
  const coordinators = unitFields(cells.excerpt('coordinator'));
  return { leads: assignment.leads, coordinators: [...assignment.coordinators, ...coordinators] };
}

/** Targets of the title and the products; one that a product only repeats from the title counts once. */
function readTargets(cells: RowCells): Field<Target>[] {
  const title = cells.excerpt('task');
  const inTitle = title ? targetsIn(title) : [];
  const others = [cells.excerpt('product'), cells.excerpt('target')].flatMap((excerpt) =>
    excerpt ? itemsOf(excerpt).flatMap(targetsIn) : [],
  );
  return [...inTitle, ...others.filter((target) => !inTitle.some((known) => isSameTarget(known.value, target.value)))];
}

function isSameTarget(a: Target, b: Target): boolean {
  return a.op === b.op && a.value === b.value && a.to === b.to && a.unit === b.unit;
}

export function optionalOrdinal(cells: RowCells): Field<string | null> {
  return optionalTextField(cells.excerpt('ordinal'), SURE.byHeader);
}
