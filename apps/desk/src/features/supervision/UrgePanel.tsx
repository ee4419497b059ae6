import type { CardRowView } from '@yimen/contract';
import { ErrorSummary, Mixed, useMessages, useSay } from '@yimen/ui';
import { Button } from 'antd';
import { useId, useState, type JSX } from 'react';
import { Link } from 'react-router';
import { KeptForm, type Typed } from '../../shared/drafts/KeptForm.tsx';
import { problemOf } from '../../shared/forms/refusal.ts';
import { useSignedIn } from '../../shared/session.tsx';
import { useCards, useUrge } from './api.ts';
import { messages } from './messages.ts';

const URGERS = ['supervisor', 'dutyManager', 'chiefRepresentative', 'authorityHead'];
const ENDED = ['closed', 'declined', 'notRequired', 'returned', 'withdrawn', 'terminated', 'void'];
const DAYS = 2;

function Urging({ row }: { readonly row: CardRowView }): JSX.Element {
  const t = useMessages(messages);
  const say = useSay();
  return (
    <li>
      <Link to={`/supervision/cards/${encodeURIComponent(row.cardId)}`}>
        <Mixed text={row.question ?? say(row.about)} />
      </Link>
      <span className="sub">
        {row.answerName !== undefined && <b>{say(row.answerName)}</b>}
        {row.dueOn !== null && row.phase === 'explanation' && ` · ${t('until', { day: row.dueOn })}`}
        {row.phase === 'closed' && ` · ${say(row.phaseName)}`}
      </span>
    </li>
  );
}

interface UrgeFormProps {
  readonly caseId: string;
  readonly onClose: (sent: boolean) => void;
}

function UrgeForm({ caseId, onClose }: UrgeFormProps): JSX.Element {
  const t = useMessages(messages);
  const say = useSay();
  const id = useId();
  const urging = useUrge();
  const problem = problemOf(urging.error);
  const send = ({ question = '', answerDays }: Typed, sent: () => void): void =>
    urging.mutate({ caseId, question, answerDays: Number(answerDays) }, { onSuccess: () => [sent(), onClose(true)] });
  return (
    <KeptForm name={`case/${caseId}/urge`} label={t('urge')} onSend={send}>
      {problem !== undefined && <ErrorSummary errors={[{ text: say(problem.words) }]} />}
      <p className="card-field">
        <label htmlFor={`${id}-question`}>{t('question')}</label>
        <textarea id={`${id}-question`} name="question" rows={3} maxLength={1000} required />
      </p>
      <p className="card-field">
        <label htmlFor={`${id}-days`}>{t('answerDays')}</label>
        <input id={`${id}-days`} name="answerDays" type="number" min={1} max={20} defaultValue={DAYS} required />
      </p>
      <div className="act-list">
        <Button type="primary" htmlType="submit" loading={urging.isPending}>
          {t('confirm', { act: t('urge') })}
        </Button>
        <Button onClick={() => onClose(false)}>{t('cancel')}</Button>
      </div>
    </KeptForm>
  );
}

/** 督办 on the page of a case: what was asked and answered, and, for whoever may urge, a new question with its day. */
export function UrgePanel({ caseId, stage }: { readonly caseId: string; readonly stage: string }): JSX.Element | null {
  const t = useMessages(messages);
  const { roles } = useSignedIn();
  const [open, setOpen] = useState(false);
  const [sent, setSent] = useState(false);
  const { data } = useCards(new URLSearchParams({ caseId, family: 'urging' }).toString());
  const mayUrge = !ENDED.includes(stage) && roles.some((role) => URGERS.includes(role));
  const rows = data?.rows ?? [];
  if (!mayUrge && rows.length === 0) return null;
  const close = (done: boolean): void => {
    setOpen(false);
    setSent(done);
  };
  return (
    <section className="card-acts urgings" aria-label={t('urging')}>
      <h2>{t('urging')}</h2>
      <p role="status">{sent && t('urged')}</p>
      <ul>
        {rows.map((row) => (
          <Urging key={row.cardId} row={row} />
        ))}
      </ul>
      {mayUrge && !open && <Button onClick={() => setOpen(true)}>{t('urge')}</Button>}
      {open && <UrgeForm caseId={caseId} onClose={close} />}
    </section>
  );
}
