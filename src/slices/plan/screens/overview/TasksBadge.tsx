import { useQuery } from '@tanstack/react-query';
import { useTexts } from '../../../../web/language.ts';
import { useYear } from '../../../../web/session/session.ts';
import { StatusTag } from '../../../../web/ui/StatusTag.tsx';
import { overviewQuery } from './overview-query.ts';

/** In the menu: late tasks in red, else how many are open. */
export function TasksBadge() {
  const t = useTexts();
  const { data } = useQuery(overviewQuery(useYear()));
  const { late = 0, open = 0 } = data?.counts ?? {};
  if (late > 0) return <StatusTag tone="late">{t('task.badgeLate', { count: late })}</StatusTag>;
  return open > 0 ? <StatusTag>{open}</StatusTag> : null;
}
