import { ProofWanted, type Proof } from '@yimen/contract';
import { useMessages } from '@yimen/ui';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useState, type JSX } from 'react';
import { client } from '../client.ts';
import { Dialog } from '../Dialog.tsx';
import { answerProofsWith } from './ask.ts';
import { messages } from './messages.ts';
import { ProofForm } from './ProofForm.tsx';
import { useProof } from './useProof.ts';

interface QuestionProps {
  readonly onAnswer: (proved: boolean) => void;
}

const sendProof = (proof: Proof): Promise<void> => client.send('/session/proof', proof);

function Question({ onAnswer }: QuestionProps): JSX.Element {
  const t = useMessages(messages);
  const wanted = useQuery({
    queryKey: ['proof-kinds'],
    queryFn: ({ signal }) => client.get('/session/proof', ProofWanted, signal),
    staleTime: 0,
  });
  const proof = useProof({ passkeyAt: '/session/proof/passkey', send: sendProof, onDone: () => onAnswer(true) });
  return (
    <Dialog title={t('dialogTitle')} closeLabel={t('close')} onClose={() => onAnswer(false)}>
      <p>{t('dialogWhy')}</p>
      {wanted.data !== undefined && <ProofForm kinds={wanted.data.kinds} {...proof} />}
    </Dialog>
  );
}

/** Asks who is there whenever the server wants to know, over whatever screen is open; the form behind it stays as it is. */
export function ProofDialog(): JSX.Element | null {
  const [answer, setAnswer] = useState<(proved: boolean) => void>();
  useEffect(() => answerProofsWith(() => new Promise<boolean>((resolve) => setAnswer(() => resolve))), []);
  if (answer === undefined) return null;
  return (
    <Question
      onAnswer={(proved) => {
        setAnswer(undefined);
        answer(proved);
      }}
    />
  );
}
