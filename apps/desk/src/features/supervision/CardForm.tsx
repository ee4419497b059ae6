import type { CardView } from '@yimen/contract';
import { ErrorSummary, useMessages, useSay } from '@yimen/ui';
import { Button } from 'antd';
import { useId, useState, type JSX } from 'react';
import { KeptForm, type Typed } from '../../shared/drafts/KeptForm.tsx';
import { problemOf } from '../../shared/forms/refusal.ts';
import { useCardAct } from './api.ts';
import { messages } from './messages.ts';

type Act = CardView['acts'][number]['act'];
type FieldName = 'text' | 'reason' | 'proof' | 'record' | 'ground';

/** What each act asks for. */
const FIELDS: Readonly<Record<Act, readonly FieldName[]>> = {
  explain: ['text'],
  appeal: ['ground', 'text'],
  uphold: ['reason'],
  rescind: ['reason'],
  excuse: ['ground', 'record', 'reason'],
  reportRectification: ['text', 'proof'],
  acceptRectification: ['reason'],
  rejectRectification: ['reason'],
  settle: ['reason'],
};
const GROUNDS = { appeal: ['notSo', 'notOurs', 'forceMajeure', 'outage'], excuse: ['outage', 'forceMajeure'] } as const;

function ActFields({ act, id }: { readonly act: Act; readonly id: string }): JSX.Element {
  const t = useMessages(messages);
  const grounds = act === 'excuse' ? GROUNDS.excuse : GROUNDS.appeal;
  return (
    <>
      {FIELDS[act].map((name) => (
        <p key={name} className="card-field">
          <label htmlFor={`${id}-${name}`}>{t(name)}</label>
          {name === 'ground' && (
            <select id={`${id}-${name}`} name={name}>
              {grounds.map((ground) => (
                <option key={ground} value={ground}>
                  {t(ground)}
                </option>
              ))}
            </select>
          )}
          {(name === 'proof' || name === 'record') && (
            <input id={`${id}-${name}`} name={name} required autoComplete="off" />
          )}
          {(name === 'text' || name === 'reason') && <textarea id={`${id}-${name}`} name={name} rows={4} required />}
        </p>
      ))}
    </>
  );
}

/** What cannot be done now, each with why. */
function NotNow({ card }: { readonly card: CardView }): JSX.Element | null {
  const t = useMessages(messages);
  const say = useSay();
  const shut = card.acts.flatMap(({ act, refusal }) => (refusal === undefined ? [] : [{ act, refusal }]));
  if (shut.length === 0) return null;
  return (
    <details className="card-shut">
      <summary>{t('notNow', { n: shut.length })}</summary>
      <dl>
        {shut.map(({ act, refusal }) => (
          <div key={act}>
            <dt>{t(act)}</dt>
            <dd>{say(refusal)}</dd>
          </div>
        ))}
      </dl>
    </details>
  );
}

/** On an urging one answers; on a card one explains. It is the same act. */
const nameOf = (card: CardView, act: Act): Act | 'answerUrging' =>
  act === 'explain' && card.family === 'urging' ? 'answerUrging' : act;

/** One act at a time: choose it, fill it in, confirm. What may not be done says why. */
export function CardForm({ card }: { readonly card: CardView }): JSX.Element {
  const t = useMessages(messages);
  const say = useSay();
  const id = useId();
  const open = card.acts.filter(({ available }) => available).map(({ act }) => act);
  const [chosen, choose] = useState<Act>();
  const act = chosen !== undefined && open.includes(chosen) ? chosen : undefined;
  const acting = useCardAct(card.cardId);
  const problem = problemOf(acting.error);
  const send = (typed: Typed, sent: () => void): void =>
    acting.mutate({ type: act, ...typed }, { onSuccess: () => [sent(), choose(undefined)] });
  return (
    <section aria-label={t('acts')} id="acts" className="card-acts">
      <h2>{t('acts')}</h2>
      {open.length === 0 && <p className="empty">{t('noActs')}</p>}
      <div className="choice">
        {open.map((one) => (
          <button key={one} type="button" aria-pressed={one === act} onClick={() => choose(one)}>
            {t(nameOf(card, one))}
          </button>
        ))}
      </div>
      {problem !== undefined && <ErrorSummary errors={[{ text: say(problem.words) }]} />}
      {act !== undefined && (
        <KeptForm key={act} name={`card/${card.cardId}/${act}`} label={t(nameOf(card, act))} onSend={send}>
          <ActFields act={act} id={id} />
          <Button type="primary" htmlType="submit" loading={acting.isPending}>
            {t('confirm', { act: t(nameOf(card, act)) })}
          </Button>
        </KeptForm>
      )}
      <NotNow card={card} />
    </section>
  );
}
