import { ErrorSummary, useSay } from '@yimen/ui';
import { Button } from 'antd';
import type { JSX, ReactNode } from 'react';
import { KeptForm, type KeptFormProps } from '../../shared/drafts/KeptForm.tsx';
import { problemOf } from '../../shared/forms/refusal.ts';

interface FoldedFormProps extends Pick<KeptFormProps, 'name' | 'onSend'> {
  readonly title: string;
  readonly intro?: string;
  /** What sending it does: refused, on its way, done. */
  readonly task: { readonly error: Error | null; readonly isPending: boolean; readonly isSuccess: boolean };
  readonly confirm: string;
  readonly done: string;
  readonly children: ReactNode;
}

/** A form a supervisor opens now and then: folded away until then, its typing kept, its refusal and its end said. */
export function FoldedForm(props: FoldedFormProps): JSX.Element {
  const { title, intro, name, onSend, task, confirm, done, children } = props;
  const say = useSay();
  const problem = problemOf(task.error);
  return (
    <details className="card-acts">
      <summary>{title}</summary>
      {intro !== undefined && <p className="sub">{intro}</p>}
      <KeptForm name={name} label={title} onSend={onSend}>
        {problem !== undefined && <ErrorSummary errors={[{ text: say(problem.words) }]} />}
        {children}
        <Button htmlType="submit" loading={task.isPending}>
          {confirm}
        </Button>
        <p role="status">{task.isSuccess && done}</p>
      </KeptForm>
    </details>
  );
}
