import type { MeasureDefinition, MeasureFigures } from '../../registers/index.ts';
import type { TaskOrigin } from './task.ts';

/** What is counted of the work that fell due in a span. */
export type Counts = {
  readonly due: number;
  readonly onTime: number;
  readonly late: number;
  readonly overdue: number;
  readonly done: number;
  readonly doneOnTime: number;
  readonly doneOnFirstDay: number;
  readonly returned: number;
  readonly extensions: number;
  readonly daysLate: number;
};

export const nothingCounted = {
  due: 0,
  onTime: 0,
  late: 0,
  overdue: 0,
  done: 0,
  doneOnTime: 0,
  doneOnFirstDay: 0,
  returned: 0,
  extensions: 0,
  daysLate: 0,
} as const satisfies Counts;

export function addCounts<Sum extends Counts>(before: Sum, more: Counts): Sum {
  const names = Object.keys(nothingCounted) as (keyof Counts)[];
  return Object.fromEntries(names.map((name) => [name, before[name] + more[name]])) as Sum;
}

export type TaskMeasure = Omit<MeasureDefinition, 'key'> & {
  /** Tasks of these origins only; all where it is left out. */
  readonly origins?: readonly TaskOrigin[];
  /** Further words of the list that shows the records behind the number. */
  readonly words?: Readonly<Record<string, string>>;
  readonly figures: (counts: Counts) => MeasureFigures;
};

const share = (numerator: number, denominator: number): MeasureFigures => ({
  numerator: String(numerator),
  denominator: String(denominator),
});

const plain = { unit: null, target: null, leaves: [] } as const;
const percent = { kind: 'share', unit: '%', target: { op: '>=', value: '100' } } as const;

/** Every number that tasks offer, by its key. */
export const taskMeasures: Readonly<Record<string, TaskMeasure>> = {
  'tasks.plan-on-time': {
    ...percent,
    label: { vi: 'Nhiệm vụ trong kế hoạch hoàn thành đúng hạn', en: 'Tasks of the plan done on time' },
    leaves: ['1.1.3'],
    origins: ['plan'],
    words: { origin: 'plan' },
    figures: ({ doneOnTime, due }) => share(doneOnTime, due),
  },
  // Leaf 1.5.1 takes its figures from the register of assigned tasks, where the province's own days stand.
  'tasks.province-on-time': {
    ...percent,
    label: { vi: 'Nhiệm vụ UBND tỉnh giao hoàn thành đúng hạn', en: 'Tasks given by the province done on time' },
    leaves: [],
    origins: ['province'],
    words: { origin: 'province' },
    figures: ({ doneOnTime, due }) => share(doneOnTime, due),
  },
  'tasks.on-time': {
    ...percent,
    label: { vi: 'Công việc hoàn thành đúng hạn', en: 'Tasks done on time' },
    leaves: [],
    figures: ({ doneOnTime, due }) => share(doneOnTime, due),
  },
  'tasks.on-first-day': {
    ...percent,
    target: null,
    label: {
      vi: 'Hoàn thành đúng hạn giao ban đầu, không tính gia hạn',
      en: 'Done by the day set first, extensions aside',
    },
    leaves: [],
    figures: ({ doneOnFirstDay, due }) => share(doneOnFirstDay, due),
  },
  'tasks.done': {
    ...plain,
    kind: 'count',
    label: { vi: 'Công việc đã hoàn thành', en: 'Tasks done' },
    words: { state: 'done' },
    figures: ({ done }) => ({ count: String(done) }),
  },
  'tasks.overdue': {
    ...plain,
    kind: 'count',
    label: { vi: 'Công việc đang trễ', en: 'Tasks overdue' },
    words: { due: 'late' },
    figures: ({ overdue }) => ({ count: String(overdue) }),
  },
  'tasks.lateness': {
    ...plain,
    kind: 'lateness',
    label: { vi: 'Công việc đến hạn, trễ và chưa xong', en: 'Tasks due, late and not done' },
    figures: ({ due, late, overdue }) => ({ expected: String(due), late: String(late), missing: String(overdue) }),
  },
  'tasks.returned': {
    ...plain,
    kind: 'count',
    label: { vi: 'Công việc phải làm lại', en: 'Tasks sent back' },
    figures: ({ returned }) => ({ count: String(returned) }),
  },
  'tasks.extensions': {
    ...plain,
    kind: 'sum',
    label: { vi: 'Số lần gia hạn', en: 'Extensions granted' },
    figures: ({ extensions }) => ({ value: String(extensions) }),
  },
};

export function figuresOf({ figures }: TaskMeasure, counts: Counts): MeasureFigures {
  return figures(counts);
}
