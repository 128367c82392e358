import type { RegisterMeasure, Step, Texts } from '../rules/declaration.ts';
import type { Filter } from '../rules/filter.ts';

/** One text in Vietnamese and English. */
export const both = (vi: string, en: string): Texts => ({ vi, en });

/** Due and finished in time, or due and not: what a share "on time of those due" asks for. */
export const inTime: Filter = { timing: ['early', 'on-time'] };
export const fellDue: Filter = { timing: ['early', 'on-time', 'late', 'overdue'] };

/** "On time of those due": work that is open and still in its time does not count against anybody. */
export const onTimeOfDue = (vi: string, en: string) =>
  ({
    label: both(vi, en),
    kind: 'share',
    where: inTime,
    among: fellDue,
    periodBy: 'due-day',
    unit: '%',
  }) as const satisfies RegisterMeasure;

export const isGiven = (field: string): Filter => ({ field, isEmpty: false });
export const isOneOf = (field: string, ...values: readonly string[]): Filter => ({ field, is: values });
export const every = (...all: readonly Filter[]): Filter => ({ all });

/** The two steps of a plain list: open, then done once its day of completion is known. */
export const openThenDone = (finishedOn: string): Readonly<Record<'open' | 'done', Step>> => ({
  open: { label: both('Đang thực hiện', 'In progress'), next: ['done'] },
  done: { label: both('Đã hoàn thành', 'Done'), isEnd: true, needs: [finishedOn] },
});

/** Roles that see records of single people: the office, the leadership, and heads for their own unit. */
export const staffReaders = ['par-officer', 'director', 'unit-head'] as const;

export const atLeast = (value: string) => ({ op: '>=', value }) as const;
export const moreThan = (value: string) => ({ op: '>', value }) as const;
export const atMost = (value: string) => ({ op: '<=', value }) as const;
export const none = { op: '=', value: '0' } as const;
export const all = { op: '>=', value: '100' } as const;

type More = Omit<RegisterMeasure, 'label' | 'kind' | 'where'>;

/** How many records. */
export const count = <const Rest extends More>(label: Texts, where: Filter, rest: Rest) =>
  ({ label, kind: 'count', where, ...rest }) as const;

/** Records above the line as a percentage of those below it (`among`; all of the period where it is left out). */
export const share = <const Rest extends More>(label: Texts, where: Filter, rest: Rest) =>
  ({ label, kind: 'share', where, unit: '%', ...rest }) as const;

/** Sum of one field as a percentage of the sum of another. */
export const shareOfSums = <const Of extends string, const Below extends string, const Rest extends Omit<More, 'of'>>(
  label: Texts,
  { of, dividedBy }: { readonly of: Of; readonly dividedBy: Below },
  rest: Rest,
) => ({ label, kind: 'share', of, dividedBy, unit: '%', ...rest }) as const;

/** Expected, late and missing of what fell due. */
export const lateness = <const Rest extends Partial<More>>(label: Texts, rest: Rest) =>
  ({ label, kind: 'lateness', periodBy: 'due-day', ...rest }) as const;
