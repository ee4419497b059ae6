import { useSay, type Words } from '@yimen/ui';
import type { Route } from './+types/track.rating.ts';
import { textOf } from '../form.ts';
import { orKept, type OrKept } from '../features/keep/orKept.ts';
import { Choice, Field } from '../features/shell/fields.tsx';
import { OneActPage } from '../features/track/OneActPage.tsx';
import { loadTyping, sendAct, type Refused, type Typing } from '../features/track/act.ts';

/** 国办发〔2019〕51号: five levels, voluntary, once per case. */
const levels = [
  { value: '5', words: { zh: '非常满意 ★★★★★', en: 'Very satisfied ★★★★★' } },
  { value: '4', words: { zh: '满意 ★★★★', en: 'Satisfied ★★★★' } },
  { value: '3', words: { zh: '基本满意 ★★★', en: 'Fairly satisfied ★★★' } },
  { value: '2', words: { zh: '不满意 ★★', en: 'Dissatisfied ★★' } },
  { value: '1', words: { zh: '非常不满意 ★', en: 'Very dissatisfied ★' } },
] as const;

export const loader = (args: Route.LoaderArgs): Promise<Typing> => loadTyping(args, args.params.number, 'rating');

export async function action(args: Route.ActionArgs): Promise<Refused | Response> {
  const { number } = args.params;
  const form = await args.request.formData();
  const level = Number(textOf(form, 'level'));
  if (!Number.isInteger(level) || level < 1 || level > 5)
    return { errors: [{ field: 'level', words: { zh: '请选择满意程度', en: 'Choose how satisfied you are' } }] };
  const comment = textOf(form, 'comment').slice(0, 500);
  const body = { commandId: textOf(form, 'commandId'), level, ...(comment === '' ? {} : { comment }) };
  return sendAct(args, { number, act: 'rating', path: 'rating', body });
}

export const clientAction = (args: Route.ClientActionArgs): OrKept<Refused> => orKept(args);

const intro: Words = {
  zh: '评价自愿，每个办件一次。经办人看不到是谁评的。',
  en: 'Rating is voluntary and once per case. Those who handled it cannot see who rated.',
};

export default function Rating({
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
      act="rating"
      title={{ zh: '评价这次服务', en: 'Rate this service' }}
      intro={intro}
      submit={{ words: { zh: '提交评价', en: 'Submit' }, tone: 'primary' }}
      errors={errors}
    >
      <Choice
        name="level"
        legend={say({ zh: '总体满意度', en: 'Overall' })}
        value={loaderData.reply.fields['level'] ?? ''}
        options={levels.map(({ value, words }) => ({ value, label: say(words) }))}
        errors={errors}
      />
      <Field name="comment" label={say({ zh: '想说的话', en: 'Anything to add' })} optional errors={errors}>
        {(attributes) => (
          <textarea {...attributes} rows={4} maxLength={500} defaultValue={loaderData.reply.fields['comment']} />
        )}
      </Field>
    </OneActPage>
  );
}
