import type { ActRequest } from '@yimen/contract';
import { useSay, type Words } from '@yimen/ui';
import type { Route } from './+types/track.withdrawal.ts';
import { textOf } from '../form.ts';
import { orKept, type OrKept } from '../features/keep/orKept.ts';
import { Field } from '../features/shell/fields.tsx';
import { OneActPage } from '../features/track/OneActPage.tsx';
import { loadTyping, sendAct, type Refused, type Typing } from '../features/track/act.ts';

export const loader = (args: Route.LoaderArgs): Promise<Typing> => loadTyping(args, args.params.number, 'withdrawal');

export async function action(args: Route.ActionArgs): Promise<Refused | Response> {
  const { number } = args.params;
  const form = await args.request.formData();
  const reason = textOf(form, 'reason');
  if (reason === '')
    return { errors: [{ field: 'reason', words: { zh: '请写明撤回原因', en: 'Say why you withdraw' } }] };
  const body: ActRequest = { commandId: textOf(form, 'commandId'), commands: [{ type: 'withdraw', reason }] };
  return sendAct(args, { number, act: 'withdrawal', path: 'acts', body });
}

export const clientAction = (args: Route.ClientActionArgs): OrKept<Refused> => orKept(args);

const intro: Words = {
  zh: '撤回后本办件终结；以后可以重新申请。作出决定以后不能再撤回。',
  en: 'Withdrawing ends this case; you may apply again. It is no longer possible once a decision is made.',
};

export default function Withdrawal({
  loaderData,
  actionData,
  params: { number },
}: Route.ComponentProps): React.JSX.Element {
  const say = useSay();
  const errors = actionData?.errors ?? [];
  return (
    <OneActPage
      number={number}
      commandId={loaderData.commandId}
      act="withdrawal"
      title={{ zh: '撤回申请', en: 'Withdraw the application' }}
      intro={intro}
      submit={{ words: { zh: '确认撤回', en: 'Withdraw' }, tone: 'warning' }}
      errors={errors}
    >
      <Field name="reason" label={say({ zh: '撤回原因', en: 'Reason' })} errors={errors}>
        {(attributes) => (
          <textarea {...attributes} rows={4} maxLength={1000} defaultValue={loaderData.reply.fields['reason']} />
        )}
      </Field>
    </OneActPage>
  );
}
