import { useSay } from '@yimen/ui';
import { Link, redirect } from 'react-router';
import type { Route } from './+types/apply.overview.ts';
import { loadApplying } from '../features/apply/draft.ts';
import { journeyOf, type JourneyPage } from '../features/apply/journey.ts';
import { Title } from '../features/shell/Title.tsx';

export async function loader(args: Route.LoaderArgs): Promise<Response | { readonly pages: readonly JourneyPage[] }> {
  const { draft, detail } = await loadApplying(args, args.params.draftId);
  if (draft.filed !== undefined) return redirect(`/apply/${draft.draftId}/done`);
  return { pages: journeyOf(detail, draft.content) };
}

export default function Overview({ loaderData: { pages } }: Route.ComponentProps): React.JSX.Element {
  const say = useSay();
  const first = pages.find((page) => !page.done);
  return (
    <div className="page narrow">
      <Title words={{ zh: '申请进度', en: 'Your application' }} />
      <h1>{say({ zh: '您的申请', en: 'Your application' })}</h1>
      <p>
        {say({
          zh: '收藏本页网址，换一台设备也能接着填。网址就是钥匙，请勿转发给他人。',
          en: 'Bookmark this address to go on later, on any device. The address is the key: do not pass it on.',
        })}
      </p>
      <ol className="task-list">
        {pages.map((page) => (
          <li key={page.path}>
            <Link to={page.path}>{say(page.title)}</Link>
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
    </div>
  );
}
