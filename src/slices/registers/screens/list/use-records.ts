import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { useAddress } from '../../../../web/address.ts';
import { findRecords, type RecordAsk, recordsKey } from '../calls.ts';
import type { RegisterOnScreen } from '../on-screen.ts';
import { filterOfAddress } from './list-address.ts';

/** What the address asks of a register. */
export function useRecordAsk({ declaration }: RegisterOnScreen): RecordAsk {
  const { search } = useAddress();
  return {
    filter: filterOfAddress(declaration, search),
    text: search.q ?? '',
    sort: search.sort ?? '',
    isDeleted: search.deleted === 'yes',
  };
}

/** Page after page by the place where the last one ended: never the whole register. */
export function useRecords(register: RegisterOnScreen, ask: RecordAsk) {
  const { key } = register.declaration;
  return useInfiniteQuery({
    queryKey: [...recordsKey(key), ask],
    queryFn: ({ pageParam, signal }) => findRecords(register, ask, { cursor: pageParam, signal }),
    initialPageParam: null as string | null,
    getNextPageParam: ({ next }) => next,
    placeholderData: keepPreviousData,
  });
}
