import { StoredFile, type DraftContent } from '@yimen/contract';
import { useSay } from '@yimen/ui';
import { Form, redirect, useNavigation, useRouteLoaderData } from 'react-router';
import type { Route } from './+types/apply.materials.ts';
import { send } from '../api.ts';
import { fileOf, textOf, uploadOf } from '../form.ts';
import { loadApplying, saveDraft } from '../features/apply/draft.ts';
import { errorsOf } from '../features/apply/filing.ts';
import { journeyOf, missingMaterials, pathBefore } from '../features/apply/journey.ts';
import { orKept, type OrKept } from '../features/keep/orKept.ts';
import { MaterialUpload } from '../features/apply/MaterialUpload.tsx';
import { Missing } from '../features/apply/Missing.tsx';
import { Back } from '../features/shell/Back.tsx';
import { ErrorSummary, type FieldError } from '../features/shell/fields.tsx';
import { Title } from '../features/shell/Title.tsx';
import type { loader as applyLoader } from './apply.tsx';

interface Answer {
  readonly errors: readonly FieldError[];
}

/** One file at a time, kept at once: nothing uploaded waits for a later button. */
export async function action(args: Route.ActionArgs): Promise<Answer | Response> {
  const form = await args.request.formData();
  const requirementId = textOf(form, 'requirementId');
  const { draft, detail } = await loadApplying(args, args.params.draftId);
  const requirement = detail.materials.find((material) => material.id === requirementId);
  if (requirement === undefined) throw new Response(null, { status: 404 });
  if (form.get('intent') === 'remove') {
    await saveDraft(args, draft.draftId, { withoutMaterial: requirementId });
    return redirect(`/apply/${draft.draftId}/materials`);
  }
  const file = fileOf(form, 'file');
  if (file === undefined) {
    return {
      errors: [
        {
          field: `file-${requirementId}`,
          words: { zh: `请选择“${requirement.name}”的文件`, en: `Choose a file for “${requirement.name}”` },
        },
      ],
    };
  }
  const stored = await send(
    args,
    `/drafts/${draft.draftId}/files?requirementId=${encodeURIComponent(requirementId)}`,
    { method: 'POST', body: uploadOf(file) },
    StoredFile,
  );
  if (!stored.ok)
    return { errors: errorsOf(stored.error).map(({ words }) => ({ field: `file-${requirementId}`, words })) };
  const material: DraftContent['materials'][number] = {
    requirementId,
    copies: 1,
    form: 'electronic',
    file: stored.value,
  };
  await saveDraft(args, draft.draftId, { material });
  return redirect(`/apply/${draft.draftId}/materials#material-${requirementId}`);
}

export const clientAction = (args: Route.ClientActionArgs): OrKept<Answer> => orKept(args);

export default function MaterialsPage({ actionData }: Route.ComponentProps): React.JSX.Element {
  const say = useSay();
  const applying = useRouteLoaderData<typeof applyLoader>('routes/apply');
  if (applying === undefined) return <></>;
  const { draft, detail } = applying;
  const errors = actionData?.errors ?? [];
  const handedIn = new Map(draft.content.materials.map((material) => [material.requirementId, material]));
  return (
    <div className="page narrow">
      <Title words={{ zh: '申请材料', en: 'Materials' }} failed={errors.length > 0} />
      <Back to={`/apply/${draft.draftId}/${pathBefore(journeyOf(detail, draft.content), 'materials')}`} />
      <ErrorSummary errors={errors} />
      <h1>{say({ zh: '申请材料', en: 'Materials' })}</h1>
      <Progress done={handedIn.size} all={detail.materials.length} />
      <ol className="materials">
        {detail.materials.map((requirement) => (
          <MaterialUpload
            key={requirement.id}
            requirement={requirement}
            form={detail.form}
            handedIn={handedIn.get(requirement.id)}
            errors={errors}
          />
        ))}
      </ol>
      <Missing names={missingMaterials(detail, draft.content)} />
      <Form action={`/apply/${draft.draftId}/check`} method="get">
        <button className="primary big">{say({ zh: '继续：核对并提交', en: 'Continue: check and submit' })}</button>
      </Form>
    </div>
  );
}

function Progress({ done, all }: { readonly done: number; readonly all: number }): React.JSX.Element {
  const say = useSay();
  const navigation = useNavigation();
  return (
    <>
      <p role="status">
        {say({ zh: `已交 ${done} 项，共 ${all} 项`, en: `${done} of ${all} handed in` })}
        {navigation.state === 'submitting' && <strong>　{say({ zh: '正在上传…', en: 'Uploading…' })}</strong>}
      </p>
      <progress max={all} value={done} aria-label={say({ zh: '材料进度', en: 'Materials handed in' })} />
    </>
  );
}
