import {
  AccountabilityActed,
  AccountabilityChoice,
  AccountabilityList,
  AccountabilityView,
  MisconductView,
  type AccountabilityActRequest,
  type AccountabilityRequest,
  type MisconductRequest,
} from '@yimen/contract';
import {
  useMutation,
  useQuery,
  useQueryClient,
  type UseMutationResult,
  type UseQueryResult,
} from '@tanstack/react-query';
import { z } from 'zod';
import { client } from '../../../shared/client.ts';
import { newCommandId } from '../../../shared/commandId.ts';

const AT = '/desk/supervision/accountability';
const KINDS = '/desk/supervision/misconduct';
const KEY = 'accountability';

const at = (accountId: string): string => `${AT}/${encodeURIComponent(accountId)}`;

export function useAccounts(): UseQueryResult<AccountabilityList> {
  return useQuery({ queryKey: [KEY], queryFn: ({ signal }) => client.get(AT, AccountabilityList, signal) });
}

export function useAccount(accountId: string): UseQueryResult<AccountabilityView> {
  return useQuery({
    queryKey: [KEY, accountId],
    queryFn: ({ signal }) => client.get(at(accountId), AccountabilityView, signal),
  });
}

/** What a case is opened from: a card, or the people of a department. */
export type OpenedFrom = { readonly card: string } | { readonly authority: string };

export function useChoice(from: OpenedFrom): UseQueryResult<AccountabilityChoice> {
  const query = new URLSearchParams(from).toString();
  return useQuery({
    queryKey: [KEY, 'from', query],
    queryFn: ({ signal }) => client.get(`${AT}/choice?${query}`, AccountabilityChoice, signal),
    placeholderData: (before) => before,
  });
}

export function useMisconduct(): UseQueryResult<MisconductView> {
  return useQuery({ queryKey: [KEY, 'kinds'], queryFn: ({ signal }) => client.get(KINDS, MisconductView, signal) });
}

function useSend<T extends object, A>(path: string, shape: z.ZodType<A>): UseMutationResult<A, Error, T> {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (body) => client.post(path, { commandId: newCommandId(), ...body }, shape),
    onSuccess: () => queries.invalidateQueries({ queryKey: [KEY] }),
  });
}

type Opening = Omit<AccountabilityRequest, 'commandId'>;
export const useOpening = (): UseMutationResult<AccountabilityActed, Error, Opening> =>
  useSend(AT, AccountabilityActed);
export const useAccountAct = (
  accountId: string,
): UseMutationResult<AccountabilityActed, Error, Pick<AccountabilityActRequest, 'command'>> =>
  useSend(`${at(accountId)}/acts`, AccountabilityActed);
export const useLayDown = (): UseMutationResult<unknown, Error, Omit<MisconductRequest, 'commandId'>> =>
  useSend(KINDS, z.unknown());
