import { ActAnswer, StoredFile, type ActRequest } from '@yimen/contract';
import { useSay } from '@yimen/ui';
import { Form, redirect, useRouteLoaderData } from 'react-router';
import type { Route } from './+types/track.correction.ts';
import { send } from '../api.ts';
import { fileOf, textOf, uploadOf } from '../form.ts';
import { acceptedTypes } from '../features/apply/MaterialUpload.tsx';
import { errorsOf } from '../features/apply/filing.ts';
import { ErrorSummary, type FieldError } from '../features/shell/fields.tsx';
import { Title } from '../features/shell/Title.tsx';
import { loadTracked, type Tracked } from '../features/track/load.ts';
import type { loader as trackedLoader } from './tracked.tsx';
import { Back } from '../features/shell/Back.tsx';

interface Refused {
  readonly errors: readonly FieldError[];
}

type Defects = NonNullable<Tracked['view']['correction']>['defects'];
type HandedIn = Extract<ActRequest['commands'][number], { readonly type: 'deliverCorrection' }>['materials'][number];

export async function action(args: Route.ActionArgs): Promise<Refused | Response> {
  const { number } = args.params;
  const form = await args.request.formData();
  const { view, token } = await loadTracked(args, number);
  if (view.correction === undefined) return redirect(`/track/${number}`);
  const materials: HandedIn[] = [];
  for (const requirementId of asked(view.correction.defects)) {
    const file = fileOf(form, `file-${requirementId}`);
    if (file === undefined) continue;
    const stored = await send(
      args,
      `/tracking/${number}/files?requirementId=${encodeURIComponent(requirementId)}`,
      { method: 'POST', body: uploadOf(file), token },
      StoredFile,
    );
    if (!stored.ok)
      return { errors: errorsOf(stored.error).map(({ words }) => ({ field: `file-${requirementId}`, words })) };
    materials.push({ requirementId, copies: 1, form: 'electronic', file: stored.value });
  }
  const complete = form.get('complete') === 'yes';
  const commandId = textOf(form, 'commandId');
  const body: ActRequest = { commandId, commands: [{ type: 'deliverCorrection', materials, complete }] };
  const done = await send(args, `/tracking/${number}/acts`, { method: 'POST', body, token }, ActAnswer);
  return done.ok ? redirect(`/track/${number}`) : { errors: errorsOf(done.error) };
}

export function loader(): { readonly commandId: string } {
  return { commandId: crypto.randomUUID() };
}

const asked = (defects: Defects): readonly string[] => [
  ...new Set(defects.flatMap((defect) => defect.requirementId ?? [])),
];

export default function Correction({ loaderData: { commandId }, actionData }: Route.ComponentProps): React.JSX.Element {
  const say = useSay();
  const tracked = useRouteLoaderData<typeof trackedLoader>('routes/tracked');
  const correction = tracked?.view.correction;
  const errors = actionData?.errors ?? [];
  if (tracked === undefined || correction === undefined)
    return (
      <p className="page narrow">{say({ zh: '现在没有需要补正的内容。', en: 'Nothing needs to be completed now.' })}</p>
    );
  return (
    <div className="page narrow">
      <Title words={{ zh: '补正材料', en: 'Complete your papers' }} failed={errors.length > 0} />
      <Back to={`/track/${tracked.view.number}`} />
      <ErrorSummary errors={errors} />
      <h1>{say({ zh: '补正材料', en: 'Complete your papers' })}</h1>
      <Form method="post" encType="multipart/form-data">
        <input type="hidden" name="commandId" value={commandId} />
        <ol className="materials">
          {correction.defects.map((defect) => (
            <DefectFields key={`${defect.requirementId ?? ''}${defect.defect}`} defect={defect} />
          ))}
        </ol>
        <label className="choice">
          <input type="checkbox" name="complete" value="yes" defaultChecked />
          <span>
            {say({
              zh: '已经全部补齐（补齐当天即受理日）',
              en: 'This is everything (acceptance dates from the day all is delivered)',
            })}
          </span>
        </label>
        <button className="primary big">{say({ zh: '提交补正', en: 'Submit' })}</button>
      </Form>
      <p>{say({ zh: `联系人：${correction.contact}`, en: `Contact: ${correction.contact}` })}</p>
    </div>
  );
}

function DefectFields({ defect }: { readonly defect: Defects[number] }): React.JSX.Element {
  const say = useSay();
  const id = `file-${defect.requirementId ?? ''}`;
  return (
    <li>
      <p lang="zh-CN">
        <strong>{defect.defect}</strong>
      </p>
      <p className="meta" lang="zh-CN">
        要求：{defect.standard}
      </p>
      {defect.requirementId !== undefined && (
        <p className="upload">
          <label htmlFor={id}>
            {say({ zh: '选择文件', en: 'Choose a file' })}
            <span className="sr-only" lang="zh-CN">
              {defect.defect}
            </span>
          </label>
          <input id={id} name={id} type="file" accept={acceptedTypes} />
        </p>
      )}
    </li>
  );
}
