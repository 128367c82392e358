import { addDays, type CivilDate } from '../../../kernel/civil-date.ts';
import type { AgencyId, UnitId } from '../../../kernel/ids.ts';
import type { Db } from '../../../server/database.ts';
import type { WaitingSource, WorkRecordSource } from '../../../server/sources.ts';
import type { WaitingItem, WorkRecord } from '../../deadlines/index.ts';
import { headOn, type UnitHistory } from '../../units/index.ts';
import { findHeads, findSuccessions, findUnits } from '../../units/server.ts';
import { holderOn, holdersOf } from '../rules/holders.ts';
import { pointsAtStake } from '../rules/points-at-stake.ts';
import { type Offices, waitingOccurrence, waitingPart, waitingTask } from '../rules/waiting.ts';
import { addWorkItem, sumRecords } from '../rules/work-record.ts';
import { findOpenRequests } from '../store/extensions.ts';
import { findUnseenMentions } from '../store/mentions.ts';
import { findOpenOccurrences, findOpenParts, findOpenTasks, type OpenTask } from '../store/open-work.ts';
import { countWorkByLead, findWorkItems } from '../store/work-items.ts';
import { leafPointsOf } from './leaves.ts';
import { waitingUnitPlans } from './waiting-unit-plans.ts';

export async function historyOf(db: Db, agencyId: AgencyId): Promise<UnitHistory> {
  return { units: await findUnits(db, agencyId), successions: await findSuccessions(db, agencyId) };
}

async function officesOn(db: Db, agencyId: AgencyId, today: CivilDate): Promise<Offices> {
  const history = await historyOf(db, agencyId);
  const heads = await findHeads(db, agencyId);
  const known = new Map(
    history.units.map(({ unitId }) => [unitId, holderOn(holdersOf(unitId, history), today)] as const),
  );
  return {
    holderOf: (unitId) => (unitId === null ? null : (known.get(unitId) ?? unitId)),
    headOf: (unitId) => (unitId === null ? null : headOn(unitId, today, heads)),
  };
}

/** How far ahead occurrences wait where no last day is asked for: the next one of a month, not the whole year's. */
const OCCURRENCES_AHEAD = 31;

async function waitingTasksOf(db: Db, agencyId: AgencyId, tasks: readonly OpenTask[], offices: Offices) {
  const leafPoints = await leafPointsOf(db, agencyId, tasks);
  return tasks.flatMap((task) => {
    const leaves = task.leafCodes.map((code) => ({ lost: leafPoints.get(`${task.planYear} ${code}`) ?? null }));
    const points = pointsAtStake({ deficits: task.deficits, leaves });
    return waitingTask({ ...task, coordinatorIds: [], points }, offices);
  });
}

async function waitingRequests(db: Db, agencyId: AgencyId, until: CivilDate | null): Promise<WaitingItem[]> {
  const requests = await findOpenRequests(db, agencyId);
  return requests
    .filter(({ fromDay }) => until === null || fromDay <= until)
    .map((request) => ({
      source: 'task',
      key: request.extensionId,
      step: 'decide-extension',
      title: request.period === null ? request.title : `${request.title} · ${request.period}`,
      unitId: null,
      userIds: [],
      dueOn: request.fromDay,
      originalDueOn: null,
      points: null,
      address: `/tasks/${request.taskId}`,
      remindBefore: null,
    }));
}

async function waitingMentions(db: Db, agencyId: AgencyId): Promise<WaitingItem[]> {
  const mentions = await findUnseenMentions(db, agencyId, null);
  return mentions.map(({ mentionId, userId, taskId, title, byName, excerpt }) => ({
    source: 'task',
    key: mentionId,
    step: 'answer',
    title: `${byName}: ${excerpt} · ${title}`,
    unitId: null,
    userIds: [userId],
    dueOn: null,
    originalDueOn: null,
    points: null,
    address: `/tasks/${taskId}`,
    remindBefore: null,
  }));
}

/** Tasks, occurrences, parts, requests for later days, unit plans and mentions: whatever of tasks waits for somebody. */
export const waitingTasks: WaitingSource = {
  name: 'tasks',
  find: async (db, agencyId, { today, until }) => {
    const offices = await officesOn(db, agencyId, today);
    const tasks = await findOpenTasks(db, agencyId, until);
    const occurrences = await findOpenOccurrences(db, agencyId, until ?? addDays(today, OCCURRENCES_AHEAD));
    const parts = await findOpenParts(db, agencyId, until);
    return [
      ...(await waitingTasksOf(db, agencyId, tasks, offices)),
      ...occurrences.map((one) => waitingOccurrence(one, offices)),
      ...parts.map((part) => waitingPart(part, offices)),
      ...(await waitingRequests(db, agencyId, until)),
      ...(await waitingUnitPlans(db, agencyId, { today, until })),
      ...(until === null ? await waitingMentions(db, agencyId) : []),
    ];
  },
};

/** What became of the work of each unit; of a unit that ended, the lateness after its last day is its successor's. */
export const taskRecords: WorkRecordSource = {
  name: 'tasks',
  find: async (db, agencyId, { firstDay, lastDay, today }) => {
    const history = await historyOf(db, agencyId);
    const ended = history.units
      .filter(({ validTo }) => validTo !== null && validTo < today)
      .map(({ unitId }) => unitId);
    const scope = { firstDay, lastDay, today, withSteps: true, eachLead: true };
    const standing = await countWorkByLead(db, agencyId, { ...scope, exceptUnitIds: ended });
    const records = new Map<UnitId, WorkRecord>();
    for (const { leadId, ...counts } of standing) if (leadId !== null) sumRecords(records, leadId, counts);
    if (ended.length > 0) {
      const items = await findWorkItems(db, agencyId, { ...scope, unitIds: ended });
      for (const item of items) addWorkItem(records, item, holdersOf(item.leadId, history), today);
    }
    return [...records.values()].filter(({ due, daysLate }) => due > 0 || daysLate > 0);
  },
};
