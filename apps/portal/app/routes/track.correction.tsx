import { Reply, StoredFile, type ActRequest } from '@yimen/contract';
import { useSay, Zh } from '@yimen/ui';
import { Form, redirect, useFetcher, useRouteLoaderData } from 'react-router';
import type { Route } from './+types/track.correction.ts';
import { read, send } from '../api.ts';
import { fileOf, textOf, uploadOf } from '../form.ts';
import { acceptedTypes } from '../features/apply/MaterialUpload.tsx';
import { errorsOf } from '../features/apply/filing.ts';
import { ErrorSummary, type FieldError } from '../features/shell/fields.tsx';
import { Title } from '../features/shell/Title.tsx';
import { orKept, type OrKept } from '../features/keep/orKept.ts';
import { loadTyping, replyPath, sendAct, type Refused, type Typing } from '../features/track/act.ts';
import { loadTracked, type Tracked } from '../features/track/load.ts';
import type { Loading } from '../visit.ts';
import type { loader as trackedLoader } from './tracked.tsx';
import { Back } from '../features/shell/Back.tsx';

type Defects = NonNullable<Tracked['view']['correction']>['defects'];
type HandedIn = Reply['materials'][number];

/** Every file is kept the moment it is chosen (or, without scripts, with the whole form): a later mishap takes none back. */
export async function action(args: Route.ActionArgs): Promise<Refused | Response> {
  const { number } = args.params;
  const form = await args.request.formData();
  const tracked = await loadTracked(args, number);
  const { view, token } = tracked;
  if (view.correction === undefined) return redirect(`/track/${number}`);
  const kept = await keepFiles(args, tracked, form);
  if (kept.length > 0) return { errors: kept };
  if (form.get('intent') === 'upload') return { errors: [] };
  const { materials } = await read(args, replyPath(number, 'correction'), Reply, token);
  const complete = form.get('complete') === 'yes';
  const commandId = textOf(form, 'commandId');
  const body: ActRequest = { commandId, commands: [{ type: 'deliverCorrection', materials, complete }] };
  return sendAct(args, { number, act: 'correction', path: 'acts', body });
}

async function keepFiles(args: Loading, { view, token }: Tracked, form: FormData): Promise<readonly FieldError[]> {
  for (const requirementId of asked(view.correction?.defects ?? [])) {
    const file = fileOf(form, `file-${requirementId}`);
    if (file === undefined) continue;
    const url = `/tracking/${view.number}/files?requirementId=${encodeURIComponent(requirementId)}`;
    const stored = await send(args, url, { method: 'POST', body: uploadOf(file), token }, StoredFile);
    if (!stored.ok) return errorsOf(stored.error).map(({ words }) => ({ field: `file-${requirementId}`, words }));
    const material: HandedIn = { requirementId, copies: 1, form: 'electronic', file: stored.value };
    const change = { method: 'PATCH', body: { material }, token } as const;
    const saved = await send(args, replyPath(view.number, 'correction'), change, Reply);
    if (!saved.ok) return errorsOf(saved.error);
  }
  return [];
}

export const clientAction = (args: Route.ClientActionArgs): OrKept<Refused> => orKept(args);

export const loader = (args: Route.LoaderArgs): Promise<Typing> => loadTyping(args, args.params.number, 'correction');

const asked = (defects: Defects): readonly string[] => [
  ...new Set(defects.flatMap((defect) => defect.requirementId ?? [])),
];

