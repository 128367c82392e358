import { Link } from '@tanstack/react-router';
import { MyWorkBadge } from '../../slices/dashboard/screens/MyWorkBadge.tsx';
import { TasksBadge } from '../../slices/plan/screens/overview/TasksBadge.tsx';
import { ReportsBadge } from '../../slices/reports/screens/ReportsBadge.tsx';
import { useTexts } from '../language.ts';
import { entriesFor } from '../navigation.ts';
import { useRights } from '../session/session.ts';

/** Counts beside an entry of the menu. A slice adds its own here. */
const BADGES: Readonly<Record<string, React.ComponentType>> = {
  '/my-work': MyWorkBadge,
  '/tasks': TasksBadge,
  '/reports': ReportsBadge,
};

/** The department's own words for the parts of its work; only what this person may open. */
export function SideNavigation() {
  const t = useTexts();
  const groups = entriesFor(useRights());
  return (
    <nav id="navigation" className="side no-print" aria-label={t('web.navigation')}>
      <div className="side-groups">
        {groups.map((group) => (
          <ul key={group[0]?.to}>
            {group.map(({ to, text }) => (
              <li key={to}>
                <Link to={to} activeOptions={{ exact: to === '/', includeSearch: false }}>
                  {t(text)}
                  <Badge to={to} />
                </Link>
              </li>
            ))}
          </ul>
        ))}
      </div>
    </nav>
  );
}

type BadgeProps = { to: string };

function Badge({ to }: BadgeProps) {
  const Count = BADGES[to];
  return Count ? <Count /> : null;
}
