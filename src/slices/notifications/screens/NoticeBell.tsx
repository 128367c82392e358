import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { api } from '../../../web/client.generated.ts';
import { useTexts } from '../../../web/language.ts';
import './notices.css';

const ASK_AGAIN_MS = 120_000;
const MOST_SHOWN = 99;

/** In the top bar: how many notices are unread. */
export function NoticeBell() {
  const t = useTexts();
  const { data } = useQuery({
    queryKey: ['notices', 'count'],
    queryFn: ({ signal }) => api.countNotices({ signal }),
    refetchInterval: ASK_AGAIN_MS,
  });
  const count = data?.unread ?? 0;
  return (
    <Link
      to="/notices"
      className="bell"
      aria-label={t('notifications.bell', { count })}
      title={t('notifications.title')}
    >
      <svg aria-hidden="true" viewBox="0 0 20 20" width="20" height="20">
        <path
          d="M10 2.5a5 5 0 0 0-5 5v3.2L3.6 13.4c-.3.5 0 1.1.6 1.1h11.6c.6 0 .9-.6.6-1.1L15 10.7V7.5a5 5 0 0 0-5-5ZM8 16.5a2 2 0 0 0 4 0"
          fill="none"
          stroke="currentColor"
          strokeWidth="1.5"
          strokeLinejoin="round"
        />
      </svg>
      {count > 0 ? (
        <span className="bell-count" aria-hidden="true">
          {count > MOST_SHOWN ? `${MOST_SHOWN}+` : count}
        </span>
      ) : null}
    </Link>
  );
}
