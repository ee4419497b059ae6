import type { QuestionView } from '@yimen/contract';
import { useSay, Zh } from '@yimen/ui';
import { Form } from 'react-router';
import type { Route } from './+types/guide.checklist.ts';
import { questionsOf } from '../features/checklist/answers.ts';
import { answerChecklist, loadChecklist, type ChecklistData } from '../features/checklist/checklist.ts';
import { ChecklistView } from '../features/checklist/ChecklistView.tsx';
import { QuestionFields } from '../features/checklist/QuestionFields.tsx';
import { Back } from '../features/shell/Back.tsx';
import { ErrorSummary, type FieldError } from '../features/shell/fields.tsx';
import { Print } from '../features/shell/Print.tsx';
import { Title } from '../features/shell/Title.tsx';

export function loader(args: Route.LoaderArgs): Promise<ChecklistData> {
  return loadChecklist(args, args.params);
}

export function action(args: Route.ActionArgs): Promise<ChecklistData> {
  return answerChecklist(args, args.params);
}

export default function ChecklistPage({ loaderData, actionData }: Route.ComponentProps): React.JSX.Element {
  const say = useSay();
  const { guide, typed, made } = actionData ?? loaderData;
  const questions = questionsOf(guide);
  const path = `/halls/${guide.jurisdiction}/items/${encodeURIComponent(guide.id)}`;
  const errors: readonly FieldError[] =
    made === undefined || made.ok ? [] : [{ field: `q-${questions[0]?.id ?? ''}`, words: made.error.words }];
  return (
    <div className="page">
      <Title
        words={{ zh: `${guide.name}：我的材料清单`, en: `My checklist: ${guide.name}` }}
        failed={errors.length > 0}
      />
      <Back to={path} words={{ zh: '返回办事指南', en: 'Back to the guide' }} />
      <ErrorSummary errors={errors} />
      <p className="kicker">{say({ zh: '我的材料清单', en: 'My own checklist' })}</p>
      <h1>
        <Zh>{guide.name}</Zh>
      </h1>
      {questions.length > 0 && <Asking questions={questions} typed={typed} />}
      {made?.ok === true && (
        <>
          <Taking path={path} typed={typed} />
          <ChecklistView checklist={made.value} />
        </>
      )}
    </div>
  );
}

type Typed = ChecklistData['typed'];

function Asking({
  questions,
  typed,
}: {
  readonly questions: readonly QuestionView[];
  readonly typed: Typed;
}): React.JSX.Element {
  const say = useSay();
  return (
    <Form method="post" className="no-print">
      <p>
        {say({
          zh: '回答下面的问题，只列出您要带的材料。不填姓名和证件，回答也不保存。',
          en: 'Answer these and only your own papers are listed. No name is asked, and no answer is kept.',
        })}
      </p>
      <QuestionFields questions={questions} typed={typed} errors={[]} />
      <button className="primary big">{say({ zh: '列出我的材料', en: 'List my papers' })}</button>
    </Form>
  );
}

function Taking({ path, typed }: { readonly path: string; readonly typed: Typed }): React.JSX.Element {
  const say = useSay();
  return (
    <form method="post" action={`${path}/checklist.pdf`} className="take-away no-print">
      {Object.entries(typed).map(([id, value]) => (
        <input key={id} type="hidden" name={`q-${id}`} value={value} />
      ))}
      <button>{say({ zh: '下载清单（PDF）', en: 'Download (PDF)' })}</button>
      <Print words={{ zh: '打印清单', en: 'Print the checklist' }} />
    </form>
  );
}
