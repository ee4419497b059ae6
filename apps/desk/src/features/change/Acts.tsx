import type { ChangePage, ChangeWish } from '@yimen/contract';
import { ErrorSummary, useMessages, useSay, Mixed } from '@yimen/ui';
import { Button } from 'antd';
import { useId, useState, type FormEvent, type JSX } from 'react';
import { useTyped, type Typed } from '../../shared/drafts/useTyped.ts';
import { Field } from '../../shared/forms/Field.tsx';
import type { Values } from '../../shared/forms/fields.ts';
import { problemOf } from '../../shared/forms/refusal.ts';
import { useUpload } from '../../shared/materials/api.ts';
import { actName, commandOf, fieldsFor, isFilled, type OpenAct } from './actForms.ts';
import { useChangeAct } from './api.ts';
import { messages } from './messages.ts';
import { WishForm } from './WishForm.tsx';

const keyOf = ({ act, step }: OpenAct): string => (step === undefined ? act : `${act} ${step}`);

/** One act at a time: choose it, fill it in, confirm. What may not be done says why. */
export function Acts({ change }: { readonly change: ChangePage }): JSX.Element {
  const t = useMessages(messages);
  const say = useSay();
  const open = change.acts.filter(({ available }) => available);
  const [chosen, choose] = useState<string>();
  const act = open.find((one) => keyOf(one) === chosen);
  return (
    <section aria-label={t('acts')} id="acts" className="change-acts">
      <h2>{t('acts')}</h2>
      {open.length === 0 && <p className="empty">{t('noActs')}</p>}
      <div className="choice">
        {open.map((one) => (
          <button key={keyOf(one)} type="button" aria-pressed={one === act} onClick={() => choose(keyOf(one))}>
            {say(actName(one))}
          </button>
        ))}
      </div>
      {act !== undefined && act.act === 'resubmit' && <Resubmit change={change} />}
      {act !== undefined && act.act !== 'resubmit' && <ActForm key={keyOf(act)} change={change} act={act} />}
      <NotNow change={change} />
    </section>
  );
}

function Resubmit({ change }: { readonly change: ChangePage }): JSX.Element {
  const acting = useChangeAct(change.changeId);
  const send = (wish: ChangeWish, sent: () => void): void =>
    acting.mutate({ type: 'resubmit', wish }, { onSuccess: sent });
  const names = new Map(change.lines.map(({ itemId, name }) => [itemId, name]));
  return (
    <WishForm
      kept={`change/${change.changeId}/resubmit`}
      initial={change.wish}
      names={names}
      action="resubmit"
      pending={acting.isPending}
      error={acting.error}
      onSend={send}
    />
  );
}

interface ActFormProps {
  readonly change: ChangePage;
  readonly act: OpenAct;
}

const initialOf = ({ today }: ChangePage, { targets = [] }: OpenAct): Values => ({
  heldOn: today,
  effectiveFrom: today,
  to: targets[0]?.phase ?? '',
});

function ActForm({ change, act }: ActFormProps): JSX.Element {
  const t = useMessages(messages);
  const say = useSay();
  const id = useId();
  const acting = useChangeAct(change.changeId);
  const typed = useTyped(`change/${change.changeId}/${keyOf(act)}`, initialOf(change, act));
  const problem = problemOf(acting.error);
  const command = commandOf(act, typed.values);
  const send = (event: FormEvent): void => {
    event.preventDefault();
    if (command !== undefined) acting.mutate(command, { onSuccess: typed.drop });
  };
  const name = say(actName(act));
  return (
    <form onSubmit={send} aria-label={name}>
      {problem !== undefined && <ErrorSummary errors={[{ text: say(problem.words) }]} article={problem.article} />}
      {fieldsFor(act).map((field) => (
        <Field
          key={field.name}
          id={`${id}-${field.name}`}
          field={field}
          value={typed.values[field.name] ?? ''}
          onChange={(value) => typed.set(field.name, value)}
        />
      ))}
      {(act.act === 'deliberate' || act.act === 'reject') && <MinutesField id={id} typed={typed} />}
      <p className="hint" aria-live="polite">
        {typed.kept && t('kept')}
      </p>
      <Button
        type="primary"
        htmlType="submit"
        loading={acting.isPending}
        disabled={command === undefined || !isFilled(act, typed.values)}
      >
        {t('confirm', { act: name })}
      </Button>
    </form>
  );
}

/** The minutes are a file; its name and hash are what is kept of the typing. */
function MinutesField({ id, typed }: { readonly id: string; readonly typed: Typed }): JSX.Element {
  const t = useMessages(messages);
  const say = useSay();
  const upload = useUpload();
  const problem = problemOf(upload.error);
  const { values, set } = typed;
  const choose = (file: File): void =>
    upload.mutate(file, {
      onSuccess: (stored) => {
        set('fileName', stored.name);
        set('fileHash', stored.sha256);
      },
    });
  return (
    <div className="field">
      <label className="field-label" htmlFor={`${id}-file`}>
        {t('minutesFile')}
      </label>
      <input
        id={`${id}-file`}
        type="file"
        accept=".pdf,.ofd,.png,.jpg,.jpeg"
        onChange={({ target }) => {
          const [file] = target.files ?? [];
          if (file !== undefined) choose(file);
        }}
      />
      <p role="status" className="hint">
        {upload.isPending && t('uploading')}
        {!upload.isPending && values['fileName'] !== undefined && (
          <Mixed text={t('uploaded', { name: values['fileName'] })} />
        )}
      </p>
      {problem !== undefined && <p className="wrong">{say(problem.words)}</p>}
    </div>
  );
}

function NotNow({ change }: { readonly change: ChangePage }): JSX.Element | null {
  const t = useMessages(messages);
  const say = useSay();
  const shut = change.acts.flatMap((one) => (one.refusal === undefined ? [] : [{ ...one, refusal: one.refusal }]));
  if (shut.length === 0) return null;
  return (
    <details>
      <summary>{t('notNow', { n: shut.length })}</summary>
      <dl>
        {shut.map((one) => (
          <div key={keyOf(one)}>
            <dt>{say(actName(one))}</dt>
            <dd>{say(one.refusal)}</dd>
          </div>
        ))}
      </dl>
    </details>
  );
}
