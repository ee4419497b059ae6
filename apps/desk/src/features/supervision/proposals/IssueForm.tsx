import type { CardRowView } from '@yimen/contract';
import { ErrorSummary, useMessages, useSay } from '@yimen/ui';
import { Button } from 'antd';
import { useId, type JSX } from 'react';
import { useNavigate } from 'react-router';
import { KeptForm, type Typed } from '../../../shared/drafts/KeptForm.tsx';
import { problemOf } from '../../../shared/forms/refusal.ts';
import { useCard, useCards } from '../api.ts';
import { useIssue } from './api.ts';
import { CardName } from './CardName.tsx';
import { messages } from './messages.ts';

const NAME = 'card:';

/** The card one began with first, then the others put to its department that still count. */
function useChoice(cardId: string): readonly CardRowView[] {
  const card = useCard(cardId).data;
  const { data } = useCards('');
  if (card === undefined) return [];
  const others = data?.rows.filter((row) => row.cardId !== cardId && row.authorityName === card.authorityName) ?? [];
  return [card, ...others.slice(0, 20)];
}

function CardChoice({ cards }: { readonly cards: readonly CardRowView[] }): JSX.Element {
  const t = useMessages(messages);
  return (
    <fieldset className="proposal-cards">
      <legend>{t('choose')}</legend>
      {cards.map((card, at) => (
        <label key={card.cardId}>
          <input type="checkbox" name={`${NAME}${card.cardId}`} value="yes" defaultChecked={at === 0} />{' '}
          <CardName {...card} />
        </label>
      ))}
    </fieldset>
  );
}

function Said(): JSX.Element {
  const t = useMessages(messages);
  const id = useId();
  return (
    <>
      {(['found', 'advice'] as const).map((name) => (
        <p key={name} className="card-field">
          <label htmlFor={`${id}-${name}`}>{t(name)}</label>
          <textarea id={`${id}-${name}`} name={name} rows={3} required maxLength={2000} />
        </p>
      ))}
      <p className="card-field">
        <label htmlFor={`${id}-days`}>{t('replyDays')}</label>
        <input id={`${id}-days`} name="replyDays" type="number" min={5} max={30} defaultValue={15} required />
      </p>
    </>
  );
}

/** A proposal from a card and, where one wishes, others of the same department. */
export function IssueForm({ cardId }: { readonly cardId: string }): JSX.Element {
  const t = useMessages(messages);
  const say = useSay();
  const cards = useChoice(cardId);
  const issuing = useIssue();
  const navigate = useNavigate();
  const problem = problemOf(issuing.error);
  const send = (typed: Typed, sent: () => void): void => {
    const chosen = Object.keys(typed).flatMap((name) => (name.startsWith(NAME) ? [name.slice(NAME.length)] : []));
    const { found = '', advice = '', replyDays = '' } = typed;
    issuing.mutate(
      { cards: chosen, found, advice, replyDays: Number(replyDays) },
      { onSuccess: ({ proposalId }) => [sent(), void navigate(`/supervision/proposals/${proposalId}`)] },
    );
  };
  return (
    <KeptForm name={`proposal/${cardId}`} label={t('issue')} className="card-acts" onSend={send}>
      <h2>{t('issue')}</h2>
      {problem !== undefined && <ErrorSummary errors={[{ text: say(problem.words) }]} />}
      <CardChoice cards={cards} />
      <Said />
      <Button type="primary" htmlType="submit" loading={issuing.isPending}>
        {t('confirmIssue')}
      </Button>
    </KeptForm>
  );
}
