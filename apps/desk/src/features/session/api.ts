import { DemoState, FactorWanted, Refused, Session, SignInAnswer, SignInWays } from '@yimen/contract';
import {
  useMutation,
  useQuery,
  useQueryClient,
  type UseMutationResult,
  type UseQueryResult,
} from '@tanstack/react-query';
import { client } from '../../shared/client.ts';

/** What the server refuses with one of these numbers is an answer here, not a failure. */
async function unless<T>(statuses: readonly number[], asked: Promise<T>): Promise<T | null> {
  try {
    return await asked;
  } catch (error) {
    if (error instanceof Refused && statuses.includes(error.problem.status)) return null;
    throw error;
  }
}

/** Who is signed in; null when nobody is. */
export function useSession(): UseQueryResult<Session | null> {
  return useQuery({
    queryKey: ['session'],
    staleTime: 60_000,
    queryFn: ({ signal }) => unless([401], client.get('/session', Session, signal)),
  });
}

const CODES_FRESH_MS = 10_000;

/** Accounts of the demonstration; null outside it, where the route does not exist. */
export function useDemoAccounts(): UseQueryResult<DemoState | null> {
  return useQuery({
    queryKey: ['demo-accounts'],
    // The codes shown with them change every half minute.
    refetchInterval: ({ state }) => (state.data === null ? false : CODES_FRESH_MS),
    queryFn: ({ signal }) => unless([401, 403, 404], client.get('/demo', DemoState, signal)),
  });
}

/** Ways to sign in besides the password. */
export function useSignInWays(): UseQueryResult<SignInWays> {
  return useQuery({
    queryKey: ['sign-in-ways'],
    staleTime: Infinity,
    queryFn: ({ signal }) => client.get('/session/ways', SignInWays, signal),
  });
}

/** What a first step done elsewhere still waits for; null once it is too late. */
export function useHalfWay(enabled: boolean): UseQueryResult<FactorWanted | null> {
  return useQuery({
    queryKey: ['half-way'],
    enabled,
    queryFn: ({ signal }) => unless([401], client.get('/session/factor', FactorWanted, signal)),
  });
}

interface Credentials {
  readonly username: string;
  readonly password: string;
}

export function useSignIn(): UseMutationResult<SignInAnswer, Error, Credentials> {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (credentials: Credentials) => client.post('/session', credentials, SignInAnswer),
    onSuccess: (answer) => {
      if (!('factors' in answer)) queries.setQueryData(['session'], answer);
    },
  });
}

/** Ends the session here and at the server; nothing of it stays in this browser's memory. */
export function useSignOut(): UseMutationResult<void, Error, void> {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: () => client.remove('/session'),
    onSuccess: () => {
      // Told first: the gate listens to this very answer, and would not hear of a new one.
      queries.setQueryData(['session'], null);
      queries.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'session' });
    },
  });
}
