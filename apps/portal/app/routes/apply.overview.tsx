import { useSay, Said } from '@yimen/ui';
import { Link, redirect } from 'react-router';
import { Print } from '../features/shell/Print.tsx';
import type { Route } from './+types/apply.overview.ts';
import { loadApplying } from '../features/apply/draft.ts';
import { journeyOf, type JourneyPage } from '../features/apply/journey.ts';
import { Title } from '../features/shell/Title.tsx';

interface Loaded {
  readonly pages: readonly JourneyPage[];
  readonly resumeCode: string;
}

export async function loader(args: Route.LoaderArgs): Promise<Response | Loaded> {
  const { draft, detail } = await loadApplying(args, args.params.draftId);
  if (draft.filed !== undefined) return redirect(`/apply/${draft.draftId}/done`);
  return { pages: journeyOf(detail, draft.content), resumeCode: draft.resumeCode };
}

export default function Overview({ loaderData: { pages, resumeCode } }: Route.ComponentProps): React.JSX.Element {
  const say = useSay();
  const first = pages.find((page) => !page.done);
  return (
    <div className="page narrow">
      <Title words={{ zh: '申请进度', en: 'Your application' }} />
      <h1>{say({ zh: '您的申请', en: 'Your application' })}</h1>
      <ol className="task-list">
        {pages.map((page) => (
          <li key={page.path}>
            <Link to={page.path}>
              <Said words={page.title} />
            </Link>
            <span className={page.done ? 'tag good' : 'tag'}>
              {page.done ? say({ zh: '已完成', en: 'Completed' }) : say({ zh: '未完成', en: 'To do' })}
            </span>
          </li>
        ))}
      </ol>
      <Link className="button primary big" to={first?.path ?? 'check'}>
        {first === undefined
          ? say({ zh: '去核对并提交', en: 'Check and submit' })
          : say({ zh: '继续填写', en: 'Continue' })}
      </Link>
      <ResumeCode code={resumeCode} />
    </div>
  );
}

function ResumeCode({ code }: { readonly code: string }): React.JSX.Element {
  const say = useSay();
  return (
    <section className="resume-code" aria-labelledby="resume-title">
      <h2 id="resume-title">{say({ zh: '换一台设备接着填', en: 'Go on from another device' })}</h2>
      <p>
        {say({
          zh: '填的内容随时自动保存。到“继续填写申请”页输入续填码，就能在别的手机或电脑上接着填；30 天不动自动删除。',
          en: 'What you type is saved as you go. Enter this code on the page “Go on with an application” to continue on another phone or computer; what nobody touches for 30 days is deleted.',
        })}
      </p>
      <p>
        {say({ zh: '续填码', en: 'Resume code' })} <strong className="query-code">{code}</strong>
      </p>
      <p className="hint">
        {say({
          zh: '有续填码或本页网址的人都能看到您填的内容，请像保管钥匙一样保管。',
          en: 'Whoever has the code or this page’s address can read what you typed: keep it like a key.',
        })}
      </p>
      <Print words={{ zh: '打印续填码', en: 'Print the code' }} />
    </section>
  );
}
