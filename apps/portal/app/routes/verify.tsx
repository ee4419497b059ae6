import { Verification } from '@yimen/contract';
import { useSay } from '@yimen/ui';
import { Form, redirect } from 'react-router';
import type { Route } from './+types/verify.ts';
import { send } from '../api.ts';
import { fileOf, textOf, uploadOf } from '../form.ts';
import { TextField } from '../features/apply/IdentityFields.tsx';
import { errorsOf } from '../features/apply/filing.ts';
import { orKept, type OrKept } from '../features/keep/orKept.ts';
import { ErrorSummary, type FieldError } from '../features/shell/fields.tsx';
import { Title } from '../features/shell/Title.tsx';
import { Verdict } from '../features/verify/Verdict.tsx';

type Answer =
  { readonly errors: readonly FieldError[] } | { readonly errors: readonly []; readonly verification: Verification };

export async function action(args: Route.ActionArgs): Promise<Answer | Response> {
  const form = await args.request.formData();
  const file = fileOf(form, 'file');
  if (file !== undefined) {
    const verdict = await send(args, '/verification', { method: 'POST', body: uploadOf(file) }, Verification);
    return verdict.ok
      ? { errors: [], verification: verdict.value }
      : { errors: errorsOf(verdict.error).map(({ words }) => ({ field: 'file', words })) };
  }
  const code = textOf(form, 'code').replaceAll(/[\s-]/g, '').toUpperCase().slice(0, 40);
  if (code === '')
    return {
      errors: [{ field: 'code', words: { zh: '请输入验证码或选择 PDF', en: 'Enter the code or choose a PDF' } }],
    };
  return redirect(`/verify/${encodeURIComponent(code)}`);
}

export const clientAction = (args: Route.ClientActionArgs): OrKept<Answer> => orKept(args);

export default function Verify({ actionData }: Route.ComponentProps): React.JSX.Element {
  const say = useSay();
  const errors = actionData?.errors ?? [];
  return (
    <div className="page narrow">
      <Title words={{ zh: '验真文书', en: 'Verify a paper' }} failed={errors.length > 0} />
      <ErrorSummary errors={errors} />
      {actionData !== undefined && 'verification' in actionData && <Verdict verification={actionData.verification} />}
      <h1>{say({ zh: '验真文书', en: 'Verify a paper' })}</h1>
      <Form method="post" noValidate>
        <TextField
          name="code"
          label={say({ zh: '验证码', en: 'Verification code' })}
          hint={say({ zh: '文书二维码下方的字母和数字', en: 'Letters and digits below the square code' })}
          typed={{}}
          errors={errors}
          maxLength={40}
        />
        <button className="primary">{say({ zh: '查验', en: 'Verify' })}</button>
      </Form>
      <h2>{say({ zh: '或者上传 PDF', en: 'Or upload the PDF' })}</h2>
      <p>{say({ zh: '改动过一个字节，也会被认出来。', en: 'Even one changed byte is found out.' })}</p>
      <Form method="post" encType="multipart/form-data" className="upload">
        <label htmlFor="file">{say({ zh: '选择 PDF 文件', en: 'Choose a PDF' })}</label>
        <input id="file" name="file" type="file" accept=".pdf" />
        <button>{say({ zh: '上传查验', en: 'Upload and verify' })}</button>
      </Form>
    </div>
  );
}
