import type { Guide, HandedIn_ as HandedIn, MaterialView } from '@yimen/contract';
import { useSay } from '@yimen/ui';
import { Form } from 'react-router';
import type { z } from 'zod';
import { Kind, Points } from '../guide/Materials.tsx';
import type { FieldError } from '../shell/fields.tsx';

interface Props {
  readonly requirement: MaterialView;
  readonly form: NonNullable<Guide['detail']>['form'];
  readonly handedIn: z.infer<typeof HandedIn> | undefined;
  readonly errors: readonly FieldError[];
}

/** What the upload takes; the server judges by content, not by this. */
export const acceptedTypes = '.pdf,.jpg,.jpeg,.png,.ofd';

export function MaterialUpload({ requirement, form, handedIn, errors }: Props): React.JSX.Element {
  return (
    <li id={`material-${requirement.id}`}>
      <h2 className="material-name" lang="zh-CN">
        {requirement.name}
      </h2>
      <p className="meta">
        <Kind material={requirement} form={form} />
      </p>
      <Points rules={requirement.acceptanceRules} />
      {handedIn?.file === undefined ? (
        <Upload requirement={requirement} errors={errors} />
      ) : (
        <Uploaded requirement={requirement} name={handedIn.file.name} bytes={handedIn.file.bytes} />
      )}
    </li>
  );
}

function Uploaded({
  requirement,
  name,
  bytes,
}: {
  readonly requirement: MaterialView;
  readonly name: string;
  readonly bytes: number;
}): React.JSX.Element {
  const say = useSay();
  return (
    <Form method="post" className="uploaded">
      <span className="tag good">{say({ zh: '已上传', en: 'Uploaded' })}</span>
      <span className="wrap">
        {name} · {Math.ceil(bytes / 1024)} KB
      </span>
      <input type="hidden" name="requirementId" value={requirement.id} />
      <button name="intent" value="remove">
        {say({ zh: '删除', en: 'Remove' })}
        <span className="sr-only" lang="zh-CN">
          {requirement.name}
        </span>
      </button>
    </Form>
  );
}

/** With scripts a chosen file is sent at once: a choice that waits for a button can be lost. */
function sendChosen({ currentTarget }: React.ChangeEvent<HTMLInputElement>): void {
  if ((currentTarget.files?.length ?? 0) > 0) currentTarget.form?.requestSubmit();
}

function Upload({
  requirement,
  errors,
}: {
  readonly requirement: MaterialView;
  readonly errors: readonly FieldError[];
}): React.JSX.Element {
  const say = useSay();
  const id = `file-${requirement.id}`;
  const error = errors.find((candidate) => candidate.field === id);
  return (
    <Form
      method="post"
      encType="multipart/form-data"
      className={`upload upload--at-once ${error === undefined ? '' : 'has-error'}`}
    >
      <input type="hidden" name="requirementId" value={requirement.id} />
      <label htmlFor={id}>
        {say({ zh: '选择文件', en: 'Choose a file' })}
        <span className="sr-only" lang="zh-CN">
          {requirement.name}
        </span>
        <span className="hint">
          {say({ zh: 'PDF、JPG、PNG 或 OFD，不超过 20 MB', en: 'PDF, JPG, PNG or OFD, up to 20 MB' })}
        </span>
      </label>
      {error !== undefined && <p className="field-error">{say(error.words)}</p>}
      <input id={id} name="file" type="file" accept={acceptedTypes} onChange={sendChosen} />
      <button>
        {say({ zh: '上传', en: 'Upload' })}
        <span className="sr-only" lang="zh-CN">
          {requirement.name}
        </span>
      </button>
    </Form>
  );
}
