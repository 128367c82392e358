import type { Action } from '../slices/identity/index.ts';
import type { PlainTextKey } from './texts.ts';

export type NavigationEntry = {
  to: string;
  text: PlainTextKey;
  /** Shown to those who have this right; to everybody where it is left out. */
  right?: Action;
};

/** The left menu, in groups, in the order of the working day. A page adds its line here. */
export const navigation: readonly (readonly NavigationEntry[])[] = [
  [
    { to: '/', text: 'web.nav.overview' },
    { to: '/my-work', text: 'dashboard.myWork' },
  ],
  [
    { to: '/index', text: 'assessment.title', right: 'index.read' },
    { to: '/plans', text: 'plan.plansTitle', right: 'plan.read' },
    { to: '/tasks', text: 'task.tasks', right: 'task.read' },
    { to: '/reports', text: 'reports.title', right: 'report.read' },
    { to: '/registers', text: 'registers.title', right: 'register.read' },
    { to: '/measures', text: 'measures.title', right: 'register.read' },
    { to: '/answers', text: 'dashboard.answers', right: 'answers.read' },
    { to: '/ratings', text: 'staff.title', right: 'answers.read' },
  ],
  [
    { to: '/units', text: 'units.title', right: 'units.read' },
    { to: '/calendar', text: 'calendar.title', right: 'calendar.read' },
    { to: '/users', text: 'identity.title', right: 'users.read' },
    { to: '/reminders', text: 'notifications.reminders', right: 'reminder.change' },
    { to: '/audit', text: 'audit.title', right: 'audit.read' },
  ],
];

export function entriesFor(hasRight: (right: Action) => boolean): readonly (readonly NavigationEntry[])[] {
  return navigation
    .map((group) => group.filter(({ right }) => right === undefined || hasRight(right)))
    .filter((group) => group.length > 0);
}
