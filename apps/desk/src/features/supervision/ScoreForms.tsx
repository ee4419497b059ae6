import type { ScoreLineView, ScoreView } from '@yimen/contract';
import { useMessages, useSay } from '@yimen/ui';
import { useId, type JSX } from 'react';
import type { Typed } from '../../shared/drafts/KeptForm.tsx';
import { FoldedForm } from './FoldedForm.tsx';
import { useChooseSheet, useEnter } from './scoreApi.ts';
import { messages } from './scoreMessages.ts';

function EntryFields({ lines }: { readonly lines: readonly ScoreLineView[] }): JSX.Element {
  const t = useMessages(messages);
  const say = useSay();
  const id = useId();
  return (
    <>
      <p className="card-field">
        <label htmlFor={`${id}-line`}>{t('line')}</label>
        <select id={`${id}-line`} name="line">
          {lines.map(({ code, name }) => (
            <option key={code} value={code}>
              {say(name)}
            </option>
          ))}
        </select>
      </p>
      <p className="card-field">
        <label htmlFor={`${id}-times`}>{t('count')}</label>
        <input id={`${id}-times`} name="times" type="number" min={1} max={100} defaultValue={1} required />
      </p>
      <p className="card-field">
        <label htmlFor={`${id}-reason`}>{t('reason')}</label>
        <textarea id={`${id}-reason`} name="reason" rows={2} required />
      </p>
      <p className="card-field">
        <label htmlFor={`${id}-record`}>{t('record')}</label>
        <input id={`${id}-record`} name="record" required autoComplete="off" />
      </p>
    </>
  );
}

/** What the record cannot tell: entered with the document it rests on. */
export function EnterPoints({ score }: { readonly score: ScoreView }): JSX.Element {
  const t = useMessages(messages);
  const entering = useEnter(score);
  const lines = [...score.parts.flatMap((part) => part.lines), ...score.bonus].filter(({ by }) => by === 'entered');
  const send = ({ line = '', times, reason = '', record = '' }: Typed, sent: () => void): void =>
    entering.mutate({ line, times: Number(times), reason, record }, { onSuccess: sent });
  if (lines.length === 0) return <></>;
  return (
    <FoldedForm
      title={t('enter')}
      name={`score/${score.subject}/${score.scored}/${score.month}/entry`}
      onSend={send}
      task={entering}
      confirm={t('confirm')}
      done={t('done')}
    >
      <EntryFields lines={lines} />
    </FoldedForm>
  );
}

interface SheetChoiceProps {
  readonly score: ScoreView;
  readonly sheets: NonNullable<ScoreView['sheets']>;
}

/** Which model the hall is scored by, from a month on. */
export function SheetChoice({ score, sheets }: SheetChoiceProps): JSX.Element {
  const t = useMessages(messages);
  const say = useSay();
  const id = useId();
  const choosing = useChooseSheet();
  const send = ({ code = '', from = '' }: Typed, sent: () => void): void =>
    choosing.mutate({ subject: score.subject, code, from }, { onSuccess: sent });
  return (
    <FoldedForm
      title={t('choose')}
      name={`score/${score.subject}/sheet`}
      onSend={send}
      task={choosing}
      confirm={t('confirmSheet')}
      done={t('chosen')}
    >
      <p className="card-field">
        <label htmlFor={`${id}-code`}>{t('sheet')}</label>
        <select id={`${id}-code`} name="code" defaultValue={score.sheet.code}>
          {sheets.map(({ code, title }) => (
            <option key={code} value={code}>
              {say(title)}
            </option>
          ))}
        </select>
      </p>
      <p className="card-field">
        <label htmlFor={`${id}-from`}>{t('from')}</label>
        <input id={`${id}-from`} name="from" type="month" defaultValue={score.month} required />
      </p>
    </FoldedForm>
  );
}
