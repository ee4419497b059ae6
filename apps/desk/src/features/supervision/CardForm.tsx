import type { CardView } from '@yimen/contract';
import { useMessages, useSay } from '@yimen/ui';
import { useId, type JSX } from 'react';
import { ActsForm } from './ActsForm.tsx';
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
  const id = useId();
  const acting = useCardAct(card.cardId);
  return (
    <ActsForm
      name={`card/${card.cardId}`}
      acts={card.acts.filter(({ available }) => available).map(({ act }) => act)}
      called={(act) => t(nameOf(card, act))}
      fields={(act) => <ActFields act={act} id={id} />}
      onSend={(act, typed, sent) => acting.mutate({ type: act, ...typed }, { onSuccess: sent })}
      task={acting}
    >
      <NotNow card={card} />
    </ActsForm>
  );
}
