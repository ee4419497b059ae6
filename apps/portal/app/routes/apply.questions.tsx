import type { QuestionView } from '@yimen/contract';
import { useSay, Zh } from '@yimen/ui';
import { useRouteLoaderData } from 'react-router';
import type { Route } from './+types/apply.questions.ts';
import { checkAnswers } from '../features/apply/checks.ts';
import type { Applying } from '../features/apply/draft.ts';
import { journeyOf, pathBefore } from '../features/apply/journey.ts';
import { actOnPage, type PageAnswer } from '../features/apply/page.ts';
import { PageForm } from '../features/apply/PageForm.tsx';
import { orKept, type OrKept } from '../features/keep/orKept.ts';
import { Choice, Field, type FieldError } from '../features/shell/fields.tsx';
import type { loader as applyLoader } from './apply.tsx';

function groupOf({ detail }: Applying, groupId: string): Applying['detail']['form'][number] {
  const group = detail.form.find((candidate) => candidate.id === groupId);
  if (group === undefined) throw new Response(null, { status: 404 });
  return group;
}

export async function action(args: Route.ActionArgs): Promise<PageAnswer | Response> {
  const { draftId, groupId } = args.params;
  return actOnPage(args, {
    draftId,
    path: `questions/${groupId}`,
    into: 'answers',
    names: (applying) => groupOf(applying, groupId).questions.map((question) => question.id),
    check: (content, applying) => checkAnswers(groupOf(applying, groupId).questions, content.answers),
  });
}

export const clientAction = (args: Route.ClientActionArgs): OrKept<PageAnswer> => orKept(args);

export default function Questions({ params: { groupId }, actionData }: Route.ComponentProps): React.JSX.Element {
  const applying = useRouteLoaderData<typeof applyLoader>('routes/apply');
  const errors = actionData?.errors ?? [];
  if (applying === undefined) return <></>;
  const { draft, detail } = applying;
  const group = groupOf(applying, groupId);
  return (
    // Keyed by the group: the next page's fields must not keep this page's typing.
    <PageForm
      key={groupId}
      title={{ zh: group.title, en: group.title }}
      back={pathBefore(journeyOf(detail, draft.content), `questions/${groupId}`)}
      part="answers"
      errors={errors}
    >
      {group.questions.map((question) => (
        <QuestionField
          key={question.id}
          question={question}
          value={draft.content.answers[question.id] ?? ''}
          errors={errors}
        />
      ))}
    </PageForm>
  );
}

interface QuestionProps {
  readonly question: QuestionView;
  readonly value: string;
  readonly errors: readonly FieldError[];
}

function QuestionField({ question, value, errors }: QuestionProps): React.JSX.Element {
  const options = useOptions(question);
  const label = <Zh>{question.label}</Zh>;
  const hint = question.hint === undefined ? undefined : <Zh>{question.hint}</Zh>;
  if (options !== undefined)
    return <Choice name={question.id} legend={label} hint={hint} value={value} options={options} errors={errors} />;
  return (
    <Field name={question.id} label={label} hint={hint} optional={!question.required} errors={errors}>
      {(attributes) =>
        question.type === 'longText' ? (
          <textarea {...attributes} rows={5} defaultValue={value} maxLength={question.maxLength ?? 2000} />
        ) : (
          <input {...attributes} {...inputOf(question)} defaultValue={value} maxLength={question.maxLength ?? 200} />
        )
      }
    </Field>
  );
}

/** A plain text box for numbers too: number inputs change under a scrolling wheel and refuse pasted thousands. */
function inputOf(question: QuestionView): { readonly type: 'text' | 'date'; readonly inputMode?: 'decimal' } {
  if (question.type === 'day') return { type: 'date' };
  return question.type === 'number' ? { type: 'text', inputMode: 'decimal' } : { type: 'text' };
}

function useOptions(
  question: QuestionView,
): readonly { readonly value: string; readonly label: React.ReactNode }[] | undefined {
  const say = useSay();
  if (question.type === 'yesNo') {
    return [
      { value: 'yes', label: say({ zh: '是', en: 'Yes' }) },
      { value: 'no', label: say({ zh: '否', en: 'No' }) },
    ];
  }
  return question.type === 'choice'
    ? (question.options ?? []).map((option) => ({ value: option, label: <Zh>{option}</Zh> }))
    : undefined;
}
