import {
  ProposalActed,
  ProposalList,
  ProposalView,
  type ProposalActRequest,
  type ProposalRequest,
} from '@yimen/contract';
import {
  useMutation,
  useQuery,
  useQueryClient,
  type UseMutationResult,
  type UseQueryResult,
} from '@tanstack/react-query';
import type { z } from 'zod';
import { client } from '../../../shared/client.ts';
import { newCommandId } from '../../../shared/commandId.ts';

const AT = '/desk/supervision/proposals';
const KEY = 'proposals';
type Acted = z.infer<typeof ProposalActed>;

export const proposalPaper = (proposalId: string): string => `/api/v1${AT}/${encodeURIComponent(proposalId)}/paper`;

export function useProposals(): UseQueryResult<ProposalList> {
  return useQuery({ queryKey: [KEY], queryFn: ({ signal }) => client.get(AT, ProposalList, signal) });
}

export function useProposal(proposalId: string): UseQueryResult<ProposalView> {
  return useQuery({
    queryKey: [KEY, proposalId],
    queryFn: ({ signal }) => client.get(`${AT}/${encodeURIComponent(proposalId)}`, ProposalView, signal),
  });
}

function useSend<T extends object>(path: string): UseMutationResult<Acted, Error, T> {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (body) => client.post(path, { commandId: newCommandId(), ...body }, ProposalActed),
    onSuccess: () => queries.invalidateQueries({ queryKey: [KEY] }),
  });
}

export const useIssue = (): UseMutationResult<Acted, Error, Omit<ProposalRequest, 'commandId'>> => useSend(AT);
export const useProposalAct = (
  proposalId: string,
): UseMutationResult<Acted, Error, Pick<ProposalActRequest, 'command'>> =>
  useSend(`${AT}/${encodeURIComponent(proposalId)}/acts`);
