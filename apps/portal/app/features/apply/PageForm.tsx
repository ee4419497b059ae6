import { useSay, type Words } from '@yimen/ui';
import { useEffect, useRef } from 'react';
import { Form, useFetcher, useParams, useSearchParams } from 'react-router';
import { ErrorSummary, type FieldError } from '../shell/fields.tsx';
import { Title } from '../shell/Title.tsx';
import { Back } from '../shell/Back.tsx';

interface Props {
  readonly title: Words;
  readonly back: string;
  readonly errors: readonly FieldError[];
  readonly children: React.ReactNode;
}

/** Saved at most this long after a key was pressed, so that a killed browser loses one field at most. */
const AUTOSAVE_AFTER_MS = 2000;

/** One page of the application: back link, error summary, the questions, one button. Saves itself while scripts run. */
export function PageForm({ title, back, errors, children }: Props): React.JSX.Element {
  const say = useSay();
  const { draftId } = useParams();
  const [search] = useSearchParams();
  const fromCheck = search.get('back') === 'check';
  const { onInput, saved } = useAutosave();
  return (
    <div className="page narrow">
      <Title words={title} failed={errors.length > 0} />
      <Back to={`/apply/${draftId ?? ''}/${fromCheck ? 'check' : back}`} />
      <ErrorSummary errors={errors} />
      <Form method="post" noValidate onInput={onInput}>
        <h1>{say(title)}</h1>
        {children}
        <div className="actions">
          <button className="primary big">
            {fromCheck
              ? say({ zh: '保存并返回核对', en: 'Save and return to check' })
              : say({ zh: '保存并继续', en: 'Save and continue' })}
          </button>
          <span className="hint" role="status">
            {saved && say({ zh: '已自动保存', en: 'Saved' })}
          </span>
        </div>
      </Form>
    </div>
  );
}

function useAutosave(): {
  readonly onInput: (event: React.FormEvent<HTMLFormElement>) => void;
  readonly saved: boolean;
} {
  const fetcher = useFetcher();
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);
  const onInput = (event: React.FormEvent<HTMLFormElement>): void => {
    const form = event.currentTarget;
    clearTimeout(timer.current);
    timer.current = setTimeout(() => {
      const typed = new FormData(form);
      typed.set('autosave', 'yes');
      void fetcher.submit(typed, { method: 'post' });
    }, AUTOSAVE_AFTER_MS);
  };
  return { onInput, saved: fetcher.state === 'idle' && fetcher.data !== undefined };
}
