import { Account, Ended, RecoveryCodes, Refused, TotpOffer } from '@yimen/contract';
import {
  useMutation,
  useQuery,
  useQueryClient,
  type UseMutationResult,
  type UseQueryResult,
} from '@tanstack/react-query';
import { client } from '../../shared/client.ts';
import { makePasskey } from '../../shared/proof/passkey.ts';

const KEY = ['account'];

export function useAccount(): UseQueryResult<Account> {
  return useQuery({ queryKey: KEY, queryFn: ({ signal }) => client.get('/account', Account, signal) });
}

/** A change of one's account; what the screens show of it is asked for again. */
function useChange<A, T>(change: (input: A) => Promise<T>): UseMutationResult<T, Error, A> {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: change,
    onSuccess: () => queries.invalidateQueries({ queryKey: KEY }),
  });
}

export const useTotpOffer = (): UseMutationResult<TotpOffer, Error, void> =>
  useMutation({ mutationFn: () => client.post('/account/totp', {}, TotpOffer) });

export const useTotpConfirmation = (): UseMutationResult<RecoveryCodes, Error, string> =>
  useChange((code) => client.post('/account/totp/confirmation', { code }, RecoveryCodes));

export const useNewPasskey = (): UseMutationResult<RecoveryCodes, Error, string> =>
  useChange(async (name) => client.post('/account/passkeys', { name, answer: await makePasskey() }, RecoveryCodes));

/** `totp`, or a passkey's id. */
export const useRemoval = (): UseMutationResult<void, Error, string> =>
  useChange((which) =>
    client.remove(which === 'totp' ? '/account/totp' : `/account/passkeys/${encodeURIComponent(which)}`),
  );

export const useNewCodes = (): UseMutationResult<RecoveryCodes, Error, void> =>
  useChange(() => client.post('/account/recovery-codes', {}, RecoveryCodes));

interface PasswordTyped {
  readonly current: string;
  readonly next: string;
}

export const usePasswordChange = (): UseMutationResult<void, Error, PasswordTyped> =>
  useChange((typed) => client.send('/account/password', typed));

export const useEndOthers = (): UseMutationResult<Ended, Error, void> =>
  useChange(() => client.post('/account/sessions/others/end', {}, Ended));

/** Asks the server anew what this session may do: called when what had to come first is done. */
export function useFreshSession(): () => Promise<void> {
  const queries = useQueryClient();
  return () => queries.invalidateQueries({ queryKey: ['session'] });
}

/** Words of a refusal; undefined for what is none (the browser gave up on a passkey). */
export const refusalIn = (error: Error | null): Refused | undefined => (error instanceof Refused ? error : undefined);
