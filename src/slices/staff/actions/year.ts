import type { CivilDate } from '../../../kernel/civil-date.ts';
import type { RecordId } from '../../../kernel/ids.ts';
import { accept, type Outcome, refuse } from '../../../kernel/outcome.ts';
import type { Context } from '../../../server/context.ts';
import type { Person } from '../../../server/http.ts';
import { reachOf } from '../../identity/index.ts';
import type { OfficialDocument } from '../../registers/index.ts';
import { changeByRule, findWholeList, type SeenRecord } from '../../registers/server.ts';
import type { Grade } from '../rules/grades.ts';
import { pointsOf } from '../rules/propose-grade.ts';
import { checkQuota, exceptionalPercent, type QuotaCheck } from '../rules/quota.ts';
import { proposeYear, type RatedMonth, type YearProposal } from '../rules/year-grade.ts';
import { figuresOf, gradeAt } from './month.ts';
import type { StaffRefusal } from './refusals.ts';

const YEARS = 'staff-years';
const MONTHS = 'staff-months';
export const staffKinds = ['civil-servant', 'employee', 'worker'] as const;
export type StaffKind = (typeof staffKinds)[number];

/** One person's year: the grade in the register, and what his months propose. */
export type YearLine = {
  readonly recordId: RecordId;
  readonly version: number;
  readonly code: string;
  readonly unitId: string | null;
  readonly kind: StaffKind;
  readonly grade: Grade | null;
  readonly isApproved: boolean;
  /** null: no month of this person is in the register. */
  readonly proposal: YearProposal | null;
};

/** A person whose months are in the register, and whose year is not yet. */
export type UnlistedYear = Pick<YearLine, 'code' | 'unitId' | 'kind'> & { readonly proposal: YearProposal };

export type RatedYear = {
  readonly lines: readonly YearLine[];
  readonly unlisted: readonly UnlistedYear[];
  readonly quotas: readonly (QuotaCheck & { readonly kind: StaffKind; readonly ungraded: number })[];
};

const spanOf = (year: number): { from: string; to: string } => ({ from: `${year}-01-01`, to: `${year}-12-31` });
const textAt = ({ values }: SeenRecord, name: string): string => {
  const value = values[name];
  return typeof value === 'string' ? value : '';
};
const kindOf = (record: SeenRecord): StaffKind =>
  staffKinds.find((kind) => kind === textAt(record, 'kind')) ?? 'civil-servant';

/** The rated months of each person, by code. */
function monthsByCode(records: readonly SeenRecord[]): Map<string, RatedMonth[]> {
  const months = new Map<string, RatedMonth[]>();
  for (const record of records) {
    const figures = figuresOf(record);
    if (!figures) continue;
    const { handled, late, excused } = figures;
    const code = textAt(record, 'code');
    months.set(code, [...(months.get(code) ?? []), { points: pointsOf(figures), handled, late, excused }]);
  }
  return months;
}

/** People with months and no year, by code, under the unit and kind of their newest month. */
function unlistedIn(
  records: readonly SeenRecord[],
  months: ReadonlyMap<string, RatedMonth[]>,
  listed: ReadonlySet<string>,
) {
  const newest = new Map(
    records
      .toSorted((a, b) => textAt(a, 'month').localeCompare(textAt(b, 'month')))
      .map((one) => [textAt(one, 'code'), one]),
  );
  return [...newest]
    .filter(([code]) => !listed.has(code) && months.has(code))
    .sort(([a], [b]) => a.localeCompare(b))
    .map(
      ([code, record]): UnlistedYear => ({
        code,
        unitId: record.unitId,
        kind: kindOf(record),
        proposal: proposeYear(months.get(code) ?? []),
      }),
    );
}

function quotaOf(kind: StaffKind, lines: readonly YearLine[]) {
  const grades = lines.flatMap(({ grade }) => (grade === null ? [] : [grade]));
  return { kind, ...checkQuota(grades), ungraded: lines.length - grades.length };
}

/** Everybody's year within the person's reach, with the quota of each kind of staff. */
export async function findYear(
  context: Context,
  person: Person,
  year: number,
): Promise<Outcome<RatedYear, StaffRefusal>> {
  const graded = await findWholeList(context, person, YEARS, { field: 'yearDay', ...spanOf(year) });
  if (!graded.ok) return graded;
  const rated = await findWholeList(context, person, MONTHS, { field: 'month', ...spanOf(year) });
  if (!rated.ok) return rated;
  const months = monthsByCode(rated.value);
  const lines = graded.value.map((record): YearLine => {
    const code = textAt(record, 'code');
    const own = months.get(code);
    const { recordId, version, unitId } = record;
    const isApproved = textAt(record, 'gradedOn') !== '';
    const grade = gradeAt(record, 'grade');
    const proposal = own ? proposeYear(own) : null;
    return { recordId, version, code, unitId, kind: kindOf(record), grade, isApproved, proposal };
  });
  const quotas = staffKinds.flatMap((kind) => {
    const ofKind = lines.filter((line) => line.kind === kind);
    return ofKind.length === 0 ? [] : [quotaOf(kind, ofKind)];
  });
  const unlisted = unlistedIn(rated.value, months, new Set(lines.map(({ code }) => code)));
  return accept({ lines, quotas, unlisted });
}

export type ApprovalForm = {
  readonly year: number;
  readonly kind: StaffKind;
  readonly gradedOn: CivilDate;
  readonly decision: OfficialDocument;
  /** The authority granted the exceptional quota. */
  readonly isExceptional: boolean;
};

/** Records the decision on the yearly grades of one kind of staff; refused while somebody has none or the quota is broken. */
export async function approveYear(
  context: Context,
  person: Person,
  { year, kind, gradedOn, decision, isExceptional }: ApprovalForm,
): Promise<Outcome<{ changed: number }, StaffRefusal>> {
  if (reachOf(person.role, 'register.change') !== 'any') return refuse({ code: 'office-only' });
  const found = await findYear(context, person, year);
  if (!found.ok) return found;
  const lines = found.value.lines.filter((line) => line.kind === kind);
  if (lines.length === 0) return refuse({ code: 'nothing-to-approve' });
  const given = lines.flatMap(({ grade }) => (grade === null ? [] : [grade]));
  if (given.length < lines.length) return refuse({ code: 'not-all-graded', count: lines.length - given.length });
  const { over, excellent, allowed } = checkQuota(given, isExceptional ? exceptionalPercent : undefined);
  if (over > 0) return refuse({ code: 'quota-exceeded', excellent, allowed });
  const open = lines.filter(({ isApproved }) => !isApproved);
  const forms = open.map(({ recordId, version }) => ({ recordId, version, values: { gradedOn, decision } }));
  return changeByRule(context, person, YEARS, forms);
}
