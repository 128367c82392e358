import type { Instant } from '../../../kernel/clock.ts';
import type { AgencyId, NewId, PlanId, TaskId, UnitId } from '../../../kernel/ids.ts';
import { foldVietnamese } from '../../../kernel/vietnamese.ts';
import type { Transaction } from '../../../server/database.ts';
import type { Actor } from '../../audit/server.ts';
import { deadlinesOf, type NamedUnit, officeDueOf } from '../../tasks/index.ts';
import {
  findTasksOfPlan,
  insertTaskEvent,
  linkTask,
  rewriteTask,
  type Settling,
  saveState,
  type Task,
  type TaskRow,
  type TaskUnits,
  writeNewTask,
} from '../../tasks/server.ts';
import type { Draft, DraftDeficit, DraftTask } from '../rules/draft.ts';
import { pairItems } from '../rules/renewal.ts';
import { type DeficitRow, type DeficitUnits, deleteDeficits, findDeficits, saveDeficit } from '../store/plans.ts';

/** All that writing a draft into a plan needs. */
export type Writing = {
  readonly draft: Draft;
  readonly planId: PlanId;
  readonly agencyId: AgencyId;
  readonly at: Instant;
  readonly unitOf: (name: string) => UnitId | null;
  readonly newId: NewId;
  readonly actor: Actor;
  /** By whose calendar and day-off rule the due days are set, and from which day occurrences are made. */
  readonly settling: Settling;
};

type TaskSource = Pick<
  DraftTask,
  'area' | 'ordinal' | 'title' | 'products' | 'targets' | 'leads' | 'coordinators' | 'deadlineText' | 'deadlines'
>;

const named = ({ unitOf }: Writing, names: readonly string[]): NamedUnit[] =>
  names.map((name) => ({ name, unitId: unitOf(name) }));

/** A remedy is a task: what the document wants done against a shortcoming, by whom and until when. */
function taskOfRemedy(deficit: DraftDeficit): TaskSource | null {
  if (deficit.remedy === null) return null;
  const { area, remedy: title, leads, coordinators, deadlineText, deadlines } = deficit;
  return { area, ordinal: null, title, products: [], targets: [], leads, coordinators, deadlineText, deadlines };
}

/** The tasks of a draft: its task table, and the remedies of its shortcomings (one task for a remedy named twice in a row). */
export function taskSourcesOf(draft: Draft): TaskSource[] {
  return [...draft.tasks, ...draft.deficits.map(taskOfRemedy).filter((task) => task !== null)];
}

function rowOf(writing: Writing, source: TaskSource, taskId: TaskId, position: number): TaskRow & TaskUnits {
  const { planId, draft } = writing;
  const { deadlines } = source;
  const due = officeDueOf(deadlinesOf(deadlines), writing.settling.rules);
  return {
    taskId,
    planId,
    planYear: draft.document.planYear ?? 0,
    areaOrdinal: source.area,
    position,
    ordinal: source.ordinal,
    title: source.title,
    products: source.products,
    targets: source.targets,
    deadlineText: source.deadlineText,
    deadlines,
    dueOn: due.dueOn,
    dueKind: due.kind,
    origin: 'plan',
    parentId: null,
    meetingId: null,
    leads: named(writing, source.leads),
    coordinators: named(writing, source.coordinators),
  };
}

async function dropTask(tx: Transaction, { agencyId, at, newId, actor }: Writing, task: Task): Promise<void> {
  if (task.state === 'dropped') return;
  await saveState(tx, agencyId, { ...task, state: 'dropped', doneOn: null, handedInOn: null }, at);
  await insertTaskEvent(tx, agencyId, task.taskId, {
    eventId: newId('event'),
    at,
    actorId: actor.actorId,
    actorName: actor.actorName,
    kind: 'dropped-by-renewal',
    note: null,
    details: null,
  });
}

