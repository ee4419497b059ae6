import { ErrorSummary, useMessages, useSay } from '@yimen/ui';
import { Button } from 'antd';
import { useState, type JSX, type ReactNode } from 'react';
import { KeptForm, type Typed } from '../../shared/drafts/KeptForm.tsx';
import { problemOf } from '../../shared/forms/refusal.ts';

const messages = {
  acts: { zh: '现在可以办理', en: 'What can be done now' },
  noActs: { zh: '现在没有需要您办理的。', en: 'Nothing for you to do now.' },
  confirm: { zh: '确认{act}', en: 'Confirm: {act}' },
};

interface ActsFormProps<A extends string> {
  /** Of the typing on this computer: what the acts are about. */
  readonly name: string;
  /** What this person may do now; the server says. */
  readonly acts: readonly A[];
  readonly called: (act: A) => string;
  readonly fields: (act: A) => ReactNode;
  readonly onSend: (act: A, typed: Typed, sent: () => void) => void;
  readonly task: { readonly error: Error | null; readonly isPending: boolean };
  /** What stands below: acts that may not be done, and why. */
  readonly children?: ReactNode;
}

/** What may be done about a thing that lives by acts: one act at a time, its typing kept, its refusal said. */
export function ActsForm<A extends string>(props: ActsFormProps<A>): JSX.Element {
  const { name, acts, called, fields, onSend, task, children } = props;
  const t = useMessages(messages);
  const say = useSay();
  const [chosen, choose] = useState<A>();
  const problem = problemOf(task.error);
  const act = chosen !== undefined && acts.includes(chosen) ? chosen : undefined;
  return (
    <section aria-label={t('acts')} id="acts" className="card-acts">
      <h2>{t('acts')}</h2>
      {acts.length === 0 && <p className="empty">{t('noActs')}</p>}
      <div className="choice">
        {acts.map((one) => (
          <button key={one} type="button" aria-pressed={one === act} onClick={() => choose(one)}>
            {called(one)}
          </button>
        ))}
      </div>
      {problem !== undefined && <ErrorSummary errors={[{ text: say(problem.words) }]} article={problem.article} />}
      {act !== undefined && (
        <KeptForm
          key={act}
          name={`${name}/${act}`}
          label={called(act)}
          onSend={(typed, sent) => onSend(act, typed, () => [sent(), choose(undefined)])}
        >
          {fields(act)}
          <Button type="primary" htmlType="submit" loading={task.isPending}>
            {t('confirm', { act: called(act) })}
          </Button>
        </KeptForm>
      )}
      {children}
    </section>
  );
}
