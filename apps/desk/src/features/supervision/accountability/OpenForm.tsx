import type { AccountabilityChoice, AccountabilityRequest } from '@yimen/contract';
import { ErrorSummary, useMessages, useSay } from '@yimen/ui';
import { Button } from 'antd';
import { useId, type JSX } from 'react';
import { useNavigate } from 'react-router';
import { KeptForm, type Typed } from '../../../shared/drafts/KeptForm.tsx';
import { problemOf } from '../../../shared/forms/refusal.ts';
import { Loading } from '../../../shared/states/Loading.tsx';
import { CardName } from '../proposals/CardName.tsx';
import { useChoice, useOpening } from './api.ts';
import { messages } from './messages.ts';

function Fields({ choice }: { readonly choice: AccountabilityChoice }): JSX.Element {
  const t = useMessages(messages);
  const say = useSay();
  const id = useId();
  return (
    <>
      <p>
        {t('ground')} <CardName {...choice.card} />
      </p>
      <p className="card-field">
        <label htmlFor={`${id}-subject`}>{t('person')}</label>
        <select id={`${id}-subject`} name="subject" className="select" required>
          {choice.people.map(({ person, name, post, named }) => (
            <option key={person} value={person} lang="zh-CN">
              {[name, post, named ? t('named') : ''].filter((word) => word !== '').join(' · ')}
            </option>
          ))}
        </select>
      </p>
      <p className="card-field">
        <label htmlFor={`${id}-level`}>{t('level')}</label>
        <select id={`${id}-level`} name="level" className="select" required>
          {choice.levels.map(({ level, name }) => (
            <option key={level} value={level}>
              {say(name)}
            </option>
          ))}
        </select>
      </p>
      <p className="card-field">
        <label htmlFor={`${id}-lead`}>{t('lead')}</label>
        <textarea id={`${id}-lead`} name="lead" rows={3} required maxLength={2000} />
      </p>
    </>
  );
}

/** A case about one person, from a card: those it names stand first. */
export function OpenForm({ cardId }: { readonly cardId: string }): JSX.Element {
  const t = useMessages(messages);
  const say = useSay();
  const choice = useChoice(cardId).data;
  const opening = useOpening();
  const navigate = useNavigate();
  const problem = problemOf(opening.error);
  const send = ({ subject = '', level = '', lead = '' }: Typed, sent: () => void): void =>
    opening.mutate(
      { subject, lead, level: level as AccountabilityRequest['level'], cards: [cardId], proposals: [] },
      { onSuccess: ({ accountId }) => [sent(), void navigate(`/supervision/accountability/${accountId}`)] },
    );
  if (choice === undefined) return <Loading words={t('loading')} />;
  return (
    <KeptForm name={`account/${cardId}`} label={t('open')} className="card-acts" onSend={send}>
      <h2>{t('open')}</h2>
      {problem !== undefined && <ErrorSummary errors={[{ text: say(problem.words) }]} />}
      <Fields choice={choice} />
      <Button type="primary" htmlType="submit" loading={opening.isPending}>
        {t('confirmOpen')}
      </Button>
    </KeptForm>
  );
}
