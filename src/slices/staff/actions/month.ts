import { type CivilDate, civilDate, daysInMonth } from '../../../kernel/civil-date.ts';
import { Decimal } from '../../../kernel/decimal.ts';
import type { RecordId } from '../../../kernel/ids.ts';
import { accept, type Outcome } from '../../../kernel/outcome.ts';
import type { Context } from '../../../server/context.ts';
import type { Person } from '../../../server/http.ts';
import { changeByRule, findWholeList, type SeenRecord } from '../../registers/server.ts';
import { type Grade, grades } from '../rules/grades.ts';
import { type GradeProposal, type MonthFigures, proposeGrade } from '../rules/propose-grade.ts';
import type { StaffRefusal } from './refusals.ts';

const REGISTER = 'staff-months';

/** One person's month: what was entered, what the rule proposes now, what the head decided. */
export type MonthLine = {
  readonly recordId: RecordId;
  readonly version: number;
  readonly code: string;
  readonly unitId: string | null;
  /** null: figures are missing, so nothing is proposed. */
  readonly proposal: GradeProposal | null;
  /** As it was last written into the register; null: never. */
  readonly written: Grade | null;
  readonly writtenTrace: string | null;
  readonly decided: Grade | null;
  /** The head went above what late dossiers allow. */
  readonly isAboveCeiling: boolean;
};

const textAt = ({ values }: SeenRecord, name: string): string | null => {
  const value = values[name];
  return typeof value === 'string' ? value : null;
};

export function gradeAt(record: SeenRecord, name: string): Grade | null {
  const value = textAt(record, name);
  return grades.find((grade) => grade === value) ?? null;
}

const numberAt = (record: SeenRecord, name: string): Decimal | null => {
  const value = textAt(record, name);
  return value === null ? null : new Decimal(value);
};

const countAt = (record: SeenRecord, name: string): number => numberAt(record, name)?.toNumber() ?? 0;

/** The figures of a record; null where points cannot be reckoned yet. */
export function figuresOf(record: SeenRecord): MonthFigures | null {
  const common = numberAt(record, 'common');
  const [quantity, quality, progress] = ['quantity', 'quality', 'progress'].map((name) => numberAt(record, name));
  if (!common || !quantity || !quality || !progress) return null;
  const [handled, late, excused] = ['handled', 'late', 'excused'].map((name) => countAt(record, name));
  return { common, quantity, quality, progress, handled: handled ?? 0, late: late ?? 0, excused: excused ?? 0 };
}

function lineOf(record: SeenRecord): MonthLine {
  const figures = figuresOf(record);
  const proposal = figures && proposeGrade(figures);
  const decided = gradeAt(record, 'decided');
  const ceiling = proposal?.ceiling ?? null;
  return {
    recordId: record.recordId,
    version: record.version,
    code: textAt(record, 'code') ?? '',
    unitId: record.unitId,
    proposal,
    written: gradeAt(record, 'proposed'),
    writtenTrace: textAt(record, 'trace'),
    decided,
    isAboveCeiling: decided !== null && ceiling !== null && grades.indexOf(decided) < grades.indexOf(ceiling),
  };
}

const traceOf = ({ trace }: GradeProposal): string => trace.map(({ vi }) => vi).join('\n');

function spanOf(month: string): { from: CivilDate; to: CivilDate } {
  const days = daysInMonth(Number(month.slice(0, 4)), Number(month.slice(5, 7)));
  return { from: civilDate(`${month}-01`), to: civilDate(`${month}-${days}`) };
}

/** Everybody's month within the person's reach, proposals reckoned now. @param month YYYY-MM */
export async function findMonth(
  context: Context,
  person: Person,
  month: string,
): Promise<Outcome<MonthLine[], StaffRefusal>> {
  const records = await findWholeList(context, person, REGISTER, { field: 'month', ...spanOf(month) });
  return records.ok ? accept(records.value.map(lineOf)) : records;
}

/** Writes the proposals of a month into the register, each with its arithmetic; decisions stay untouched. */
export async function proposeMonth(
  context: Context,
  person: Person,
  month: string,
): Promise<Outcome<{ changed: number }, StaffRefusal>> {
  const lines = await findMonth(context, person, month);
  if (!lines.ok) return lines;
  const forms = lines.value.flatMap(({ recordId, version, proposal, written, writtenTrace }) => {
    if (!proposal || (proposal.grade === written && traceOf(proposal) === writtenTrace)) return [];
    return [{ recordId, version, values: { proposed: proposal.grade, trace: traceOf(proposal) } }];
  });
  return changeByRule(context, person, REGISTER, forms);
}
