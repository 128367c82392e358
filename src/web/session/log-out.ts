import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { api } from '../client.generated.ts';
import { dropAllDrafts } from '../ui/draft.ts';

/** Ends the session; nothing of it stays in this browser. */
export function useLogOut(): () => Promise<void> {
  const queries = useQueryClient();
  const navigate = useNavigate();
  return async () => {
    await api.logOut();
    dropAllDrafts();
    // The shell goes first: its parts need the session.
    await navigate({ to: '/log-in', search: {} });
    queries.clear();
  };
}
