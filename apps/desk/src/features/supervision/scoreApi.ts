import { PostScoresView, ScoresView, ScoreView, type ScoreEntryRequest, type ScoreSheetRequest } from '@yimen/contract';
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
const ROOTS = { department: AT, post: '/desk/supervision/post-scores' } as const;
const KEY = 'scores';

export function useScores(month: string | null): UseQueryResult<ScoresView> {
  const query = month === null ? '' : `?month=${encodeURIComponent(month)}`;
  return useQuery({
    queryKey: [KEY, 'all', month],
    queryFn: ({ signal }) => client.get(`${AT}${query}`, ScoresView, signal),
  });
}

export function usePostScores(month: string | null): UseQueryResult<PostScoresView> {
  const query = month === null ? '' : `?month=${encodeURIComponent(month)}`;
  return useQuery({
    queryKey: [KEY, 'posts', month],
    queryFn: ({ signal }) => client.get(`${ROOTS.post}${query}`, PostScoresView, signal),
  });
}

/** What is scored, and in which month. */
export type ScoredMonth = Pick<ScoreView, 'subject' | 'scored' | 'month'>;

const pathOf = ({ subject, scored, month }: ScoredMonth): string =>
  `${ROOTS[subject]}/${encodeURIComponent(scored)}/${month}`;

export function useScore(asked: ScoredMonth): UseQueryResult<ScoreView> {
  return useQuery({
    queryKey: [KEY, 'one', asked.subject, asked.scored, asked.month],
    queryFn: ({ signal }) => client.get(pathOf(asked), ScoreView, signal),
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
  scored: ScoredMonth,
): UseMutationResult<void, Error, Omit<z.infer<typeof ScoreEntryRequest>, 'commandId'>> =>
  useSend(`${pathOf(scored)}/entries`);

export const useChooseSheet = (): UseMutationResult<
  void,
  Error,
  Omit<z.input<typeof ScoreSheetRequest>, 'commandId'>
> => useSend(`${AT}/sheet`);
