import { queryOptions, useSuspenseQuery } from '@tanstack/react-query';
import type { Action } from '../../slices/identity/index.ts';
import { useAddress } from '../address.ts';
import { isNotLoggedIn } from '../api/api-error.ts';
import { api, type GetSessionAnswer } from '../client.generated.ts';

export type Session = GetSessionAnswer;

/** Who is logged in; null when nobody is. */
export const sessionQuery = queryOptions({
  queryKey: ['session'],
  queryFn: async (): Promise<Session | null> => {
    try {
      return await api.getSession();
    } catch (error) {
      if (isNotLoggedIn(error)) return null;
      throw error;
    }
  },
  staleTime: Number.POSITIVE_INFINITY,
});

/** The session of a page inside the shell, which is only drawn when somebody is logged in. */
export function useSession(): Session {
  const { data } = useSuspenseQuery(sessionQuery);
  if (!data) throw new Error('a page of the shell was drawn without a session');
  return data;
}

/** The year that everything on the page is about: from the address, else the one the server names. */
export function useYear(): number {
  const session = useSession();
  const asked = Number(useAddress().search.year);
  return Number.isInteger(asked) && asked > 1999 && asked < 2100 ? asked : session.year;
}

export function useRights(): (right: Action) => boolean {
  const { rights } = useSession();
  return (right) => rights.includes(right);
}
