import { Refused } from '@yimen/contract';
import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query';

/** A refusal will be the same the second time; only a silent server is asked again. */
const worthRetrying = (failures: number, error: Error): boolean =>
  error instanceof Refused && error.problem.status === 0 && failures < 2;

/** Server data of all screens. A 401 anywhere ends the session here too, so that the gate asks for sign-in. */
export function newQueryClient(): QueryClient {
  const onError = (error: Error): void => {
    if (error instanceof Refused && error.problem.status === 401) client.setQueryData(['session'], null);
  };
  const client = new QueryClient({
    queryCache: new QueryCache({ onError }),
    mutationCache: new MutationCache({ onError }),
    defaultOptions: { queries: { retry: worthRetrying, staleTime: 5_000 }, mutations: { networkMode: 'always' } },
  });
  return client;
}
