import { Link } from '@tanstack/react-router';
import { useTexts } from '../../../web/language.ts';
import './tasks.css';

const views = [
  { key: 'list', to: '/tasks' },
  { key: 'board', to: '/tasks/board' },
  { key: 'calendar', to: '/tasks/calendar' },
  { key: 'timeline', to: '/tasks/timeline' },
  { key: 'review', to: '/tasks/review' },
  { key: 'unit-plans', to: '/unit-plans' },
  { key: 'province', to: '/tasks/province' },
] as const;

/** The ways to look at tasks; the one looked at is marked. */
export function TaskViews() {
  const t = useTexts();
  return (
    <nav className="task-views no-print" aria-label={t('tasks.views')}>
      {views.map(({ key, to }) => (
        <Link key={key} to={to} activeOptions={{ exact: true }}>
          {t(`tasks.view.${key}`)}
        </Link>
      ))}
    </nav>
  );
}
