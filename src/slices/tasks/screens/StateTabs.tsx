import { Link } from '@tanstack/react-router';
import { useAddress } from '../../../web/address.ts';
import type { FindTasksAnswer } from '../../../web/client.generated.ts';
import { useTexts } from '../../../web/language.ts';

/** Words of the address that each tab stands for. */
const tabs = {
  all: { state: '', due: '' },
  open: { state: 'open', due: '' },
  late: { state: '', due: 'late' },
  done: { state: 'done', due: '' },
} as const;
type Tab = keyof typeof tabs;

/** Open, late and done at a glance, under the other filters; a tap shows only those. */
export function StateTabs({ counts }: Pick<FindTasksAnswer, 'counts'>) {
  const t = useTexts();
  const { search } = useAddress();
  const numbers: Record<Tab, number> = { ...counts, all: counts.open + counts.done };
  const isNow = ({ state, due }: { state: string; due: string }): boolean =>
    (search.state ?? '') === state && (search.due ?? '') === due;
  return (
    <nav className="state-tabs no-print" aria-label={t('tasks.byState')}>
      {(Object.keys(tabs) as Tab[]).map((tab) => (
        <Link
          key={tab}
          to="/tasks"
          search={{ ...search, ...tabs[tab], page: '' } as never}
          data-now={isNow(tabs[tab]) || undefined}
          aria-current={isNow(tabs[tab]) ? 'true' : undefined}
          data-late={(tab === 'late' && counts.late > 0) || undefined}
        >
          {t(`tasks.tab.${tab}`)} <b>{numbers[tab]}</b>
        </Link>
      ))}
    </nav>
  );
}
