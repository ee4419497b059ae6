import { Accounts, AuditRecord, SystemState, type AuditType } from '@yimen/contract';
import {
  keepPreviousData,
  useMutation,
  useQuery,
  useQueryClient,
  type UseMutationResult,
  type UseQueryResult,
} from '@tanstack/react-query';
import { client } from '../../shared/client.ts';

const KEY = 'administration';

export function useSystem(): UseQueryResult<SystemState> {
  return useQuery({
    queryKey: [KEY, 'system'],
    queryFn: ({ signal }) => client.get('/administration/system', SystemState, signal),
  });
}

export function useAccounts(): UseQueryResult<Accounts> {
  return useQuery({
    queryKey: [KEY, 'accounts'],
    queryFn: ({ signal }) => client.get('/administration/accounts', Accounts, signal),
  });
}

export interface RecordFilter {
  readonly person: string;
  readonly type: AuditType | '';
  /** Cursor of the last entry of the page before; empty for the newest. */
  readonly before: string;
}

export function useRecord(filter: RecordFilter): UseQueryResult<AuditRecord> {
  const asked = Object.entries(filter).filter(([, value]) => value !== '');
  const query = new URLSearchParams(Object.fromEntries(asked)).toString();
  return useQuery({
    queryKey: [KEY, 'record', query],
    placeholderData: keepPreviousData,
    queryFn: ({ signal }) => client.get(`/administration/record?${query}`, AuditRecord, signal),
  });
}

/** What an administrator does; each is a route of its own. */
export type Task =
  | { readonly path: 'accounts'; readonly username: string; readonly name: string; readonly password: string }
  | { readonly path: 'accounts/switch'; readonly person: string; readonly enabled: boolean }
  | {
      readonly path: 'posts/give';
      readonly person: string;
      readonly post: string;
      readonly from?: string;
      readonly to?: string;
    }
  | { readonly path: 'posts/end'; readonly person: string; readonly post: string }
  | { readonly path: 'unlock' | 'factor-reset'; readonly person: string }
  | { readonly path: 'password-profile'; readonly passwordProfile: Accounts['passwordProfile'] };

export function useTask(): UseMutationResult<void, Error, Task> {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ path, ...body }: Task) => client.send(`/administration/${path}`, body),
    onSuccess: () => queries.invalidateQueries({ queryKey: [KEY] }),
  });
}
