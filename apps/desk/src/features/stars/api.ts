import { StarDecided, StarRules, StarTrialFound } from '@yimen/contract';
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

const AT = '/desk/catalogue/star-rules';
const KEY = ['star-rules'];

export type Scheme = StarRules['scheme'];
export interface Wish {
  readonly scheme: Scheme;
  readonly effectiveFrom: string;
  readonly reason: string;
}

export function useStarRules(): UseQueryResult<StarRules> {
  return useQuery({ queryKey: KEY, queryFn: ({ signal }) => client.get(AT, StarRules, signal) });
}

/** What a scheme would do to the stars of today. */
export function useTrial(): UseMutationResult<StarTrialFound, Error, Wish> {
  return useMutation({ mutationFn: ({ scheme }) => client.post(`${AT}/trial`, { scheme }, StarTrialFound) });
}

export function useDecide(): UseMutationResult<z.infer<typeof StarDecided>, Error, Wish> {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (wish) => client.post(AT, { ...wish, commandId: newCommandId() }, StarDecided),
    onSuccess: () => queries.invalidateQueries({ queryKey: KEY }),
  });
}
