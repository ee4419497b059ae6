import { Refused, type Proof } from '@yimen/contract';
import { useMessages, useSay } from '@yimen/ui';
import { useMutation } from '@tanstack/react-query';
import { messages } from './messages.ts';
import { PasskeyFailed, askPasskey } from './passkey.ts';

interface ProofSteps<T> {
  /** Where the challenge for a passkey comes from. */
  readonly passkeyAt: string;
  readonly send: (proof: Proof) => Promise<T>;
  readonly onDone: (answer: T) => void;
  readonly onRefused?: (refusal: Refused) => void;
}

interface ProofState {
  readonly pending: boolean;
  readonly refused: string | undefined;
  readonly onProof: (proof: Proof) => void;
  readonly onPasskey: () => void;
}

/** What a {@link ProofForm} needs: sends what was typed, or what the browser's passkey answered. */
export function useProof<T>({ passkeyAt, send, onDone, onRefused }: ProofSteps<T>): ProofState {
  const t = useMessages(messages);
  const say = useSay();
  const proof = useMutation({
    mutationFn: async (given: Proof | 'passkey') =>
      send(given === 'passkey' ? { kind: 'passkey', answer: await askPasskey(passkeyAt) } : given),
    onSuccess: onDone,
    onError: (error) => {
      if (error instanceof Refused) onRefused?.(error);
    },
  });
  const { error } = proof;
  if (error !== null && !(error instanceof Refused) && !(error instanceof PasskeyFailed)) throw error;
  const words = error instanceof Refused ? say(error.problem.words) : t('passkeyFailed');
  return {
    pending: proof.isPending,
    refused: error === null ? undefined : words,
    onProof: (given) => proof.mutate(given),
    onPasskey: () => proof.mutate('passkey'),
  };
}
