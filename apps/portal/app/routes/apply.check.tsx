import { Filed, TrackGrant } from '@yimen/contract';
import { useSay, Said } from '@yimen/ui';
import { Form, Link, redirect, useRouteLoaderData } from 'react-router';
import type { Route } from './+types/apply.check.ts';
import { send } from '../api.ts';
import { trackingCookie } from '../cookies.ts';
import { loadApplying } from '../features/apply/draft.ts';
import { errorsOf, filingOf, pageOfField } from '../features/apply/filing.ts';
import { journeyOf, missingMaterials, pathBefore, type JourneyPage } from '../features/apply/journey.ts';
import { orKept, type OrKept } from '../features/keep/orKept.ts';
import { Missing } from '../features/apply/Missing.tsx';
import { checkSections, type CheckSection } from '../features/apply/rows.ts';
import type { FieldError } from '../features/shell/fields.tsx';
import { Title } from '../features/shell/Title.tsx';
import type { loader as applyLoader } from './apply.tsx';
import { Back } from '../features/shell/Back.tsx';

interface Refused {
  readonly errors: readonly (FieldError & { readonly page: string })[];
}

export async function action(args: Route.ActionArgs): Promise<Refused | Response> {
  const form = await args.request.formData();
  const { draft, detail } = await loadApplying(args, args.params.draftId);
  if (form.get('truthful') !== 'yes') {
    return {
      errors: [
        {
          field: 'truthful',
          page: '',
          words: { zh: '请先声明材料真实', en: 'Please declare first that what you submit is true' },
        },
      ],
    };
  }
  const filed = await send(
    args,
    `/drafts/${draft.draftId}/filing`,
    { method: 'POST', body: filingOf(draft.draftId, detail, draft.content) },
    Filed,
  );
  if (!filed.ok)
    return { errors: errorsOf(filed.error).map((error) => ({ ...error, page: pageOfField(error.field, detail) })) };
  const { number, queryCode } = filed.value;
  const grant = await send(args, '/tracking', { method: 'POST', body: { number, queryCode } }, TrackGrant);
  const headers = new Headers();
  if (grant.ok) headers.append('set-cookie', trackingCookie(number, grant.value.token));
  return redirect(`/apply/${draft.draftId}/done`, { headers });
}

export const clientAction = (args: Route.ClientActionArgs): OrKept<Refused> => orKept(args);

export default function Check({ actionData }: Route.ComponentProps): React.JSX.Element {
  const say = useSay();
  const applying = useRouteLoaderData<typeof applyLoader>('routes/apply');
  if (applying === undefined) return <></>;
  const { draft, detail } = applying;
  const errors = actionData?.errors ?? [];
  const pages = journeyOf(detail, draft.content);
  return (
    <div className="page narrow">
      <Title words={{ zh: '核对并提交', en: 'Check and submit' }} failed={errors.length > 0} />
      <Back to={`/apply/${draft.draftId}/${pathBefore(pages, 'check')}`} />
      <Refusals errors={errors} draftId={draft.draftId} />
      <h1>{say({ zh: '提交前请核对', en: 'Check your answers' })}</h1>
      <Unfinished pages={pages.filter((page) => !page.done && page.path !== 'materials')} draftId={draft.draftId} />
      {checkSections(detail, draft.content).map((section) => (
        <Section key={section.title.zh} section={section} draftId={draft.draftId} />
      ))}
      <Missing names={missingMaterials(detail, draft.content)} />
      <Declaration />
    </div>
  );
}

function Unfinished({
  pages,
  draftId,
}: {
  readonly pages: readonly JourneyPage[];
  readonly draftId: string;
}): React.JSX.Element | null {
  const say = useSay();
  if (pages.length === 0) return null;
  return (
    <div className="notice">
      <h2>{say({ zh: '还没有填完', en: 'Not finished' })}</h2>
      <ul>
        {pages.map((page) => (
          <li key={page.path}>
            <Link to={`/apply/${draftId}/${page.path}?back=check`}>
              <Said words={page.title} />
            </Link>
          </li>
        ))}
      </ul>
    </div>
  );
}

function Declaration(): React.JSX.Element {
  const say = useSay();
  return (
    <Form method="post" noValidate>
      <label className="choice">
        <input type="checkbox" id="truthful" name="truthful" value="yes" />
        <span>
          {say({
            zh: '我声明：所提交的材料和填写的内容真实。隐瞒情况或提供虚假材料的，行政机关不予受理或不予许可，并给予警告（《行政许可法》第三十一条、第七十八条）。',
            en: 'I declare that what I submit is true. Whoever conceals facts or submits false papers is refused and warned (Administrative Licensing Law, Arts. 31 and 78).',
          })}
        </span>
      </label>
      <button className="primary big">{say({ zh: '提交申请', en: 'Submit the application' })}</button>
    </Form>
  );
}

function Refusals({
  errors,
  draftId,
}: {
  readonly errors: Refused['errors'];
  readonly draftId: string;
}): React.JSX.Element | null {
  const say = useSay();
  if (errors.length === 0) return null;
  return (
    <div className="error-summary" role="alert" tabIndex={-1}>
      <h2>{say({ zh: '还不能提交', en: 'This cannot be submitted yet' })}</h2>
      <ul>
        {errors.map((error) => (
          <li key={error.field + error.words.zh}>
            <Link to={error.page === '' ? `#${error.field}` : `/apply/${draftId}/${error.page}?back=check`}>
              {say(error.words)}
            </Link>
          </li>
        ))}
      </ul>
    </div>
  );
}

function Section({
  section,
  draftId,
}: {
  readonly section: CheckSection;
  readonly draftId: string;
}): React.JSX.Element {
  const say = useSay();
  return (
    <section>
      <h2>
        <Said words={section.title} />
      </h2>
      <dl className="summary">
        {section.rows.map((row) => (
          <div key={row.field}>
            <dt>
              <Said words={row.label} />
            </dt>
            <dd className="wrap">
              {row.value === '' ? <span className="hint">{say({ zh: '未填', en: 'not given' })}</span> : row.value}
            </dd>
            <dd className="change">
              <Link to={`/apply/${draftId}/${row.page}?back=check#${row.field}`}>
                {say({ zh: '修改', en: 'Change' })}
                <span className="sr-only">
                  <Said words={row.label} />
                </span>
              </Link>
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
