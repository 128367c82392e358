import { Link } from '@tanstack/react-router';
import { useAddress } from '../../../web/address.ts';
import { useTexts } from '../../../web/language.ts';

type PagesProps = { total: number; size: number };

/** The pages of a long list, by links: the page stands in the address. Nothing where everything fits on one. */
export function Pages({ total, size }: PagesProps) {
  const t = useTexts();
  const { search } = useAddress();
  const count = Math.ceil(total / size);
  const now = Math.max(1, Math.floor(Number(search.page ?? 1)) || 1);
  if (count <= 1 && now === 1) return null;
  const to = (page: number): never => ({ ...search, page: page === 1 ? '' : String(page) }) as never;
  const [first, last] = [Math.min(total, (now - 1) * size + 1), Math.min(total, now * size)];
  return (
    <nav className="pages no-print" aria-label={t('tasks.pages')}>
      {now > 1 ? (
        <Link to="." search={to(Math.min(now - 1, Math.max(1, count)))}>
          {t('tasks.pageBefore')}
        </Link>
      ) : null}
      <span className="soft">{t('tasks.pageNow', { first, last, count: total })}</span>
      {now < count ? (
        <Link to="." search={to(now + 1)}>
          {t('tasks.pageAfter')}
        </Link>
      ) : null}
    </nav>
  );
}
