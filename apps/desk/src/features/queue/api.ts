import { Queue } from '@yimen/contract';
import { useInfiniteQuery, type InfiniteData, type UseInfiniteQueryResult } from '@tanstack/react-query';
import { client } from '../../shared/client.ts';

export interface QueueFilter {
  readonly scope: 'mine' | 'all';
  readonly light?: string | undefined;
  /** `today`: only what ends today. */
  readonly due?: string | undefined;
  /** A number or a name: then the whole hall is searched, within what one may see. */
  readonly search?: string | undefined;
}

function pathOf({ scope, light, due, search }: QueueFilter, cursor: string): string {
  const narrowed = { ...(light === undefined ? {} : { light }), ...(due === undefined ? {} : { due }) };
  const wanted = search === undefined ? { scope, ...narrowed } : { q: search };
  const query = new URLSearchParams({ ...wanted, ...(cursor === '' ? {} : { cursor }) });
  return `/desk/${search === undefined ? 'queue' : 'search'}?${query.toString()}`;
}

/** Rows by remaining working time, page after page. */
export function useQueue(filter: QueueFilter): UseInfiniteQueryResult<InfiniteData<Queue>> {
  return useInfiniteQuery({
    queryKey: ['queue', filter],
    queryFn: ({ pageParam, signal }) => client.get(pathOf(filter, pageParam), Queue, signal),
    initialPageParam: '',
    getNextPageParam: (page) => page.next,
  });
}
