import { RevealRequest, type Problem } from '@yimen/contract';
import { ErrorSummary, useMessages, useSay } from '@yimen/ui';
import { Button } from 'antd';
import { useId, useRef, useState, type JSX, type SubmitEvent } from 'react';
import { Dialog } from '../../shared/Dialog.tsx';
import { Field } from '../../shared/forms/Field.tsx';
import type { FieldErrors, FieldSpec } from '../../shared/forms/fields.ts';
import { summaryLines } from '../../shared/forms/refusal.ts';
import { messages, tooShort, USUAL } from './revealMessages.ts';

interface RevealDialogProps {
  readonly name: string;
  readonly pending: boolean;
  readonly problem: Problem | undefined;
  readonly onAsk: (reason: string) => void;
  readonly onClose: () => void;
}

const reasonField: FieldSpec = { name: 'reason', label: messages.why, kind: 'text', required: true, wide: true };

/** Puts its words into the field, where they can still be changed; Enter there confirms. */
function UsualReasons({ onChoose }: { readonly onChoose: (reason: string) => void }): JSX.Element {
  const t = useMessages(messages);
  const say = useSay();
  return (
    <div role="group" aria-label={t('usual')} className="usual">
      <span aria-hidden="true">{t('usual')}</span>
      {USUAL.map((words) => (
        <button key={words.zh} type="button" className="chip" onClick={() => onChoose(say(words))}>
          {say(words)}
        </button>
      ))}
    </div>
  );
}

/** Asks why before the server is asked. What is typed lives in this dialog only. */
export function RevealDialog({ name, pending, problem, onAsk, onClose }: RevealDialogProps): JSX.Element {
  const t = useMessages(messages);
  const say = useSay();
  const id = useId();
  const form = useRef<HTMLFormElement>(null);
  const [reason, setReason] = useState('');
  const [errors, setErrors] = useState<FieldErrors>({});
  const lines = summaryLines({ errors, problem, idOf: () => id, say });
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    if (pending) return;
    const typed = RevealRequest.shape.reason.safeParse(reason);
    setErrors(typed.success ? {} : { reason: tooShort });
    if (typed.success) onAsk(typed.data);
  };
  const choose = (words: string): void => {
    setReason(words);
    form.current?.querySelector('input')?.focus();
  };
  return (
    <Dialog title={t('title', { name })} closeLabel={t('close')} onClose={onClose}>
      <form ref={form} noValidate className="act-form reveal" aria-label={t('title', { name })} onSubmit={submit}>
        {lines.length > 0 && <ErrorSummary errors={lines} article={problem?.article} />}
        <p className="explain">{t('notice')}</p>
        <Field id={id} field={reasonField} value={reason} error={errors['reason']} onChange={setReason} />
        <UsualReasons onChoose={choose} />
        <p className="hint">{t('law')}</p>
        <div className="act-buttons">
          <Button htmlType="submit" type="primary" loading={pending}>
            {t('confirm')}
          </Button>
          <Button onClick={onClose}>{t('cancel')}</Button>
        </div>
      </form>
    </Dialog>
  );
}
