import { vi } from 'chrono-node';
import { addBusinessDays, formatISO } from 'date-fns';
import { type CivilDate, civilDate, fromDayNumber, toDayNumber } from '../src/kernel/civil-date.ts';
import {
  addWorkingDays,
  makeCalendar,
  SHIPPED_CALENDAR,
  SHIPPED_PLAN,
  shiftWorkingDays,
} from '../src/slices/calendar/index.ts';
import { type Deadline, occurrencesOf, readDeadlines } from '../src/slices/deadlines/index.ts';
import { DateTime, moment } from './time-peers.ts';
import { phrasesOfTests } from './time-phrases.ts';

/** Calls a second: repeats until half a second is filled, after a warm-up; the best of three rounds. */
function rate(callsAtOnce: number, run: () => void): number {
  run();
  let best = 0;
  for (let round = 0; round < 3; round += 1) {
    const start = performance.now();
    let calls = 0;
    while (performance.now() - start < 500) {
      run();
      calls += callsAtOnce;
    }
    best = Math.max(best, (calls / (performance.now() - start)) * 1000);
  }
  return best;
}

const count = (value: number): string => Math.round(value).toLocaleString('en').padStart(12);

function row(name: string, perSecond: number, ours: number): void {
  const ratio = perSecond === ours ? '' : `  we are × ${(ours / perSecond).toFixed(1)}`;
  console.log(`  ${name.padEnd(44)}${count(perSecond)}/s${ratio}`);
}

/** Days from which the peers count: every third day of 2024 and 2025, at nine. */
const starts: readonly CivilDate[] = Array.from({ length: 120 }, (_, index) =>
  fromDayNumber(toDayNumber(civilDate('2024-01-02')) + index * 3),
);
const holidays = SHIPPED_PLAN.exceptions.filter(({ kind }) => kind === 'off').map(({ day }) => day as string);

function setUpPeers(): void {
  const hours = ['07:00:00', '17:00:00'];
  const workinghours = { 0: null, 1: hours, 2: hours, 3: hours, 4: hours, 5: hours, 6: null };
  moment.updateLocale('en', { workinghours, holidays });
}

function withHolidays(day: CivilDate) {
  const start = DateTime.fromISO(day);
  const known = new Set(holidays);
  start.setupBusiness({ holidayMatchers: [(instance) => known.has(instance.toISODate())] });
  return start;
}

/** A peer's way to a day: what it needs beforehand is made before the clock runs. */
function peersFor(days: number): readonly (readonly [name: string, add: (index: number) => string])[] {
  const luxonStarts = starts.map(withHolidays);
  const dates = starts.map((day) => new Date(`${day}T09:00`));
  return [
    ['luxon-business-days', (index) => luxonStarts[index]?.plusBusiness({ days }).toISODate() ?? ''],
    [
      'moment-business-time',
      (index) => moment(`${starts[index]}T09:00:00`).addWorkingTime(days, 'days').format('YYYY-MM-DD'),
    ],
    [
      'date-fns addBusinessDays (knows no holidays)',
      (index) => formatISO(addBusinessDays(dates[index] ?? 0, days), { representation: 'date' }),
    ],
  ];
}

function benchAddingDays(days: number): void {
  console.log(`\nAdding ${days} working days, holidays of 2021–2027 (${starts.length} starts)`);
  const add = (day: CivilDate): string => {
    const due = addWorkingDays(SHIPPED_CALENDAR, day, days);
    return due.ok ? due.value : '';
  };
  const ours = rate(starts.length, () => {
    for (const day of starts) add(day);
  });
  row('caicach, day in and day out', ours, ours);
  for (const [name, addWithPeer] of peersFor(days)) {
    const perSecond = rate(starts.length, () => {
      for (let index = 0; index < starts.length; index += 1) addWithPeer(index);
    });
    const agreed = starts.filter((day, index) => addWithPeer(index) === add(day)).length;
    row(name, perSecond, ours);
    console.log(`    the same day in ${agreed} of ${starts.length} cases`);
  }
  const numbers = starts.map(toDayNumber);
  const onNumbers = rate(numbers.length, () => {
    for (const day of numbers) shiftWorkingDays(SHIPPED_CALENDAR, day, days);
  });
  row('caicach, on day numbers (inner loops)', onNumbers, onNumbers);
}

/** 5,000 days need a longer calendar than is shipped: the same exceptions, weeks until 2060. */
function benchLength(): void {
  const calendar = makeCalendar({ ...SHIPPED_PLAN, lastYear: 2060 });
  const cost = (days: number): number =>
    1e9 /
    rate(starts.length * 20, () => {
      for (let time = 0; time < 20; time += 1) for (const day of starts) addWorkingDays(calendar, day, days);
    });
  const [short, long] = [cost(5), cost(5_000)];
  console.log('\nCost of length');
  console.log(
    `  5 days: ${short.toFixed(0)} ns, 5,000 days: ${long.toFixed(0)} ns, ratio ${(long / short).toFixed(2)} (goal ≤ 1.2)`,
  );
}

function benchReading(): void {
  const phrases = phrasesOfTests();
  console.log(`\nReading the ${phrases.length} phrases of the tests`);
  const reference = new Date(2024, 0, 15);
  const ours = rate(phrases.length, () => {
    for (const phrase of phrases) readDeadlines(phrase, { year: 2024 });
  });
  const chrono = rate(phrases.length, () => {
    for (const phrase of phrases) vi.parse(phrase, reference);
  });
  row('caicach (goal 20,000)', ours, ours);
  row('chrono-node vi', chrono, ours);
}

function benchYear(): void {
  const phrases = [
    'Ngày 25 hằng tháng',
    'Trước ngày 12 hằng quý',
    'Trong ngày 14 của tháng cuối kỳ báo cáo',
    'Trước ngày 10/11 hằng năm',
    'Thứ Sáu hằng tuần',
  ];
  const kinds = phrases.flatMap((phrase) => readDeadlines(phrase, { year: 2024 }).map(({ deadline }) => deadline));
  const duties: Deadline[] = Array.from(
    { length: 1_000 },
    (_, index) => kinds[index % kinds.length] ?? { kind: 'continuous' },
  );
  let days = 0;
  const perSecond = rate(1, () => {
    days = 0;
    for (const duty of duties) {
      days += occurrencesOf(duty, 2024, { calendar: SHIPPED_CALENDAR, dayOffRule: 'next' }).length;
    }
  });
  console.log('\nA year of 1,000 recurring duties, a fifth of them weekly');
  console.log(`  ${days.toLocaleString('en')} due days in ${(1000 / perSecond).toFixed(1)} ms (goal < 50 ms)`);
}

export async function benchTime(): Promise<void> {
  setUpPeers();
  benchAddingDays(5);
  benchAddingDays(60);
  benchLength();
  benchReading();
  benchYear();
}
