import { DealtWith, EverydayTable, MissedQuestions, WordsSet, type EverydayToSet } from '@yimen/contract';
import {
  keepPreviousData,
  useMutation,
  useQuery,
  useQueryClient,
  type UseMutationResult,
  type UseQueryResult,
} from '@tanstack/react-query';
import { client } from '../../shared/client.ts';

const WORDS = 'everyday-words';
const MISSED = 'missed-questions';

export function useWords(query: string): UseQueryResult<EverydayTable> {
  return useQuery({
    queryKey: [WORDS, query],
    queryFn: ({ signal }) => client.get(`/desk/catalogue/words?${query}`, EverydayTable, signal),
    placeholderData: keepPreviousData,
  });
}

export function useMissed(): UseQueryResult<MissedQuestions> {
  return useQuery({
    queryKey: [MISSED],
    queryFn: ({ signal }) => client.get('/desk/catalogue/questions', MissedQuestions, signal),
  });
}

export function useSetWords(): UseMutationResult<{ readonly items: number }, Error, EverydayToSet> {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (words: EverydayToSet) => client.post('/desk/catalogue/words', words, WordsSet),
    onSuccess: () => queries.invalidateQueries({ queryKey: [WORDS] }),
  });
}

export function useDealWith(): UseMutationResult<unknown, Error, string> {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (question: string) => client.post('/desk/catalogue/questions/dealt', { question }, DealtWith),
    onSuccess: () => queries.invalidateQueries({ queryKey: [MISSED] }),
  });
}