/** Writes the tasks: those that stood already keep their state and history, those that are gone are dropped, never deleted. */
export async function saveTasks(tx: Transaction, writing: Writing): Promise<void> {
  const { agencyId, planId, at, newId, actor } = writing;
  const sources = taskSourcesOf(writing.draft).map((source, position) => ({ source, position }));
  const { same, added, gone } = pairItems(await findTasksOfPlan(tx, agencyId, planId), sources, {
    old: (task) => ({ text: task.title, area: task.areaOrdinal }),
    fresh: ({ source }) => ({ text: source.title, area: source.area }),
  });
  for (const { old, fresh } of same) {
    await rewriteTask(
      tx,
      agencyId,
      { ...rowOf(writing, fresh.source, old.taskId, fresh.position), version: old.version },
      { at, ...writing.settling },
    );
  }
  for (const { source, position } of added) {
    const taskId = newId('task');
    await writeNewTask(tx, agencyId, rowOf(writing, source, taskId, position), { at, ...writing.settling });
    await insertTaskEvent(tx, agencyId, taskId, {
      eventId: newId('event'),
      at,
      actorId: actor.actorId,
      actorName: actor.actorName,
      kind: 'assigned',
      note: null,
      details: null,
    });
  }
  for (const task of gone) await dropTask(tx, writing, task);
}

function deficitOf(
  writing: Writing,
  deficit: DraftDeficit,
  position: number,
): Omit<DeficitRow, 'deficitId'> & DeficitUnits {
  const text = (value: number | null): string | null => (value === null ? null : String(value));
  return {
    areaOrdinal: deficit.area,
    position,
    criterion: deficit.criterion,
    score: text(deficit.score),
    max: text(deficit.max),
    reason: deficit.reason,
    remedy: deficit.remedy,
    deadlineText: deficit.deadlineText,
    deadlines: deficit.deadlines,
    responsible: named(writing, deficit.responsible),
    leads: named(writing, deficit.leads),
    coordinators: named(writing, deficit.coordinators),
  };
}

/** Finds the task of a remedy, each once: two shortcomings may have remedies of the same words. */
function remedyTasks(tasks: readonly Task[]): (deficit: DraftDeficit) => TaskId | null {
  const left = [...tasks];
  return (deficit) => {
    const remedy = foldVietnamese(deficit.remedy ?? '');
    const at = left.findIndex(
      (task) => remedy !== '' && foldVietnamese(task.title) === remedy && task.areaOrdinal === deficit.area,
    );
    return at < 0 ? null : (left.splice(at, 1)[0]?.taskId ?? null);
  };
}

/** Writes the losses and ties each to the task of its remedy; ties made by hand stay. */
export async function saveDeficits(tx: Transaction, writing: Writing): Promise<void> {
  const { agencyId, planId, newId, draft } = writing;
  const fresh = draft.deficits.map((deficit, position) => ({ deficit, position }));
  const { same, added, gone } = pairItems(await findDeficits(tx, agencyId, planId), fresh, {
    old: (deficit) => ({ text: deficit.criterion, area: deficit.areaOrdinal }),
    fresh: ({ deficit }) => ({ text: deficit.criterion, area: deficit.area }),
  });
  const standing = (await findTasksOfPlan(tx, agencyId, planId)).filter((task) => task.state !== 'dropped');
  const takeTaskOf = remedyTasks(standing);
  const placed = [
    ...same.map(({ old, fresh: one }) => ({ ...one, deficitId: old.deficitId })),
    ...added.map((one) => ({ ...one, deficitId: newId('deficit') })),
  ];
  for (const { deficit, position, deficitId } of placed) {
    await saveDeficit(tx, agencyId, planId, { ...deficitOf(writing, deficit, position), deficitId });
    const taskId = takeTaskOf(deficit);
    if (taskId) await linkTask(tx, agencyId, deficitId, taskId);
  }
  await deleteDeficits(
    tx,
    agencyId,
    gone.map((deficit) => deficit.deficitId),
  );
}
