import { addDays, type CivilDate, civilDate, daysBetween } from '../kernel/civil-date.ts';
import type { Instant } from '../kernel/clock.ts';
import type { UnitId } from '../kernel/ids.ts';
import {
  type BoardCell,
  type Content,
  EMPTY_CONTENT,
  type ReportForm,
  type StoodCell,
  shippedDuties,
} from '../slices/reports/index.ts';
import { type SeedSubmission, type SeedWork, seedDuties, seedReportWork } from '../slices/reports/server.ts';
import type { Context } from './context.ts';
import type { Person } from './http.ts';

const OFFICE: UnitId = 'unit_vanphong';
const YEAR = 2026;
const FIRST_DAY = civilDate('2026-01-01');
/** Days after the units' cut-off on which the office of the sample has closed a period. */
const CLOSED_AFTER_DAYS = 45;

/** A number that is always the same for the same words, 0 … most − 1. */
function pick(words: string, most: number): number {
  let value = 2166136261;
  for (const letter of words) value = Math.imul(value ^ letter.charCodeAt(0), 16777619) >>> 0;
  return value % most;
}

function sampleNumbers({ numbers, sums }: ReportForm, unitId: string, month: number): Content['numbers'] {
  const typed = numbers.filter(({ compile }) => compile.how !== 'share').map(({ key }) => key);
  const base = 20 + pick(unitId, 90) + month;
  const found: Record<string, string> = Object.fromEntries(
    typed.map((key, at) => [key, String(at === 0 ? base + 4 : pick(unitId + key, 6))]),
  );
  for (const { total, parts } of sums) {
    // Most of it is done, in time, good; the rest is small.
    const main = parts.includes('tot') ? 'tot' : parts[0];
    for (const part of parts) found[part] = String(part === main ? base : pick(unitId + part + String(month), 3));
    found[total] = String(parts.reduce((sum, key) => sum + Number(found[key] ?? 0), 0));
  }
  return found;
}

function sampleContent({ period }: BoardCell, unitId: string): Content {
  const { form } = period.definition;
  const month = Number(period.lastDay.slice(5, 7));
  const texts = Object.fromEntries(
    form.sections.map(({ key, label }) => [
      key,
      `${label}: đơn vị đã làm các nội dung của ${period.name}; ${pick(unitId + period.key + key, 4) + 1} việc có kết quả, số liệu ở bảng trên.`,
    ]),
  );
  return { ...EMPTY_CONTENT, numbers: sampleNumbers(form, unitId, month), texts };
}

/** Days from the cut-off to the handing in: most in time, some late, some never. */
function daysFromCutOff(cell: BoardCell, unitId: string): number | null {
  const chance = pick(`${cell.period.dutyId}${cell.period.key}${unitId}`, 100);
  const { unitDueOn, cutOffs } = cell.period;
  // What the office sends on a day was handed in by then.
  const slack = cutOffs.department ? daysBetween(unitDueOn, cutOffs.department.dueOn) : 5;
  if (slack === 0) return -(chance % 4);
  if (chance < 4) return null;
  return chance < 12 ? 1 + (chance % Math.min(slack, 5)) : -(chance % 6);
}

type Handed = { cell: BoardCell; unitId: UnitId; on: CivilDate };

function sampleSubmission({ cell, unitId, on }: Handed): SeedSubmission {
  const { dutyId, key, year } = cell.period;
  const at = `${on}T02:30:00.000Z` as Instant;
  const handIn = {
    number: 1,
    handedInAt: at,
    handedInOn: on,
    handedInBy: 'user_sample',
    handedInName: 'Chuyên viên đơn vị',
    content: sampleContent(cell, unitId),
    returnedOn: null,
    returnedByName: null,
    returnReason: null,
    againBy: null,
  };
  const mark = { unitId, state: 'handed-in' as const, firstOn: on, lastOn: on, againBy: null, handIns: 1, returns: 0 };
  return { dutyId, key, year, unitId, mark, handIns: [handIn] };
}

/** One report of the sample came back: its figures did not fit its text. */
function asReturned(submission: SeedSubmission, today: CivilDate): SeedSubmission {
  const [handIn] = submission.handIns;
  if (!handIn) return submission;
  const back = {
    returnedOn: handIn.handedInOn,
    returnedByName: 'Chuyên viên CCHC',
    returnReason: 'Phần kết quả chưa nêu nguyên nhân của hồ sơ quá hạn.',
    againBy: addDays(today, 2),
  };
  const mark = { ...submission.mark, state: 'returned' as const, returns: 1, againBy: back.againBy };
  return { ...submission, mark, handIns: [{ ...handIn, ...back }] };
}

function submissionsOf({ cell }: StoodCell, today: CivilDate): SeedSubmission[] {
  return cell.unitIds.flatMap((unitId) => {
    const days = daysFromCutOff(cell, unitId);
    const on = days === null ? null : addDays(cell.period.unitDueOn, days);
    return on === null || on > today ? [] : [sampleSubmission({ cell, unitId, on })];
  });
}

const isOver = ({ cell }: StoodCell, today: CivilDate): boolean =>
  daysBetween(cell.period.unitDueOn, today) >= CLOSED_AFTER_DAYS;

/** Sent on the department's cut-off, the second quarter's procedure report two days late. */
function closingOf({ cell }: StoodCell, place: number): SeedWork['closings'][number] {
  const { dutyId, key, year, definition, unitDueOn, cutOffs } = cell.period;
  const dueOn = cutOffs.department?.dueOn ?? unitDueOn;
  const isLate = dutyId === 'duty_kiem-soat-tthc' && key.endsWith('Q2');
  const on = isLate ? addDays(dueOn, 2) : dueOn;
  const sent = definition.upward === null ? null : { number: `${100 + place}/BC-STNMT`, on };
  const texts = Object.fromEntries(
    definition.form.sections.map((section) => [section.key, `${section.label}: tổng hợp từ báo cáo của các đơn vị.`]),
  );
  return { dutyId, key, year, closedOn: on, sent, texts };
}

/** The year as the sample's units lived it until today. */
function workOf(cells: readonly StoodCell[], today: CivilDate): SeedWork {
  const submissions = cells.flatMap((one) => submissionsOf(one, today));
  const returned = submissions.findLastIndex(
    ({ unitId, dutyId }) => unitId === 'unit_vpdk' && dutyId === 'duty_danh-gia-thang',
  );
  return {
    submissions: submissions.map((one, at) => (at === returned ? asReturned(one, today) : one)),
    closings: cells.filter((one) => isOver(one, today)).map(closingOf),
  };
}

/** The report duties of the sample department and what was done about them this year. */
export async function seedSampleReports(context: Context, person: Person): Promise<void> {
  const today = context.clock.today();
  await seedDuties(context, person, { duties: shippedDuties(OFFICE), validFrom: FIRST_DAY });
  await seedReportWork(context, person, { year: YEAR, plan: (cells) => workOf(cells, today) });
}
