import { ActAnswer, Guide, ItemList } from '@yimen/contract';
import type { CaseCommand } from '@yimen/core/casework';
import {
  useMutation,
  useQuery,
  useQueryClient,
  type UseMutationResult,
  type UseQueryResult,
} from '@tanstack/react-query';
import { client } from '../../shared/client.ts';

/** Items found by the words typed, in the clerk's own hall. */
export function useItemSearch(jurisdiction: string, words: string): UseQueryResult<ItemList> {
  const query = new URLSearchParams({ jurisdiction, q: words }).toString();
  return useQuery({
    queryKey: ['items', jurisdiction, words],
    enabled: words !== '',
    staleTime: 60_000,
    queryFn: ({ signal }) => client.get(`/items?${query}`, ItemList, signal),
  });
}

/** The guide in force: form, materials with their rules, limits. */
export function useGuide(jurisdiction: string, itemId: string | undefined): UseQueryResult<Guide> {
  return useQuery({
    queryKey: ['guide', jurisdiction, itemId],
    enabled: itemId !== undefined,
    staleTime: 60_000,
    queryFn: ({ signal }) => client.get(`/items/${jurisdiction}/${encodeURIComponent(itemId ?? '')}`, Guide, signal),
  });
}

interface Filing {
  readonly commandId: string;
  readonly commands: readonly CaseCommand[];
}

/** Files, receives and gives the outcome in one transaction: all or nothing. */
export function useFileCase(): UseMutationResult<ActAnswer, Error, Filing> {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (filing: Filing) => client.post('/desk/cases', filing, ActAnswer),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['queue'] }),
  });
}
