import {
  CoverageView,
  LedgerPreview,
  LedgerRowActed,
  LedgerView,
  type LedgerDutyRequest,
  type LedgerRowActRequest,
} from '@yimen/contract';
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

const AT = '/desk/supervision';
const KEY = 'ledgers';

export function useCoverage(month: string | null): UseQueryResult<CoverageView> {
  const query = month === null ? '' : `?month=${encodeURIComponent(month)}`;
  return useQuery({
    queryKey: [KEY, 'all', month],
    queryFn: ({ signal }) => client.get(`${AT}/coverage${query}`, CoverageView, signal),
  });
}

/** Which ledger: department and kind, and of which month. */
export interface LedgerName {
  readonly authority: string;
  readonly kind: string;
  readonly month: string;
}
const pathOf = ({ authority, kind, month }: LedgerName): string =>
  `${AT}/ledgers/${encodeURIComponent(authority)}/${kind}/${month}`;
const nameOf = ({ authority, kind }: LedgerName): string => `${AT}/ledgers/${encodeURIComponent(authority)}/${kind}`;

export function useLedger(name: LedgerName): UseQueryResult<LedgerView> {
  return useQuery({
    queryKey: [KEY, 'one', name],
    queryFn: ({ signal }) => client.get(pathOf(name), LedgerView, signal),
  });
}

function formOf(file: File): FormData {
  const form = new FormData();
  form.append('file', file);
  return form;
}

export function usePreview(name: LedgerName): UseMutationResult<LedgerPreview, Error, File> {
  return useMutation({ mutationFn: (file) => client.upload(`${pathOf(name)}/preview`, formOf(file), LedgerPreview) });
}

export interface HandingIn {
  readonly file: File;
  readonly reason: string;
}

export function useHandIn(name: LedgerName): UseMutationResult<LedgerPreview, Error, HandingIn> {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ file, reason }) => {
      const query = new URLSearchParams({ commandId: newCommandId(), ...(reason === '' ? {} : { reason }) });
      return client.upload(`${pathOf(name)}?${query.toString()}`, formOf(file), LedgerPreview);
    },
    onSuccess: () => queries.invalidateQueries({ queryKey: [KEY] }),
  });
}

export function useRowAct(
  name: LedgerName,
): UseMutationResult<unknown, Error, Pick<LedgerRowActRequest, 'serial'> & { readonly command: object }> {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (acting) =>
      client.post(`${nameOf(name)}/acts`, { commandId: newCommandId(), ...acting }, LedgerRowActed),
    onSuccess: () => queries.invalidateQueries({ queryKey: [KEY] }),
  });
}

export function useDuty(name: LedgerName): UseMutationResult<void, Error, z.infer<typeof LedgerDutyRequest>> {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (duty) => client.send(`${nameOf(name)}/duty`, duty),
    onSuccess: () => queries.invalidateQueries({ queryKey: [KEY] }),
  });
}
