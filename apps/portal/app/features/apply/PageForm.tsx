import { useSay, Said, type Words } from '@yimen/ui';
import { Form, useActionData, useParams, useRouteLoaderData, useSearchParams } from 'react-router';
import type { loader as applyLoader } from '../../routes/apply.tsx';
import { KeepStatus } from '../keep/KeepStatus.tsx';
import { useKeeping } from '../keep/useKeeping.ts';
import { ErrorSummary, type FieldError } from '../shell/fields.tsx';
import type { PageAnswer } from './page.ts';
import { Title } from '../shell/Title.tsx';
import { Back } from '../shell/Back.tsx';

interface Props {
  readonly title: Words;
  readonly back: string;
  /** Which part of the draft its fields belong to. */
  readonly part: 'applicant' | 'answers';
  readonly errors: readonly FieldError[];
  readonly children: React.ReactNode;
}

/** One page of the application: back link, error summary, the questions, one button. Keeps itself while scripts run. */
export function PageForm(props: Props): React.JSX.Element {
  // Begun anew when another device was first, so that its fields show what stands.
  const answer = useActionData<PageAnswer>();
  return <KeptForm key={answer?.newer ?? 0} {...props} />;
}

function KeptForm({ title, back, part, errors, children }: Props): React.JSX.Element {
  const say = useSay();
  const { draftId = '' } = useParams();
  const [search] = useSearchParams();
  const fromCheck = search.get('back') === 'check';
  const revision = useRouteLoaderData<typeof applyLoader>('routes/apply')?.draft.revision ?? 0;
  const keeping = useKeeping({ url: `/keep/drafts/${draftId}/${part}`, base: revision });
  return (
    <div className="page narrow">
      <Title words={title} failed={errors.length > 0} />
      <Back to={`/apply/${draftId}/${fromCheck ? 'check' : back}`} />
      <ErrorSummary errors={errors} />
      <Form method="post" noValidate ref={keeping.form}>
        <h1>
          <Said words={title} />
        </h1>
        <input type="hidden" name="base" value={keeping.base} />
        {children}
        <div className="actions">
          <button className="primary big">
            {fromCheck
              ? say({ zh: '保存并返回核对', en: 'Save and return to check' })
              : say({ zh: '保存并继续', en: 'Save and continue' })}
          </button>
        </div>
        <KeepStatus keeping={keeping} />
      </Form>
    </div>
  );
}
