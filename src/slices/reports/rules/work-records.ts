import type { CivilDate } from '../../../kernel/civil-date.ts';
import type { UnitId } from '../../../kernel/ids.ts';
import type { WaitingItem, WorkRecord } from '../../deadlines/index.ts';
import { successorsOn, type UnitHistory } from '../../units/index.ts';
import type { BoardCell, StoodUnit } from './board.ts';
import { departmentStanding, sendingStage, stageStanding } from './department-report.ts';

export type StoodCell = { readonly cell: BoardCell; readonly stood: readonly StoodUnit[] };

/** Whether a report counts by now: it is in, or its day is past. */
export function isDecided({ standing }: Pick<StoodUnit, 'standing'>): boolean {
  return standing !== 'open' && standing !== 'returned';
}

const NOTHING = { due: 0, onTime: 0, late: 0, overdue: 0, returned: 0, extensions: 0, daysLate: 0 };

/** What became of the reports of each unit whose cut-off lies in a span; both days count. */
export function workRecordsOf(
  cells: readonly StoodCell[],
  { firstDay, lastDay }: { readonly firstDay: CivilDate; readonly lastDay: CivilDate },
): WorkRecord[] {
  const byUnit = new Map<UnitId, Omit<WorkRecord, 'source' | 'unitId'>>();
  for (const { cell, stood } of cells) {
    if (cell.period.unitDueOn < firstDay || cell.period.unitDueOn > lastDay) continue;
    for (const one of stood.filter(isDecided)) {
      const sum = byUnit.get(one.unitId) ?? NOTHING;
      byUnit.set(one.unitId, {
        due: sum.due + 1,
        onTime: sum.onTime + (one.standing === 'on-time' ? 1 : 0),
        late: sum.late + (one.standing === 'late' ? 1 : 0),
        overdue: sum.overdue + (one.standing === 'overdue' || one.standing === 'missing' ? 1 : 0),
        returned: sum.returned + ((one.mark?.returns ?? 0) > 0 ? 1 : 0),
        extensions: 0,
        daysLate: sum.daysLate + one.daysLate,
      });
    }
  }
  return [...byUnit].map(([unitId, sums]) => ({ source: 'report', unitId, ...sums }));
}

export const submissionKey = (cell: BoardCell, unitId: string): string =>
  `report:${cell.period.dutyId}:${cell.period.key}:${unitId}`;

export const submissionAddress = ({ period }: Pick<BoardCell, 'period'>, unitId: string): string =>
  `/reports/${period.dutyId}/${period.key}/units/${unitId}`;

export const compilationAddress = ({ period }: Pick<BoardCell, 'period'>): string =>
  `/reports/${period.dutyId}/${period.key}`;

type Asked = { readonly today: CivilDate; readonly until: CivilDate | null; readonly history: UnitHistory };

const isWithin = (dueOn: CivilDate, { today, until }: Asked): boolean =>
  until === null || dueOn <= until || dueOn < today;

function unitItems({ cell, stood }: StoodCell, asked: Asked): WaitingItem[] {
  const { period } = cell;
  return stood.flatMap((one): WaitingItem[] => {
    if (one.standing !== 'open' && one.standing !== 'overdue' && one.standing !== 'returned') return [];
    const againBy = one.mark?.state === 'returned' ? one.mark.againBy : null;
    const dueOn = againBy !== null && againBy > period.unitDueOn ? againBy : period.unitDueOn;
    if (!isWithin(dueOn, asked)) return [];
    const [heir, ...others] = successorsOn(one.unitId, asked.today, asked.history);
    return [
      {
        source: 'report',
        key: submissionKey(cell, one.unitId),
        step: 'hand-in',
        title: `${period.definition.name} · ${period.name}`,
        unitId: heir !== undefined && others.length === 0 ? heir : one.unitId,
        userIds: [],
        dueOn,
        originalDueOn: dueOn === period.unitDueOn ? null : period.unitDueOn,
        points: null,
        address: submissionAddress(cell, one.unitId),
        remindBefore: period.definition.remindBefore,
      },
    ];
  });
}

function officeItem(cell: BoardCell, stage: 'office' | 'department', dueOn: CivilDate): WaitingItem {
  const { period } = cell;
  return {
    source: 'report',
    key: `report:${period.dutyId}:${period.key}:${stage}`,
    step: stage === 'office' ? 'do' : 'hand-in',
    title:
      stage === 'office'
        ? `Tổng hợp: ${period.definition.name} · ${period.name}`
        : `Gửi ${period.definition.upward ?? ''}: ${period.definition.name} · ${period.name}`,
    unitId: period.definition.receivers[0] ?? null,
    userIds: [],
    dueOn,
    originalDueOn: null,
    points: null,
    address: compilationAddress(cell),
    remindBefore: period.definition.remindBefore,
  };
}

function officeItems({ cell }: StoodCell, asked: Asked): WaitingItem[] {
  const items: WaitingItem[] = [];
  const office = stageStanding(cell, 'office', asked.today);
  const officeDue = cell.period.cutOffs.office?.dueOn;
  if (office && officeDue && !cell.isClosed && isWithin(officeDue, asked))
    items.push(officeItem(cell, 'office', officeDue));
  const sent = departmentStanding(cell, asked.today);
  const isOpen = sent?.standing === 'open' || sent?.standing === 'overdue';
  // Before the office has closed its report there is nothing to send, unless sending is the only stage.
  const isNext = cell.isClosed || !cell.period.cutOffs.office || sendingStage(cell) === 'province';
  if (sent && isOpen && isNext && isWithin(sent.dueOn, asked)) items.push(officeItem(cell, 'department', sent.dueOn));
  return items;
}

/** What waits for units (hand in, hand in again) and for the office (compile, send), late first by nature of its day. */
export function waitingItemsOf(cells: readonly StoodCell[], asked: Asked): WaitingItem[] {
  return cells
    .flatMap((one) => [...unitItems(one, asked), ...officeItems(one, asked)])
    .sort((a, b) => String(a.dueOn).localeCompare(String(b.dueOn)) || (a.key < b.key ? -1 : 1));
}
