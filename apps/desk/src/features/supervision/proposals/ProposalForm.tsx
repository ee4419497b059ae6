import type { ProposalView } from '@yimen/contract';
import { ErrorSummary, useMessages, useSay } from '@yimen/ui';
import { Button } from 'antd';
import { useId, useState, type JSX } from 'react';
import { KeptForm, type Typed } from '../../../shared/drafts/KeptForm.tsx';
import { problemOf } from '../../../shared/forms/refusal.ts';
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
  const say = useSay();
  const [chosen, choose] = useState<Act>();
  const acting = useProposalAct(proposal.proposalId);
  const problem = problemOf(acting.error);
  const act = chosen !== undefined && proposal.acts.includes(chosen) ? chosen : undefined;
  return (
    <section aria-label={t('acts')} id="acts" className="card-acts">
      <h2>{t('acts')}</h2>
      {proposal.acts.length === 0 && <p className="empty">{t('noActs')}</p>}
      <div className="choice">
        {proposal.acts.map((one) => (
          <button key={one} type="button" aria-pressed={one === act} onClick={() => choose(one)}>
            {t(one)}
          </button>
        ))}
      </div>
      {problem !== undefined && <ErrorSummary errors={[{ text: say(problem.words) }]} />}
      {act !== undefined && (
        <KeptForm
          key={act}
          name={`proposal/${proposal.proposalId}/${act}`}
          label={t(act)}
          onSend={(typed, sent) => acting.mutate({ command: commandOf(act, typed) }, { onSuccess: sent })}
        >
          <Fields act={act} />
          <Button type="primary" htmlType="submit" loading={acting.isPending}>
            {t('confirm', { act: t(act) })}
          </Button>
        </KeptForm>
      )}
    </section>
  );
}
