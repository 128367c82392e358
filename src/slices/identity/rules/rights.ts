/** The roles of a department (docs/glossary.md). */
export const roles = [
  'administrator',
  'par-officer',
  'director',
  'unit-head',
  'specialist',
  'appraiser',
  'reader',
] as const;
export type Role = (typeof roles)[number];

/** Everything that a right is asked for. A new action must be given to roles here before it compiles anywhere. */
export const actions = [
  'units.read',
  'units.change',
  'users.read',
  'users.change',
  'audit.read',
  'calendar.read',
  'calendar.change',
  'plan.read',
  'plan.review',
  'plan.accept',
  'task.read',
  'task.change',
  'task.report',
  'task.approve',
  'index.read',
  'index.change',
  'register.read',
  'register.change',
  'register.declare',
  'report.read',
  'report.submit',
  'report.compile',
  'report.declare',
  'reminder.change',
  'answers.read',
  'answers.change',
  'system.backup',
] as const;
export type Action = (typeof actions)[number];

/** How far a right reaches: every unit of the agency, or only the person's own. */
export type Reach = 'any' | 'own';

const readEverything = {
  'units.read': 'any',
  'calendar.read': 'any',
  'plan.read': 'any',
  'task.read': 'any',
  'index.read': 'any',
  'register.read': 'any',
  'report.read': 'any',
} as const satisfies Partial<Record<Action, Reach>>;

/** The one table of rights: role × action → reach. What is not in it is not allowed. */
export const rights = {
  administrator: {
    ...readEverything,
    'units.change': 'any',
    'users.read': 'any',
    'users.change': 'any',
    'audit.read': 'any',
    'calendar.change': 'any',
    'register.declare': 'any',
    'report.declare': 'any',
    'reminder.change': 'any',
    'system.backup': 'any',
  },
  'par-officer': {
    ...readEverything,
    'users.read': 'any',
    'audit.read': 'any',
    'calendar.change': 'any',
    'plan.review': 'any',
    'plan.accept': 'any',
    'task.change': 'any',
    'task.report': 'any',
    'task.approve': 'any',
    'index.change': 'any',
    'register.change': 'any',
    'register.declare': 'any',
    'report.submit': 'any',
    'report.compile': 'any',
    'report.declare': 'any',
    'reminder.change': 'any',
    'answers.read': 'any',
    'answers.change': 'any',
  },
  director: {
    ...readEverything,
    'users.read': 'any',
    'audit.read': 'any',
    'plan.accept': 'any',
    'task.approve': 'any',
    'answers.read': 'any',
  },
  'unit-head': {
    ...readEverything,
    'task.read': 'own',
    'register.read': 'own',
    'report.read': 'own',
    'task.change': 'own',
    'task.report': 'own',
    'task.approve': 'own',
    'register.change': 'own',
    'report.submit': 'own',
    'report.compile': 'own',
    'answers.read': 'own',
  },
  specialist: {
    ...readEverything,
    'task.read': 'own',
    'register.read': 'own',
    'report.read': 'own',
    'task.report': 'own',
    'register.change': 'own',
    'report.submit': 'own',
    'report.compile': 'own',
  },
  appraiser: {
    'units.read': 'any',
    'plan.read': 'any',
    'index.read': 'any',
    'register.read': 'any',
    'report.read': 'any',
  },
  reader: { 'units.read': 'any', 'plan.read': 'any', 'task.read': 'any', 'index.read': 'any' },
} as const satisfies Record<Role, Partial<Record<Action, Reach>>>;

export function reachOf(role: Role, action: Action): Reach | null {
  const given: Partial<Record<Action, Reach>> = rights[role];
  return given[action] ?? null;
}

/** Who asks: the role, and the unit with everything below it. */
export type Asker = { readonly role: Role; readonly unitIds: readonly string[] };

/** Whether a person may do something to a record of a unit; `null` is a record of no unit, which only reach "any" covers. */
export function may(asker: Asker, action: Action, unitId: string | null): boolean {
  const reach = reachOf(asker.role, action);
  return reach === 'any' || (reach === 'own' && unitId !== null && asker.unitIds.includes(unitId));
}

/** Actions that a role holds at all: what the screen may show. */
export function actionsOf(role: Role): Action[] {
  return actions.filter((action) => reachOf(role, action) !== null);
}
