import { Resumed } from '@yimen/contract';
import { useSay } from '@yimen/ui';
import { Form, redirect } from 'react-router';
import type { Route } from './+types/resume.ts';
import { send } from '../api.ts';
import { textOf } from '../form.ts';
import { TextField } from '../features/apply/IdentityFields.tsx';
import { orKept, type OrKept } from '../features/keep/orKept.ts';
import { ErrorSummary, type FieldError } from '../features/shell/fields.tsx';
import { Title } from '../features/shell/Title.tsx';

interface Refused {
  readonly errors: readonly FieldError[];
}

export async function action(args: Route.ActionArgs): Promise<Refused | Response> {
  const code = textOf(await args.request.formData(), 'code').slice(0, 40);
  const found = await send(args, '/drafts/resume', { method: 'POST', body: { code } }, Resumed);
  if (found.ok) return redirect(`/apply/${found.value.draftId}`);
  if (found.error.status !== 404) return { errors: [{ field: 'code', words: found.error.words }] };
  return {
    errors: [
      {
        field: 'code',
        words: {
          zh: '没有这个续填码的申请：请核对 12 位字母和数字；30 天没有动过的申请会自动删除',
          en: 'No application has this code: check the 12 letters and digits. What nobody touched for 30 days is deleted',
        },
      },
    ],
  };
}

export const clientAction = (args: Route.ClientActionArgs): OrKept<Refused> => orKept(args);

export default function Resume({ actionData }: Route.ComponentProps): React.JSX.Element {
  const say = useSay();
  const errors = actionData?.errors ?? [];
  const title = { zh: '继续填写申请', en: 'Go on with an application' };
  return (
    <div className="page narrow">
      <Title words={title} failed={errors.length > 0} />
      <ErrorSummary errors={errors} />
      <h1>{say(title)}</h1>
      <Form method="post" noValidate>
        <TextField
          name="code"
          label={say({ zh: '续填码', en: 'Resume code' })}
          hint={say({
            zh: '开始申请时显示的 12 位字母和数字，大小写、空格、横线都不要紧',
            en: 'The 12 letters and digits shown when you began; case, spaces and dashes do not matter',
          })}
          typed={{}}
          errors={errors}
          maxLength={40}
        />
        <button className="primary big">{say({ zh: '继续填写', en: 'Go on' })}</button>
      </Form>
      <p className="hint">
        {say({
          zh: '已经提交的，请用办件编号和查询码查进度。没有续填码，也可以在原来的浏览器里接着填，或到窗口办理。',
          en: 'What is submitted is followed with its number and query code. Without a resume code, go on in the browser you began with, or come to a window.',
        })}
      </p>
    </div>
  );
}
