import { useQuery } from '@tanstack/react-query';
import { api } from '../../../web/client.generated.ts';
import { useTexts } from '../../../web/language.ts';
import { StatusTag } from '../../../web/ui/StatusTag.tsx';

const ASK_AGAIN_MS = 300_000;

/** In the menu: how much of mine is late. */
export function MyWorkBadge() {
  const t = useTexts();
  const { data } = useQuery({
    queryKey: ['my-work', 'count'],
    queryFn: ({ signal }) => api.countMyWork({ signal }),
    refetchInterval: ASK_AGAIN_MS,
    staleTime: 30_000,
  });
  const late = data?.late ?? 0;
  return late > 0 ? <StatusTag tone="late">{t('dashboard.badgeLate', { count: late })}</StatusTag> : null;
}
