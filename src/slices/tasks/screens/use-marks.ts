import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useAddress } from '../../../web/address.ts';
import { api, type FindTaskMarksAnswer } from '../../../web/client.generated.ts';
import { useYear } from '../../../web/session/session.ts';
import { queryOf } from './TasksPage.tsx';

export type Mark = FindTaskMarksAnswer['marks'][number];

/** Every task of the year that fits the filters of the address, as little as a drawing needs. */
export function useMarks() {
  const year = useYear();
  const { search } = useAddress();
  const asked = queryOf(search, year);
  return useQuery({
    queryKey: ['task-marks', asked],
    queryFn: ({ signal }) => api.findTaskMarks({ query: asked, signal }),
    placeholderData: keepPreviousData,
  });
}

/** Past its day and not done; what waits for approval is judged by the day it was handed in. */
export function isLateMark({ state, nextOn, handedInOn }: Mark, today: string): boolean {
  if (state === 'done' || state === 'dropped' || nextOn === null) return false;
  return (state === 'handed-in' ? (handedInOn ?? today) : today) > nextOn;
}
