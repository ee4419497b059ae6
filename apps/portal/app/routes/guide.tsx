import { Draft, Guide } from '@yimen/contract';
import { useSay, Zh } from '@yimen/ui';
import { Form, redirect } from 'react-router';
import type { Route } from './+types/guide.ts';
import { read, send } from '../api.ts';
import { GuideSections } from '../features/guide/GuideSections.tsx';
import { LimitsPanel } from '../features/guide/LimitsPanel.tsx';
import { Back } from '../features/shell/Back.tsx';
import { Print } from '../features/shell/Print.tsx';
import { Title } from '../features/shell/Title.tsx';

export async function loader(args: Route.LoaderArgs): Promise<{ readonly guide: Guide }> {
  const { jurisdiction, itemId } = args.params;
  return { guide: await read(args, `/items/${jurisdiction}/${encodeURIComponent(itemId)}`, Guide) };
}

/** Starting an application makes the draft; its address is its key. */
export async function action(args: Route.ActionArgs): Promise<Response> {
  const draft = await send(args, '/drafts', { method: 'POST', body: args.params }, Draft);
  if (!draft.ok) throw new Response(null, { status: draft.error.status });
  return redirect(`/apply/${draft.value.draftId}`);
}

export default function GuidePage({ loaderData: { guide } }: Route.ComponentProps): React.JSX.Element {
  const say = useSay();
  const { detail } = guide;
  return (
    <div className="page">
      <Title words={{ zh: `${guide.name}办事指南`, en: `Guide: ${guide.name}` }} />
      <Back to={`/halls/${guide.jurisdiction}`} words={{ zh: '返回事项列表', en: 'Back to all items' }} />
      <p className="kicker">
        <Zh>
          {guide.kindName} · {guide.authorityName}
        </Zh>
      </p>
      <h1>
        <Zh>{guide.name}</Zh>
      </h1>
      {detail?.demonstration !== undefined && (
        <p className="notice">
          <strong>{say({ zh: '演示说明：', en: 'Demonstration: ' })}</strong>
          <Zh>{detail.demonstration}</Zh>
        </p>
      )}
      {detail === undefined ? (
        <ListedOnly guide={guide} />
      ) : (
        <LimitsPanel limits={detail.limits} handling={guide.handling} />
      )}
      {detail !== undefined && guide.availability === 'applicable' && (
        <Form method="post" className="start">
          <button className="primary big">{say({ zh: '开始申请', en: 'Start the application' })}</button>
          <span className="hint">
            {say({ zh: '不用注册，填的内容自动保存。', en: 'No account needed; what you type is saved as you go.' })}
          </span>
        </Form>
      )}
      {detail !== undefined && <Print words={{ zh: '打印办事指南', en: 'Print this guide' }} />}
      {detail !== undefined && <GuideSections detail={detail} guide={guide} />}
    </div>
  );
}

function ListedOnly({ guide }: { readonly guide: Guide }): React.JSX.Element {
  const say = useSay();
  return (
    <div className="notice">
      <p>
        {say({
          zh: '这个事项目前只有目录信息：名称、部门和编码来自公开清单，时限、材料等要素尚未录入，还不能在这里申请。请到部门窗口咨询。',
          en: 'This item is only listed so far: name, department and codes come from a published list; limits and materials are not entered, and it cannot be applied for here yet. Please ask at the window.',
        })}
      </p>
      <dl className="summary">
        <div>
          <dt>{say({ zh: '事项编码', en: 'Code' })}</dt>
          <dd>{guide.codes.implementation ?? guide.codes.basic ?? guide.codes.local ?? '—'}</dd>
        </div>
        {guide.sourceUrl !== undefined && (
          <div>
            <dt>{say({ zh: '来源', en: 'Source' })}</dt>
            <dd className="wrap">{guide.sourceUrl}</dd>
          </div>
        )}
      </dl>
    </div>
  );
}
