import { TrackGrant } from '@yimen/contract';
import { useSay } from '@yimen/ui';
import { Form, redirect } from 'react-router';
import type { Route } from './+types/track.ts';
import { send } from '../api.ts';
import { textOf } from '../form.ts';
import { TextField } from '../features/apply/IdentityFields.tsx';
import { trackingCookie } from '../cookies.ts';
import { orKept, type OrKept } from '../features/keep/orKept.ts';
import { ErrorSummary, type FieldError } from '../features/shell/fields.tsx';
import { Title } from '../features/shell/Title.tsx';

interface Refused {
  readonly errors: readonly FieldError[];
  readonly typed: Readonly<Record<string, string>>;
}

export function loader({ request }: Route.LoaderArgs): { readonly number: string } {
  return { number: (new URL(request.url).searchParams.get('number') ?? '').slice(0, 40) };
}

export async function action(args: Route.ActionArgs): Promise<Refused | Response> {
  const form = await args.request.formData();
  const typed = {
    number: textOf(form, 'number').replaceAll(/\s/g, '').slice(0, 40),
    queryCode: textOf(form, 'queryCode').slice(0, 20),
  };
  const grant = await send(args, '/tracking', { method: 'POST', body: typed }, TrackGrant);
  if (!grant.ok) return { errors: [{ field: 'number', words: grant.error.words }], typed };
  return redirect(`/track/${grant.value.number}`, {
    headers: { 'set-cookie': trackingCookie(grant.value.number, grant.value.token) },
  });
}

export const clientAction = (args: Route.ClientActionArgs): OrKept<Refused> => orKept(args);

export default function Track({ loaderData, actionData }: Route.ComponentProps): React.JSX.Element {
  const say = useSay();
  const errors = actionData?.errors ?? [];
  const typed = actionData?.typed ?? { number: loaderData.number };
  return (
    <div className="page narrow">
      <Title words={{ zh: '查办件进度', en: 'Track a case' }} failed={errors.length > 0} />
      <ErrorSummary errors={errors} />
      <h1>{say({ zh: '查办件进度', en: 'Track a case' })}</h1>
      <Form method="post" noValidate>
        <TextField
          name="number"
          label={say({ zh: '办件编号', en: 'Case number' })}
          hint={say({ zh: '写在收件凭证上，空格可以不输', en: 'It is on your receipt; spaces do not matter' })}
          typed={typed}
          errors={errors}
          maxLength={40}
        />
        <TextField
          name="queryCode"
          label={say({ zh: '查询码', en: 'Query code' })}
          hint={say({ zh: '收件凭证上的 8 位字母和数字', en: 'Eight letters and digits on your receipt' })}
          typed={typed}
          errors={errors}
          maxLength={20}
        />
        <button className="primary big">{say({ zh: '查询', en: 'Look up' })}</button>
      </Form>
    </div>
  );
}
