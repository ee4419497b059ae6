import { Revealed, type RevealRequest } from '@yimen/contract';
import { useMutation, type UseMutationResult } from '@tanstack/react-query';
import { client } from '../../shared/client.ts';

/** One masked number in full. Every asking is on record, so none is repeated by itself; nothing of the answer is kept. */
export function useReveal(caseId: string): UseMutationResult<Revealed, Error, RevealRequest> {
  return useMutation({
    mutationFn: (asked: RevealRequest) =>
      client.post(`/desk/cases/${encodeURIComponent(caseId)}/reveals`, asked, Revealed),
    gcTime: 0,
  });
}
