import type { QueryClient } from '@tanstack/react-query';
import {
  createRootRouteWithContext,
  createRoute,
  createRouter,
  lazyRouteComponent,
  redirect,
} from '@tanstack/react-router';
import { parseSearch, type Search, writeSearch } from './address.ts';
import { LogInPage } from './session/LogInPage.tsx';
import { sessionQuery } from './session/session.ts';
import { Crash } from './shell/Crash.tsx';
import { Shell } from './shell/Shell.tsx';
import { LoadingState, NotFoundState } from './ui/States.tsx';

type Context = { queries: QueryClient };
type PageModule = { Page: React.ComponentType };

const root = createRootRouteWithContext<Context>()({
  validateSearch: (search: Record<string, unknown>): Search =>
    Object.fromEntries(Object.entries(search).map(([name, value]) => [name, String(value)])),
  notFoundComponent: NotFoundState,
});

/** Pages for everybody: the door. */
const openPage = <Path extends string>(path: Path, load: () => Promise<PageModule>) =>
  createRoute({ getParentRoute: () => root, path, component: lazyRouteComponent(load, 'Page') });

const logIn = createRoute({ getParentRoute: () => root, path: '/log-in', component: LogInPage });

/** Pages inside the shell: whoever is not logged in goes to the door first and comes back afterwards. */
const shell = createRoute({
  getParentRoute: () => root,
  id: 'shell',
  component: Shell,
  beforeLoad: async ({ context, location }) => {
    const session = await context.queries.ensureQueryData(sessionQuery);
    if (!session) throw redirect({ to: '/log-in', search: location.href === '/' ? {} : { back: location.href } });
    if (session.user.mustChangePassword && location.pathname !== '/password') throw redirect({ to: '/password' });
  },
  // The year goes along from page to page; every other word of the address belongs to its page.
  search: {
    middlewares: [
      ({ search, next }) => {
        const after = next(search);
        return search.year && after.year === undefined ? { ...after, year: search.year } : after;
      },
    ],
  },
});

const page = <Path extends string>(path: Path, load: () => Promise<PageModule>) =>
  createRoute({ getParentRoute: () => shell, path, component: lazyRouteComponent(load, 'Page') });

