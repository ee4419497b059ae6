import {
  ChangeActed,
  ChangeList,
  ChangePage,
  ChangeBulletins,
  ChangeStatistics,
  DeskItems,
  NewItemBegun,
  type ChangeCommandWish,
  type ChangeWish,
} from '@yimen/contract';
import {
  keepPreviousData,
  useMutation,
  useQuery,
  useQueryClient,
  type UseMutationResult,
  type UseQueryResult,
} from '@tanstack/react-query';
import { useRef } from 'react';
import { client } from '../../shared/client.ts';
import { newCommandId } from '../../shared/commandId.ts';

const AT = '/desk/catalogue/changes';
const KEY = 'changes';

export function useChanges(query: string): UseQueryResult<ChangeList> {
  return useQuery({
    queryKey: [KEY, 'list', query],
    queryFn: ({ signal }) => client.get(`${AT}?${query}`, ChangeList, signal),
    placeholderData: keepPreviousData,
  });
}

export function useChange(changeId: string): UseQueryResult<ChangePage> {
  return useQuery({
    queryKey: [KEY, 'one', changeId],
    queryFn: ({ signal }) => client.get(`${AT}/${encodeURIComponent(changeId)}`, ChangePage, signal),
  });
}

/** The same command id until the server has answered: a double click or a lost answer is one act. */
function useCommandId(): { readonly current: () => string; readonly next: () => void } {
  const id = useRef<string>(undefined);
  return {
    current: () => (id.current ??= newCommandId()),
    next: () => {
      id.current = undefined;
    },
  };
}

export function useChangeAct(changeId: string): UseMutationResult<ChangeActed, Error, ChangeCommandWish> {
  const queries = useQueryClient();
  const id = useCommandId();
  return useMutation({
    mutationFn: (command: ChangeCommandWish) =>
      client.post(`${AT}/${encodeURIComponent(changeId)}/acts`, { commandId: id.current(), command }, ChangeActed),
    onSettled: () => {
      id.next();
      return queries.invalidateQueries({ queryKey: [KEY] });
    },
  });
}

export function useApply(): UseMutationResult<ChangeActed, Error, ChangeWish> {
  const queries = useQueryClient();
  const id = useCommandId();
  return useMutation({
    mutationFn: (wish: ChangeWish) => client.post(AT, { commandId: id.current(), wish }, ChangeActed),
    onSettled: () => {
      id.next();
      return queries.invalidateQueries({ queryKey: [KEY] });
    },
  });
}

/** Items whose name or id has these words, to be taken into a change. */
export function useFoundItems(words: string): UseQueryResult<DeskItems> {
  return useQuery({
    queryKey: [KEY, 'items', words],
    enabled: words !== '',
    queryFn: ({ signal }) =>
      client.get(`/desk/catalogue/items?${new URLSearchParams({ q: words }).toString()}`, DeskItems, signal),
  });
}

export interface Begun {
  readonly itemId: string;
  readonly name: string;
  readonly from: string;
}

/** Begins the draft of a new item. */
export function useBeginItem(): UseMutationResult<unknown, Error, Begun> {
  return useMutation({ mutationFn: (begun: Begun) => client.post('/desk/catalogue/items', begun, NewItemBegun) });
}

export function useStatistics(query: string): UseQueryResult<ChangeStatistics> {
  return useQuery({
    queryKey: [KEY, 'statistics', query],
    queryFn: ({ signal }) => client.get(`${AT}/statistics?${query}`, ChangeStatistics, signal),
    placeholderData: keepPreviousData,
  });
}

export function useBulletins(): UseQueryResult<ChangeBulletins> {
  return useQuery({
    queryKey: [KEY, 'bulletins'],
    queryFn: ({ signal }) => client.get(`${AT}/statistics/bulletins`, ChangeBulletins, signal),
  });
}

/** Where a file of the statistics is fetched from. */
export const statisticsFile = (kind: 'xlsx' | 'pdf', query: string): string =>
  `/api/v1${AT}/statistics.${kind}?${query}`;
export const minutesFile = (changeId: string): string => `/api/v1${AT}/${encodeURIComponent(changeId)}/minutes`;