export default function Correction({ loaderData, actionData }: Route.ComponentProps): React.JSX.Element {
  const say = useSay();
  const tracked = useRouteLoaderData<typeof trackedLoader>('routes/tracked');
  const upload = useFetcher<Refused>();
  const correction = tracked?.view.correction;
  if (tracked === undefined || correction === undefined) return <NothingAsked />;
  const errors = [...(actionData?.errors ?? []), ...(upload.data?.errors ?? [])];
  const isUploading = upload.state !== 'idle';
  const handedIn = new Map(loaderData.reply.materials.map(({ requirementId, file }) => [requirementId, file?.name]));
  return (
    <div className="page narrow">
      <Title words={{ zh: '补正材料', en: 'Complete your papers' }} failed={errors.length > 0} />
      <Back to={`/track/${tracked.view.number}`} />
      <ErrorSummary errors={errors} />
      <h1>{say({ zh: '补正材料', en: 'Complete your papers' })}</h1>
      <Form method="post" encType="multipart/form-data">
        <input type="hidden" name="commandId" value={loaderData.commandId} />
        <ol className="materials">
          {correction.defects.map((defect) => (
            <DefectFields
              key={`${defect.requirementId ?? ''}${defect.defect}`}
              defect={defect}
              handedIn={handedIn.get(defect.requirementId ?? '')}
              chosen={(form) => void upload.submit(form, { method: 'post', encType: 'multipart/form-data' })}
            />
          ))}
        </ol>
        <Submit isUploading={isUploading} />
      </Form>
      <p>
        {say({ zh: '联系人：', en: 'Contact: ' })}
        <Zh>{correction.contact}</Zh>
      </p>
    </div>
  );
}

function Submit({ isUploading }: { readonly isUploading: boolean }): React.JSX.Element {
  const say = useSay();
  return (
    <>
      <label className="choice">
        <input type="checkbox" name="complete" value="yes" defaultChecked />
        <span>
          {say({
            zh: '已经全部补齐（补齐当天即受理日）',
            en: 'This is everything (acceptance dates from the day all is delivered)',
          })}
        </span>
      </label>
      <p role="status" className="hint">
        {isUploading && say({ zh: '正在上传…', en: 'Uploading…' })}
      </p>
      <button className="primary big" disabled={isUploading}>
        {say({ zh: '提交补正', en: 'Submit' })}
      </button>
    </>
  );
}

function NothingAsked(): React.JSX.Element {
  const say = useSay();
  const title = { zh: '现在没有需要补正的内容', en: 'Nothing needs to be completed now' };
  return (
    <div className="page narrow">
      <Title words={title} />
      <h1>{say(title)}</h1>
    </div>
  );
}

interface DefectProps {
  readonly defect: Defects[number];
  /** The name of the file kept for it. */
  readonly handedIn: string | undefined;
  readonly chosen: (form: FormData) => void;
}

function DefectFields({ defect, handedIn, chosen }: DefectProps): React.JSX.Element {
  const say = useSay();
  return (
    <li>
      <p lang="zh-CN">
        <strong>{defect.defect}</strong>
      </p>
      <p className="meta">
        {say({ zh: '要求：', en: 'Required: ' })}
        <Zh>{defect.standard}</Zh>
      </p>
      {handedIn !== undefined && (
        <p className="uploaded">
          <span className="tag good">{say({ zh: '已上传', en: 'Uploaded' })}</span>
          <span className="wrap">{handedIn}</span>
        </p>
      )}
      {defect.requirementId !== undefined && <DefectUpload defect={defect} handedIn={handedIn} chosen={chosen} />}
    </li>
  );
}

function DefectUpload({ defect, handedIn, chosen }: DefectProps): React.JSX.Element {
  const say = useSay();
  const id = `file-${defect.requirementId ?? ''}`;
  const choose = ({ currentTarget }: React.ChangeEvent<HTMLInputElement>): void => {
    const [file] = currentTarget.files ?? [];
    if (file === undefined) return;
    const form = new FormData();
    form.set('intent', 'upload');
    form.set(id, file, file.name);
    chosen(form);
    // It is on its way; the form itself must not send it a second time.
    currentTarget.value = '';
  };
  return (
    <p className="upload">
      <label htmlFor={id}>
        {handedIn === undefined
          ? say({ zh: '选择文件', en: 'Choose a file' })
          : say({ zh: '换一个文件', en: 'Choose another file' })}
        <span className="sr-only" lang="zh-CN">
          {defect.defect}
        </span>
      </label>
      <input id={id} name={id} type="file" accept={acceptedTypes} onChange={choose} />
    </p>
  );
}
