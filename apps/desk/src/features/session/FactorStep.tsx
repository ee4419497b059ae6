import { Session, type DemoState, type FactorKind, type Proof } from '@yimen/contract';
import { useMessages } from '@yimen/ui';
import { useQueryClient } from '@tanstack/react-query';
import type { JSX } from 'react';
import { client } from '../../shared/client.ts';
import { ProofForm } from '../../shared/proof/ProofForm.tsx';
import { useProof } from '../../shared/proof/useProof.ts';
import { messages } from './messages.ts';

interface FactorStepProps {
  readonly factors: readonly FactorKind[];
  /** Empty where a sign-in service did the first step. */
  readonly username: string;
  readonly accounts: NonNullable<DemoState['accounts']>;
  readonly onBack: () => void;
}

const send = (proof: Proof): Promise<Session> => client.post('/session/factor', proof, Session);

/** The second step of signing in. The demonstration shows the code of its published secrets. */
export function FactorStep({ factors, username, accounts, onBack }: FactorStepProps): JSX.Element {
  const t = useMessages(messages);
  const queries = useQueryClient();
  const proof = useProof({
    passkeyAt: '/session/factor/passkey',
    send,
    onDone: (session) => queries.setQueryData(['session'], session),
  });
  const code = accounts.find((account) => account.username === username)?.code;
  return (
    <>
      <p>{t(username === '' ? 'factorWhyProvider' : 'factorWhy')}</p>
      <ProofForm kinds={factors} {...proof} />
      {code !== undefined && <p className="hint demo-code">{t('demoCode', { code })}</p>}
      <button type="button" className="link" onClick={onBack}>
        {t('backToPassword')}
      </button>
    </>
  );
}
