import { DemoState } from '@yimen/contract';
import {
  useMutation,
  useQuery,
  useQueryClient,
  type UseMutationResult,
  type UseQueryResult,
} from '@tanstack/react-query';
import { client } from '../../shared/client.ts';

/** The day on the demonstration's clock. */
export function useDemoToday(): UseQueryResult<DemoState> {
  return useQuery({ queryKey: ['demo'], queryFn: ({ signal }) => client.get('/demo', DemoState, signal) });
}

/** Moves the demonstration's clock; everything on screen is asked again, for every deadline moved with it. */
export function useAdvance(): UseMutationResult<DemoState, Error, number> {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (days: number) => client.post('/demo/advance', { days }, DemoState),
    onSuccess: (state) => {
      queries.setQueryData(['demo'], state);
      return queries.invalidateQueries();
    },
  });
}
