import { MigrationDone, MigrationView } from '@yimen/contract';
import {
  useMutation,
  useQuery,
  useQueryClient,
  type UseMutationResult,
  type UseQueryResult,
} from '@tanstack/react-query';
import { client } from '../../shared/client.ts';
import { newCommandId } from '../../shared/commandId.ts';

const pathOf = (itemId: string): string => `/desk/migrations/${encodeURIComponent(itemId)}`;
const keyOf = (itemId: string) => ['migration', itemId];

export function useMigration(itemId: string): UseQueryResult<MigrationView> {
  return useQuery({
    queryKey: keyOf(itemId),
    queryFn: ({ signal }) => client.get(pathOf(itemId), MigrationView, signal),
  });
}

export interface MoveWish {
  readonly to: number;
  readonly reason: string;
  readonly basis: string;
  readonly cases: readonly string[];
}

export function useMove(itemId: string): UseMutationResult<MigrationDone, Error, MoveWish> {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (wish) => client.post(pathOf(itemId), { commandId: newCommandId(), ...wish }, MigrationDone),
    onSuccess: () => queries.invalidateQueries({ queryKey: keyOf(itemId) }),
  });
}
