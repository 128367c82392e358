import { Decimal } from '../../kernel/decimal.ts';
import { proposeGrade } from '../../slices/staff/index.ts';
import { department, monthEnd, paper, recordsOf, type SampleRecord, steady } from './sample-record.ts';

/** Units with the people in the chain of dossiers, and one late dossier in how many. */
const chain = [
  ['unit_vpdk', 14, 7],
  ['unit_dktk', 6, 40],
  ['unit_ccbvmt', 5, 60],
  ['unit_kstnn', 5, 45],
] as const;

const staff = chain.flatMap(([unit, people, oneIn], place) =>
  Array.from({ length: people }, (_, at) => ({
    code: `CB${place + 1}${String(at + 1).padStart(2, '0')}`,
    unit,
    oneIn,
  })),
);

/** A month of one person: figures as they might be, the proposal as the rule makes it, the head's decision beside it. */
function monthOf({ code, unit, oneIn }: (typeof staff)[number], month: number) {
  const words = `${code}/${month}`;
  const handled = 15 + steady(words, 30);
  const late = Math.min(handled, Math.floor((handled * (1 + steady(`${words}?`, 2))) / oneIn));
  const figures = {
    common: 26 + steady(words, 5),
    quantity: 90 + steady(`${words}a`, 11),
    quality: 85 + steady(`${words}b`, 16),
    progress: 80 + steady(`${words}c`, 21),
  };
  const proposal = proposeGrade({
    common: new Decimal(figures.common),
    quantity: new Decimal(figures.quantity),
    quality: new Decimal(figures.quality),
    progress: new Decimal(figures.progress),
    handled,
    late,
    excused: 0,
  });
  return {
    code,
    kind: unit === 'unit_vpdk' ? ('employee' as const) : ('civil-servant' as const),
    unit,
    month: monthEnd(2026, month),
    handled: String(handled),
    late: String(late),
    excused: '0',
    common: String(figures.common),
    quantity: String(figures.quantity),
    quality: String(figures.quality),
    progress: String(figures.progress),
    ownGrade: 'good' as const,
    proposed: proposal.grade,
    trace: proposal.trace.map(({ vi }) => vi).join('\n'),
    // One head went above the ceiling in one month: it shows in red, and leaf 5.3.2 loses its points.
    ...(words === 'CB108/10'
      ? { decided: 'good' as const, reason: 'Nhận thêm hồ sơ tồn của người nghỉ' }
      : { decided: proposal.grade }),
  };
}

const months = (): SampleRecord[] =>
  recordsOf(
    'staffMonths',
    staff.flatMap((person) => Array.from({ length: 10 }, (_, at) => monthOf(person, at + 1))),
  );

/** Grades of 2025 as a plan of the field printed their sums: 300 of 321 and 159 of 161 good or better. */
const graded = [
  ['civil-servant', 'excellent', 58],
  ['civil-servant', 'good', 242],
  ['civil-servant', 'done', 20],
  ['civil-servant', 'not-done', 1],
  ['employee', 'excellent', 31],
  ['employee', 'good', 128],
  ['employee', 'done', 2],
] as const;

function years(): SampleRecord[] {
  const units = [
    'unit_vanphong',
    'unit_khtc',
    'unit_qhgd',
    'unit_dktk',
    'unit_kstnn',
    'unit_ccbvmt',
    'unit_vpdk',
    'unit_ptqd',
  ] as const;
  const people = graded.flatMap(([kind, grade, count]) => Array.from({ length: count }, () => ({ kind, grade })));
  return recordsOf(
    'staffYears',
    people.map(({ kind, grade }, at) => ({
      code: `CB-${String(at + 1).padStart(3, '0')}`,
      kind,
      unit: units[at % units.length] ?? 'unit_vanphong',
      yearDay: '2025-12-31',
      monthsWorked: '12',
      grade,
      gradedOn: '2025-12-03',
      decision: paper('655/QĐ-STNMT', '2025-12-03', department),
    })),
  );
}

/** Monthly and yearly ratings, of codes and not of people. */
export const ratingsSample = (): SampleRecord[] => [...months(), ...years()];