/** Every page of the product, each loaded when it is opened. A slice adds its pages here. */
const pages = [
  page('/plans/reviews', () => import('../slices/plan/screens/reviews/ReviewsPage.tsx')),
  page('/plans/compare', () => import('../slices/plan/screens/compare/ComparePage.tsx')),
  page('/plans/reviews/$reviewId', () => import('../slices/plan/screens/review/ReviewPage.tsx')),
  page('/plans', () => import('../slices/plan/screens/plan/PlansPage.tsx')),
  page('/plans/$planId', () => import('../slices/plan/screens/plan/PlanPage.tsx')),
  page('/index', () => import('../slices/assessment/screens/IndexPage.tsx')),
  page('/index/leaves/$leafCode', () => import('../slices/assessment/screens/LeafPage.tsx')),
  page('/index/ranking', () => import('../slices/assessment/screens/RankingPage.tsx')),
  page('/index/what-if', () => import('../slices/assessment/screens/WhatIfPage.tsx')),
  page('/index/sets', () => import('../slices/assessment/screens/SetsPage.tsx')),
  page('/index/sets/$setId', () => import('../slices/assessment/screens/SetPage.tsx')),
  page('/index/results', () => import('../slices/assessment/screens/ResultsPage.tsx')),
  page('/calendar', () => import('../slices/calendar/screens/CalendarPage.tsx')),
  page('/index/owners', () => import('../slices/assessment/screens/OwnersPage.tsx')),
  page('/index/losses', () => import('../slices/assessment/screens/LossesPage.tsx')),
  page('/index/years', () => import('../slices/assessment/screens/YearsPage.tsx')),
  page('/units', () => import('../slices/units/screens/UnitsPage.tsx')),
  page('/users', () => import('../slices/identity/screens/UsersPage.tsx')),
  page('/audit', () => import('../slices/audit/screens/AuditPage.tsx')),
  page('/', () => import('../slices/plan/screens/overview/OverviewPage.tsx')),
  page('/tasks', () => import('../slices/tasks/screens/TasksPage.tsx')),
  page('/tasks/board', () => import('../slices/tasks/screens/BoardPage.tsx')),
  page('/tasks/calendar', () => import('../slices/tasks/screens/CalendarPage.tsx')),
  page('/tasks/timeline', () => import('../slices/tasks/screens/TimelinePage.tsx')),
  page('/tasks/review', () => import('../slices/tasks/screens/ReviewPage.tsx')),
  page('/tasks/province', () => import('../slices/tasks/screens/ProvincePage.tsx')),
  page('/unit-plans', () => import('../slices/tasks/screens/UnitPlansPage.tsx')),
  page('/unit-plans/$unitId', () => import('../slices/tasks/screens/UnitPlanPage.tsx')),
  page('/tasks/new', () => import('../slices/tasks/screens/TaskFormPage.tsx')),
  page('/tasks/$taskId', () => import('../slices/tasks/screens/TaskPage.tsx')),
  page('/tasks/$taskId/edit', () => import('../slices/tasks/screens/TaskFormPage.tsx')),
  page('/registers', () => import('../slices/registers/screens/shelf/ShelfPage.tsx')),
  page('/measures', () => import('../slices/registers/screens/measures/MeasuresPage.tsx')),
  page('/measures/$measureKey', () => import('../slices/registers/screens/measures/MeasurePage.tsx')),
  page('/registers/declare', () => import('../slices/registers/screens/declare/DeclarePage.tsx')),
  page('/registers/$key/import', () => import('../slices/registers/screens/import/ImportPage.tsx')),
  page('/registers/$key/declaration', () => import('../slices/registers/screens/declare/RedeclarePage.tsx')),
  page('/registers/$key', () => import('../slices/registers/screens/list/ListPage.tsx')),
  page('/registers/$key/records/new', () => import('../slices/registers/screens/record/RecordFormPage.tsx')),
  page('/registers/$key/records/$recordId', () => import('../slices/registers/screens/record/RecordPage.tsx')),
  page('/registers/$key/records/$recordId/edit', () => import('../slices/registers/screens/record/RecordFormPage.tsx')),
  page('/my-work', () => import('../slices/dashboard/screens/MyWorkPage.tsx')),
  page('/answers', () => import('../slices/dashboard/screens/AnswersPage.tsx')),
  page('/ratings', () => import('../slices/staff/screens/RatingsPage.tsx')),
  page('/notices', () => import('../slices/notifications/screens/NoticesPage.tsx')),
  page('/reminders', () => import('../slices/notifications/screens/RemindersPage.tsx')),
  page('/reports', () => import('../slices/reports/screens/ReportsPage.tsx')),
  page('/reports/duties', () => import('../slices/reports/screens/DutiesPage.tsx')),
  page('/reports/duties/new', () => import('../slices/reports/screens/DutyPage.tsx')),
  page('/reports/duties/$dutyId', () => import('../slices/reports/screens/DutyPage.tsx')),
  page('/reports/$dutyId/$periodKey', () => import('../slices/reports/screens/PeriodPage.tsx')),
  page('/reports/$dutyId/$periodKey/units/$unitId', () => import('../slices/reports/screens/ReportPage.tsx')),
  page('/password', () => import('./session/PasswordPage.tsx')),
];

/** Not in the product: every widget in every state. */
const gallery =
  import.meta.env.MODE === 'production' ? [] : [openPage('/gallery', () => import('./gallery/GalleryPage.tsx'))];

export function makeRouter(queries: QueryClient) {
  return createRouter({
    routeTree: root.addChildren([
      logIn,
      openPage('/first-admin', () => import('./session/FirstAdministratorPage.tsx')),
      ...gallery,
      shell.addChildren(pages),
    ]),
    context: { queries },
    parseSearch,
    stringifySearch: writeSearch,
    defaultPreload: 'intent',
    defaultPendingComponent: LoadingState,
    defaultErrorComponent: Crash,
    scrollRestoration: true,
  });
}
