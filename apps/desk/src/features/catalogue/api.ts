import { DeskItem, DeskItems, DraftView, ItemStars, Published, SituationOutcome } from '@yimen/contract';
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

const pathOf = (itemId: string): string => `/desk/catalogue/items/${encodeURIComponent(itemId)}`;

/** One page of the hall's items, by what stands in the address. */
export function useItems(query: string): UseQueryResult<DeskItems> {
  return useQuery({
    queryKey: ['catalogue', query],
    queryFn: ({ signal }) => client.get(`/desk/catalogue/items?${query}`, DeskItems, signal),
    placeholderData: keepPreviousData,
  });
}

export function useItem(itemId: string): UseQueryResult<DeskItem> {
  return useQuery({
    queryKey: ['catalogue-item', itemId],
    queryFn: ({ signal }) => client.get(pathOf(itemId), DeskItem, signal),
  });
}

/** The stars the public reads; an error until the first night, which is nothing to tell. */
export function useStars(jurisdiction: string, itemId: string): UseQueryResult<ItemStars> {
  return useQuery({
    queryKey: ['item-stars', itemId],
    queryFn: ({ signal }) =>
      client.get(`/items/${jurisdiction}/${encodeURIComponent(itemId)}/stars`, ItemStars, signal),
    retry: false,
  });
}

export interface DraftToSave {
  readonly revision: number;
  readonly content: object;
}

export function useSaveDraft(itemId: string): UseMutationResult<DraftView, Error, DraftToSave> {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (draft: DraftToSave) => client.post(`${pathOf(itemId)}/draft`, draft, DraftView),
    // Whoever comes back to the screen begins from what was saved last.
    onSuccess: (draft) => {
      queries.setQueryData<DeskItem>(['catalogue-item', itemId], (item) => item && { ...item, draft });
      void queries.invalidateQueries({ queryKey: ['catalogue'], refetchType: 'none' });
    },
  });
}

export type ExampleAnswers = Readonly<Record<string, string | number | boolean>>;

export function useSituation(itemId: string): UseMutationResult<SituationOutcome, Error, ExampleAnswers> {
  return useMutation({
    mutationFn: (answers: ExampleAnswers) => client.post(`${pathOf(itemId)}/situation`, { answers }, SituationOutcome),
  });
}

export interface Wish {
  readonly effectiveFrom: string;
  readonly reason: string;
  /** The draft's revision, or the old version to go back to. */
  readonly of: { readonly revision: number } | { readonly version: number };
}

export type Done = z.infer<typeof Published>;

/** Publishes the draft, or an old version again. Told before the item is read anew: the form is gone by then. */
export function usePublish(itemId: string, onDone: (done: Done) => void): UseMutationResult<Done, Error, Wish> {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ of, ...wish }: Wish) =>
      client.post(
        `${pathOf(itemId)}/${'revision' in of ? 'publication' : 'rollback'}`,
        { ...wish, ...of, commandId: newCommandId() },
        Published,
      ),
    onSuccess: (done) => {
      onDone(done);
      return queries.invalidateQueries({ queryKey: ['catalogue-item', itemId] });
    },
  });
}
