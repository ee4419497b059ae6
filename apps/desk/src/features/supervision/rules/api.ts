import { RuleSetsView, type RuleSetRequest } from '@yimen/contract';
import {
  useMutation,
  useQuery,
  useQueryClient,
  type UseMutationResult,
  type UseQueryResult,
} from '@tanstack/react-query';
import { client } from '../../../shared/client.ts';
import { newCommandId } from '../../../shared/commandId.ts';

const AT = '/desk/supervision/rules';
const KEY = 'rules';

export function useRules(): UseQueryResult<RuleSetsView> {
  return useQuery({ queryKey: [KEY], queryFn: ({ signal }) => client.get(AT, RuleSetsView, signal) });
}

export type Wish = Omit<RuleSetRequest, 'commandId'>;

export function usePublishRules(): UseMutationResult<void, Error, Wish> {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (wish) => client.send(AT, { commandId: newCommandId(), ...wish }),
    onSuccess: () => queries.invalidateQueries({ queryKey: [KEY] }),
  });
}
