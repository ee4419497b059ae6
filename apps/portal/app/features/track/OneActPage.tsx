import type { ReplyAct } from '@yimen/contract';
import { useSay, type Words } from '@yimen/ui';
import { Form } from 'react-router';
import { KeepStatus } from '../keep/KeepStatus.tsx';
import { useKeeping } from '../keep/useKeeping.ts';
import { Back } from '../shell/Back.tsx';
import { ErrorSummary, type FieldError } from '../shell/fields.tsx';
import { Title } from '../shell/Title.tsx';

interface Props {
  readonly number: string;
  /** Made when the page is shown: pressing twice acts once. */
  readonly commandId: string;
  readonly act: ReplyAct;
  readonly title: Words;
  readonly intro: Words;
  readonly submit: { readonly words: Words; readonly tone: 'primary' | 'warning' };
  readonly errors: readonly FieldError[];
  readonly children: React.ReactNode;
}

/** One thing an applicant does to their own case, on a page of its own. */
export function OneActPage(props: Props): React.JSX.Element {
  const { number, commandId, act, title, intro, submit, errors, children } = props;
  const say = useSay();
  const keeping = useKeeping({ url: `/keep/replies/${number}/${act}`, base: 0 });
  return (
    <div className="page narrow">
      <Title words={title} failed={errors.length > 0} />
      <Back to={`/track/${number}`} />
      <ErrorSummary errors={errors} />
      <h1>{say(title)}</h1>
      <p>{say(intro)}</p>
      <Form method="post" noValidate ref={keeping.form}>
        <input type="hidden" name="commandId" value={commandId} />
        {children}
        <button className={`${submit.tone} big`}>{say(submit.words)}</button>
        <KeepStatus keeping={keeping} />
      </Form>
    </div>
  );
}
