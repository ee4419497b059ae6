import { ItemTemplate, NewItemBegun, ProposalDeclined, ProposalTaken, TemplateList } from '@yimen/contract';
import {
  keepPreviousData,
  useMutation,
  useQuery,
  useQueryClient,
  type UseMutationResult,
  type UseQueryResult,
} from '@tanstack/react-query';
import type { z } from 'zod';
import { client } from '../../shared/client.ts';
import { newCommandId } from '../../shared/commandId.ts';

const pathOf = (itemId: string): string => `/desk/catalogue/items/${encodeURIComponent(itemId)}/template`;

/** One page of what the hall above offers, by what stands in the address. */
export function useTemplates(query: string): UseQueryResult<TemplateList> {
  return useQuery({
    queryKey: ['catalogue-templates', query],
    queryFn: ({ signal }) => client.get(`/desk/catalogue/templates?${query}`, TemplateList, signal),
    placeholderData: keepPreviousData,
  });
}

export interface Adopting {
  readonly itemId: string;
  readonly authority: string;
}

export function useAdopt(): UseMutationResult<z.infer<typeof NewItemBegun>, Error, Adopting> {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (adopting: Adopting) =>
      client.post('/desk/catalogue/adoptions', { ...adopting, commandId: newCommandId() }, NewItemBegun),
    onSuccess: () => {
      void queries.invalidateQueries({ queryKey: ['catalogue'] });
      return queries.invalidateQueries({ queryKey: ['catalogue-templates'] });
    },
  });
}

/** Read anew each time it is opened: the draft it is compared with may have been saved since. */
export function useTemplate(itemId: string): UseQueryResult<ItemTemplate> {
  return useQuery({
    queryKey: ['catalogue-template', itemId],
    queryFn: ({ signal }) => client.get(pathOf(itemId), ItemTemplate, signal),
    staleTime: 0,
  });
}

/** What becomes of the version of the template that is proposed: taken where no reason against it is given. */
export interface Decision {
  readonly version: number;
  readonly reason?: string;
}

const Decided = ProposalTaken.or(ProposalDeclined);

export function useDecide(itemId: string): UseMutationResult<z.infer<typeof Decided>, Error, Decision> {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (decision: Decision) =>
      client.post(
        `${pathOf(itemId)}/${decision.reason === undefined ? 'taking' : 'declining'}`,
        { ...decision, commandId: newCommandId() },
        Decided,
      ),
    onSuccess: async () => {
      void queries.invalidateQueries({ queryKey: ['catalogue'] });
      await queries.invalidateQueries({ queryKey: ['catalogue-template', itemId] });
      return queries.invalidateQueries({ queryKey: ['catalogue-item', itemId] });
    },
  });
}
