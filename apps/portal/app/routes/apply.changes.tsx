import { Guide } from '@yimen/contract';
import { useSay, Said, Zh, type Words } from '@yimen/ui';
import { Form, redirect, useRouteLoaderData } from 'react-router';
import type { Route } from './+types/apply.changes.ts';
import { read } from '../api.ts';
import { seenCookie } from '../cookies.ts';
import { loadApplying, saveDraft } from '../features/apply/draft.ts';
import { checkSections, type CheckRow } from '../features/apply/rows.ts';
import { answersKept, itemChanges } from '../features/return/itemChanges.ts';
import { Title } from '../features/shell/Title.tsx';
import type { loader as applyLoader } from './apply.tsx';

interface Changes {
  readonly item: readonly Words[];
  readonly kept: number;
  readonly unasked: readonly string[];
}

export async function loader(args: Route.LoaderArgs): Promise<Changes> {
  const { draft, guide, detail } = await loadApplying(args, args.params.draftId);
  const before = (await read(args, `/drafts/${encodeURIComponent(draft.draftId)}/guide`, Guide)).detail ?? detail;
  const item = draft.itemVersion === guide.version ? [] : itemChanges(before, detail);
  return { item, ...answersKept(draft.content, before, detail) };
}

/** Read and understood: this browser has seen the draft as it stands, the applicant the item as it stands. */
export async function action(args: Route.ActionArgs): Promise<Response> {
  const { draft } = await loadApplying(args, args.params.draftId);
  await saveDraft(args, draft.draftId, { itemRead: true });
  return redirect(`/apply/${draft.draftId}`, {
    headers: { 'set-cookie': seenCookie(draft.draftId, draft.revision) },
  });
}

export default function ChangesPage({ loaderData: { item, kept, unasked } }: Route.ComponentProps): React.JSX.Element {
  const say = useSay();
  const applying = useRouteLoaderData<typeof applyLoader>('routes/apply');
  if (applying === undefined) return <></>;
  const { draft, detail, guide, elsewhere } = applying;
  const rows = checkSections(detail, draft.content).flatMap((section) => section.rows);
  return (
    <div className="page narrow">
      <Title words={{ zh: '您离开以后的变化', en: 'What changed while you were away' }} />
      <h1>{say({ zh: '您离开以后的变化', en: 'What changed while you were away' })}</h1>
      {draft.itemVersion !== guide.version && <ItemChanged changes={item} from={guide.effectiveFrom} />}
      {elsewhere.length > 0 && <Elsewhere rows={rows.filter((row) => elsewhere.some((field) => isOf(row, field)))} />}
      {elsewhere.length === 0 && draft.itemVersion === guide.version && (
        <p>{say({ zh: '没有变化。', en: 'Nothing changed.' })}</p>
      )}
      <h2>{say({ zh: '您填的内容', en: 'What you have typed' })}</h2>
      <p>
        {say({
          zh: `回答和材料共 ${kept} 项，都还在，不用再填。`,
          en: `${kept} answers and materials are all still here; none is asked again.`,
        })}
      </p>
      {unasked.length > 0 && (
        <p>
          {say({ zh: '现在不再需要，不会提交：', en: 'No longer asked for, will not be sent: ' })}
          <Zh>{unasked.join('、')}</Zh>
        </p>
      )}
      <Form method="post">
        <button className="primary big">{say({ zh: '知道了，继续填写', en: 'Understood, go on' })}</button>
      </Form>
    </div>
  );
}

/** `applicant.name` is the row of the field `name`; a material’s row is named after its requirement. */
function isOf(row: CheckRow, field: string): boolean {
  const name = field.slice(field.indexOf('.') + 1);
  return row.field === (field.startsWith('materials.') ? `material-${name}` : name);
}

function ItemChanged({
  changes,
  from,
}: {
  readonly changes: readonly Words[];
  readonly from: string;
}): React.JSX.Element {
  const say = useSay();
  return (
    <section>
      <h2>{say({ zh: `办事指南已更新（自 ${from} 起）`, en: `The guide was changed (from ${from})` })}</h2>
      {changes.length === 0 && (
        <p>{say({ zh: '改动不影响您要填和要交的内容。', en: 'Nothing you type or hand in is affected.' })}</p>
      )}
      <ul>
        {changes.map((change) => (
          <li key={change.zh}>
            <Said words={change} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function Elsewhere({ rows }: { readonly rows: readonly CheckRow[] }): React.JSX.Element {
  const say = useSay();
  return (
    <section>
      <h2>{say({ zh: '另一台设备上填写的', en: 'Typed on another device' })}</h2>
      <dl className="summary">
        {rows.map((row) => (
          <div key={row.field}>
            <dt>
              <Said words={row.label} />
            </dt>
            <dd className="wrap">{row.value === '' ? say({ zh: '已清空', en: 'emptied' }) : row.value}</dd>
          </div>
        ))}
      </dl>
      <p className="hint">
        {say({
          zh: '如果不是您或您委托的人填的，请立即打电话给大厅。',
          en: 'If neither you nor anybody you asked typed this, please call the hall at once.',
        })}
      </p>
    </section>
  );
}
