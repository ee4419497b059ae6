import { ScoresView, ScoreView, type ScoreEntryRequest, type ScoreSheetRequest } from '@yimen/contract';
import {
  useMutation,
  useQuery,
  useQueryClient,
  type UseMutationResult,
  type UseQueryResult,
} from '@tanstack/react-query';
import type { z } from 'zod';
import { client } from '../../shared/client.ts';
import { newCommandId } from '../../shared/commandId.ts';

const AT = '/desk/supervision/scores';
const KEY = 'scores';

export function useScores(month: string | null): UseQueryResult<ScoresView> {
  const query = month === null ? '' : `?month=${encodeURIComponent(month)}`;
  return useQuery({
    queryKey: [KEY, 'all', month],
    queryFn: ({ signal }) => client.get(`${AT}${query}`, ScoresView, signal),
  });
}

const pathOf = (authority: string, month: string): string => `${AT}/${encodeURIComponent(authority)}/${month}`;

export function useScore(authority: string, month: string): UseQueryResult<ScoreView> {
  return useQuery({
    queryKey: [KEY, 'one', authority, month],
    queryFn: ({ signal }) => client.get(pathOf(authority, month), ScoreView, signal),
  });
}

function useSend<T extends object>(path: string): UseMutationResult<void, Error, T> {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (body) => client.send(path, { commandId: newCommandId(), ...body }),
    onSuccess: () => queries.invalidateQueries({ queryKey: [KEY] }),
  });
}

export const useEnter = (
  authority: string,
  month: string,
): UseMutationResult<void, Error, Omit<z.infer<typeof ScoreEntryRequest>, 'commandId'>> =>
  useSend(`${pathOf(authority, month)}/entries`);

export const useChooseSheet = (): UseMutationResult<
  void,
  Error,
  Omit<z.infer<typeof ScoreSheetRequest>, 'commandId'>
> => useSend(`${AT}/sheet`);
