import { ActAnswer, CaseView, PaperView, Queue, type QueueRow } from '@yimen/contract';
import type { CaseCommand } from '@yimen/core/casework';
import {
  useMutation,
  useQuery,
  useQueryClient,
  type UseMutationResult,
  type UseQueryResult,
} from '@tanstack/react-query';
import { useRef } from 'react';
import { client } from '../client.ts';
import { newCommandId } from '../commandId.ts';

const caseKey = (caseId: string): readonly string[] => ['case', caseId];

/** One case; asked again every second and a half while one of its papers is being made. */
export function useCase(caseId: string): UseQueryResult<CaseView> {
  return useQuery({
    queryKey: caseKey(caseId),
    queryFn: ({ signal }) => client.get(`/desk/cases/${encodeURIComponent(caseId)}`, CaseView, signal),
    refetchInterval: ({ state }) => (state.data?.papers.some((paper) => paper.state === 'making') ? 1500 : false),
  });
}

export const paperUrl = (caseId: string, paperId: string): string =>
  `/api/v1/desk/cases/${encodeURIComponent(caseId)}/papers/${encodeURIComponent(paperId)}.pdf`;

/** Has a paper that could not be made tried once more; the case is read again, and goes on being read until it is there. */
export function usePaperAgain(caseId: string): UseMutationResult<PaperView, Error, string> {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (paperId: string) =>
      client.post(
        `/desk/cases/${encodeURIComponent(caseId)}/papers/${encodeURIComponent(paperId)}/again`,
        {},
        PaperView,
      ),
    onSettled: () => queries.invalidateQueries({ queryKey: caseKey(caseId) }),
  });
}

export const caseFileUrl = (caseId: string): string => `/api/v1/desk/cases/${encodeURIComponent(caseId)}/file.pdf`;

/** The revision makes the browser ask again after an act. */
export const caseFlowUrl = (caseId: string, revision: number, language: 'zh' | 'en'): string =>
  `/api/v1/desk/cases/${encodeURIComponent(caseId)}/flow.svg?language=${language}&revision=${String(revision)}`;

interface Acting {
  readonly caseId: string;
  /** The revision the screen showed. */
  readonly revision: number;
}

/**
 * Does acts on a case, all or none. A retry of the same commands carries the same command id, so that an answer lost
 * on the way is given again instead of acting twice.
 */
export function useActs({ caseId, revision }: Acting): UseMutationResult<ActAnswer, Error, readonly CaseCommand[]> {
  const queries = useQueryClient();
  const attempt = useRef({ of: '', commandId: '' });
  return useMutation({
    mutationFn: (commands: readonly CaseCommand[]) => {
      const of = JSON.stringify([revision, commands]);
      if (attempt.current.of !== of) attempt.current = { of, commandId: newCommandId() };
      const body = { commandId: attempt.current.commandId, revision, commands };
      return client.post(`/desk/cases/${encodeURIComponent(caseId)}/acts`, body, ActAnswer);
    },
    onSettled: async () => {
      await Promise.all([
        queries.invalidateQueries({ queryKey: caseKey(caseId) }),
        queries.invalidateQueries({ queryKey: ['queue'] }),
      ]);
    },
  });
}

const MAX_PAGES = 10;

/** My rows waiting for one of these acts, over all pages of the queue. */
export function useWaitingFor(acts: readonly string[]): UseQueryResult<readonly QueueRow[]> {
  return useQuery({
    queryKey: ['queue', 'waiting', acts],
    queryFn: async ({ signal }) => {
      const rows: QueueRow[] = [];
      let cursor: string | undefined = '';
      for (let page = 0; page < MAX_PAGES && cursor !== undefined; page += 1) {
        const query = new URLSearchParams({ scope: 'mine', ...(cursor === '' ? {} : { cursor }) });
        const answer: Queue = await client.get(`/desk/queue?${query.toString()}`, Queue, signal);
        rows.push(...answer.rows.filter(({ waitingFor }) => acts.includes(waitingFor.act)));
        cursor = answer.next;
      }
      return rows;
    },
  });
}

/** Asks for the first page of what waits for me, the least time first; nothing when it cannot be had. */
export function useMyRows(): () => Promise<readonly QueueRow[]> {
  const queries = useQueryClient();
  return async () => {
    const asked = queries.fetchQuery({
      queryKey: ['queue', 'first'],
      queryFn: () => client.get('/desk/queue?scope=mine', Queue),
    });
    return asked.then(
      ({ rows }) => rows,
      () => [],
    );
  };
}
