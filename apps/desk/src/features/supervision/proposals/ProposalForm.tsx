import type { ProposalView } from '@yimen/contract';
import { useMessages } from '@yimen/ui';
import { useId, type JSX } from 'react';
import type { Typed } from '../../../shared/drafts/KeptForm.tsx';
import { ActsForm } from '../ActsForm.tsx';
import { useProposalAct } from './api.ts';
import { messages } from './messages.ts';

type Act = ProposalView['acts'][number];

const LONG = { receive: [], reply: ['text'], returnReply: ['reason'], close: ['opinion'] } as const;

function Fields({ act }: { readonly act: Act }): JSX.Element {
  const t = useMessages(messages);
  const id = useId();
  return (
    <>
      {LONG[act].map((name) => (
        <p key={name} className="card-field">
          <label htmlFor={`${id}-${name}`}>{t(name)}</label>
          <textarea id={`${id}-${name}`} name={name} rows={4} required maxLength={2000} />
        </p>
      ))}
      {act === 'reply' && (
        <p className="card-field">
          <label htmlFor={`${id}-proof`}>{t('proof')}</label>
          <input id={`${id}-proof`} name="proof" required maxLength={500} autoComplete="off" />
        </p>
      )}
      {act === 'returnReply' && (
        <p className="card-field">
          <label htmlFor={`${id}-days`}>{t('replyDays')}</label>
          <input id={`${id}-days`} name="replyDays" type="number" min={5} max={30} defaultValue={10} required />
        </p>
      )}
    </>
  );
}

function commandOf(act: Act, { text = '', proof = '', reason = '', opinion = '', replyDays = '' }: Typed) {
  switch (act) {
    case 'receive':
      return { type: act };
    case 'reply':
      return { type: act, text, proof };
    case 'returnReply':
      return { type: act, reason, replyDays: Number(replyDays) };
    case 'close':
      return { type: act, opinion };
    default:
      return act satisfies never;
  }
}

/** Receiving, answering, examining: one act at a time. */
export function ProposalForm({ proposal }: { readonly proposal: ProposalView }): JSX.Element {
  const t = useMessages(messages);
  const acting = useProposalAct(proposal.proposalId);
  return (
    <ActsForm
      name={`proposal/${proposal.proposalId}`}
      acts={proposal.acts}
      called={(act) => t(act)}
      fields={(act) => <Fields act={act} />}
      onSend={(act, typed, sent) => acting.mutate({ command: commandOf(act, typed) }, { onSuccess: sent })}
      task={acting}
    />
  );
}
