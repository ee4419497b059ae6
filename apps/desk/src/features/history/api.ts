import {
  ConformanceAnswer,
  DraftedItems,
  ItemRehearsals,
  LogAnswer,
  LogList,
  LogView,
  ProcedureList,
  ReadReformView,
  RehearsalList,
  RehearsalView,
  type ReformBody,
} from '@yimen/contract';
import {
  useMutation,
  useQuery,
  useQueryClient,
  type UseMutationResult,
  type UseQueryResult,
} from '@tanstack/react-query';
import { useRef } from 'react';
import { client } from '../../shared/client.ts';
import { newCommandId } from '../../shared/commandId.ts';

const AT = '/desk/history';
const LOGS = ['history', 'logs'] as const;
/** How often it is asked how far a log was read. */
const AGAIN_MS = 400;

const logPath = (name: string): string => `${AT}/logs/${encodeURIComponent(name)}`;

export function useLogs(): UseQueryResult<LogList> {
  return useQuery({ queryKey: LOGS, queryFn: ({ signal }) => client.get(`${AT}/logs`, LogList, signal) });
}

/** What a log says; asked again until it was read. A log never changes. */
export function useLog(name: string): UseQueryResult<LogAnswer> {
  return useQuery({
    queryKey: ['history', 'log', name],
    queryFn: ({ signal }) => client.get(logPath(name), LogAnswer, signal),
    refetchInterval: ({ state }) => (state.data?.state === 'reading' ? AGAIN_MS : false),
    staleTime: ({ state }) => (state.data?.state === 'done' ? Infinity : 0),
  });
}

/** What a log can be about. */
export function useProcedures(wanted: boolean): UseQueryResult<ProcedureList> {
  return useQuery({
    queryKey: ['history', 'procedures'],
    queryFn: ({ signal }) => client.get(`${AT}/procedures`, ProcedureList, signal),
    enabled: wanted,
  });
}

/** A log held against a published procedure; asked again until it was read. */
export function useConformance(name: string, query: string | undefined): UseQueryResult<ConformanceAnswer> {
  return useQuery({
    queryKey: ['history', 'conformance', name, query],
    queryFn: ({ signal }) => client.get(`${logPath(name)}/conformance?${query ?? ''}`, ConformanceAnswer, signal),
    enabled: query !== undefined,
    refetchInterval: ({ state }) => (state.data?.state === 'reading' ? AGAIN_MS : false),
    staleTime: ({ state }) => (state.data?.state === 'done' ? Infinity : 0),
  });
}

/** A log as a file for other programs. */
export const fileOf = (name: string, form: 'xes' | 'csv'): string => `/api/v1${logPath(name)}/files/${form}`;

function useNewLog<T>(make: (wish: T) => Promise<LogView>): UseMutationResult<LogView, Error, T> {
  const queries = useQueryClient();
  return useMutation({ mutationFn: make, onSuccess: () => queries.invalidateQueries({ queryKey: LOGS }) });
}

export const useTake = (): UseMutationResult<LogView, Error, object> =>
  useNewLog((wish: object) => client.post(`${AT}/own`, wish, LogView));

export interface Brought {
  readonly file: File;
  readonly query: Readonly<Record<string, string>>;
}

export const useBring = (): UseMutationResult<LogView, Error, Brought> =>
  useNewLog(({ file, query }: Brought) => {
    const form = new FormData();
    form.append('file', file);
    return client.upload(`${AT}/logs?${new URLSearchParams(query).toString()}`, form, LogView);
  });

export function useRehearsals(name: string): UseQueryResult<RehearsalList> {
  return useQuery({
    queryKey: ['history', 'rehearsals', name],
    queryFn: ({ signal }) => client.get(`${logPath(name)}/rehearsals`, RehearsalList, signal),
  });
}

/** Items somebody is drafting; editors alone see drafts. */
export function useDrafted(wanted: boolean): UseQueryResult<DraftedItems> {
  return useQuery({
    queryKey: ['history', 'drafts'],
    queryFn: ({ signal }) => client.get(`${AT}/drafts`, DraftedItems, signal),
    enabled: wanted,
  });
}

/** A draft read as a reform on a log. */
export function useReadReform(name: string, item: string | null): UseQueryResult<ReadReformView> {
  return useQuery({
    queryKey: ['history', 'reform', name, item],
    queryFn: ({ signal }) =>
      client.get(`${logPath(name)}/reform?item=${encodeURIComponent(item ?? '')}`, ReadReformView, signal),
    enabled: item !== null,
  });
}

/** The signed report of a rehearsal. */
export const paperOf = (id: string): string => `/api/v1${AT}/rehearsals/${encodeURIComponent(id)}/paper`;

/** Rehearsals of the drafts of these items. */
export function useItemRehearsals(items: readonly string[]): UseQueryResult<ItemRehearsals> {
  const query = new URLSearchParams({ items: items.join(',') });
  return useQuery({
    queryKey: ['history', 'of items', ...items],
    queryFn: ({ signal }) => client.get(`${AT}/rehearsals?${query.toString()}`, ItemRehearsals, signal),
  });
}

export interface ReformToTry {
  readonly title: string;
  readonly reform: ReformBody;
  /** The item whose draft this is. */
  readonly itemId?: string;
}

/** A wish sent again after the line broke goes under the same command, and is answered with what was saved. */
export function useRehearse(name: string): UseMutationResult<RehearsalView, Error, ReformToTry> {
  const queries = useQueryClient();
  const last = useRef({ wish: '', commandId: '' });
  return useMutation({
    mutationFn: (wish: ReformToTry) => {
      const text = JSON.stringify(wish);
      if (last.current.wish !== text) last.current = { wish: text, commandId: newCommandId() };
      const { commandId } = last.current;
      return client.post(`${logPath(name)}/rehearsals`, { commandId, ...wish }, RehearsalView);
    },
    onSuccess: () => queries.invalidateQueries({ queryKey: ['history', 'rehearsals', name] }),
  });
}

export function useRehearsal(id: string): UseQueryResult<RehearsalView> {
  return useQuery({
    queryKey: ['history', 'rehearsal', id],
    queryFn: ({ signal }) => client.get(`${AT}/rehearsals/${encodeURIComponent(id)}`, RehearsalView, signal),
    staleTime: Infinity,
  });
}
