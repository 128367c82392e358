import { queryOptions, useQuery } from '@tanstack/react-query';
import { api, type FindRegisterPeopleAnswer } from '../../../../web/client.generated.ts';

export type PersonOnScreen = FindRegisterPeopleAnswer['people'][number];

const MINUTES = 60_000;
const NOBODY: readonly PersonOnScreen[] = [];

const peopleQuery = queryOptions({
  queryKey: ['register-people'],
  queryFn: ({ signal }) => api.findRegisterPeople({ signal }),
  staleTime: 5 * MINUTES,
});

/** People that this person may hand a record to: of the whole agency, or of the own units. */
export function usePeople(): readonly PersonOnScreen[] {
  return useQuery(peopleQuery).data?.people ?? NOBODY;
}
