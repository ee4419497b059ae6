import { Draft } from '@yimen/contract';
import { Sections, useSay, Zh } from '@yimen/ui';
import { data, Form, redirect } from 'react-router';
import type { Route } from './+types/guide.ts';
import { send } from '../api.ts';
import { Ended } from '../features/guide/Ended.tsx';
import { Fingerprint } from '../features/guide/Fingerprint.tsx';
import { FlowChart } from '../features/guide/FlowChart.tsx';
import { ItemStarsPanel } from '../features/guide/ItemStars.tsx';
import { loadGuideOrEnd, type ShownItem } from '../features/guide/load.ts';
import { LimitsPanel } from '../features/guide/LimitsPanel.tsx';
import { TakeAway } from '../features/guide/TakeAway.tsx';
import { Back } from '../features/shell/Back.tsx';
import { Title } from '../features/shell/Title.tsx';

/** What left the list is gone and says so (410); what never was is not found. */
export async function loader(args: Route.LoaderArgs) {
  const shown = await loadGuideOrEnd(args, args.params);
  return data(shown, { status: shown.ended === undefined ? 200 : 410 });
}

/** Starting an application makes the draft; its address is its key. */
export async function action(args: Route.ActionArgs): Promise<Response> {
  const draft = await send(args, '/drafts', { method: 'POST', body: args.params }, Draft);
  if (!draft.ok) throw new Response(null, { status: draft.error.status });
  return redirect(`/apply/${draft.value.draftId}`);
}

export default function GuidePage({ loaderData, params }: Route.ComponentProps): React.JSX.Element {
  if (loaderData.ended !== undefined) return <Ended ended={loaderData.ended} jurisdiction={params.jurisdiction} />;
  return <Guide {...loaderData} />;
}

function Guide({ guide, stars }: ShownItem): React.JSX.Element {
  const { limits, sections } = guide;
  return (
    <div className="page">
      <Title words={{ zh: `${guide.name}办事指南`, en: `Guide: ${guide.name}` }} />
      <meta name="yimen:guide-hash" content={guide.hash} />
      <Back to={`/halls/${guide.jurisdiction}`} words={{ zh: '返回事项列表', en: 'Back to all items' }} />
      <p className="kicker">
        <Zh>
          {guide.kindName} · {guide.authorityName}
        </Zh>
      </p>
      <h1>
        <Zh>{guide.name}</Zh>
      </h1>
      <Invented note={guide.demonstration} />
      {limits === undefined ? <ListedOnly /> : <LimitsPanel facts={limits.facts} />}
      {limits !== undefined && guide.availability === 'applicable' && <Start />}
      {limits !== undefined && <TakeAway guide={guide} />}
      <Sections sections={sections} />
      {limits !== undefined && <FlowChart guide={guide} />}
      {stars !== undefined && <ItemStarsPanel found={stars} />}
      <Fingerprint hash={guide.hash} version={guide.version} />
    </div>
  );
}

function Invented({ note }: { readonly note: string | undefined }): React.JSX.Element | null {
  const say = useSay();
  if (note === undefined) return null;
  return (
    <p className="notice">
      <strong>{say({ zh: '演示说明：', en: 'Demonstration: ' })}</strong>
      <Zh>{note}</Zh>
    </p>
  );
}

function Start(): React.JSX.Element {
  const say = useSay();
  return (
    <Form method="post" className="start">
      <button className="primary big">{say({ zh: '开始申请', en: 'Start the application' })}</button>
      <span className="hint">
        {say({ zh: '不用注册，填的内容自动保存。', en: 'No account needed; what you type is saved as you go.' })}
      </span>
    </Form>
  );
}

function ListedOnly(): React.JSX.Element {
  const say = useSay();
  return (
    <p className="notice">
      {say({
        zh: '这个事项目前只有目录信息：名称、部门和编码来自公开清单，时限、材料等要素尚未录入，还不能在这里申请。请到部门窗口咨询。',
        en: 'This item is only listed so far: name, department and codes come from a published list; limits and materials are not entered, and it cannot be applied for here yet. Please ask at the window.',
      })}
    </p>
  );
}
