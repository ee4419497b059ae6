import { useSay, Zh } from '@yimen/ui';
import { Form } from 'react-router';
import type { Route } from './+types/kiosk.checklist.ts';
import { questionsOf } from '../features/checklist/answers.ts';
import { answerChecklist, loadChecklist, type ChecklistData } from '../features/checklist/checklist.ts';
import { ChecklistView } from '../features/checklist/ChecklistView.tsx';
import { QuestionFields } from '../features/checklist/QuestionFields.tsx';
import { Print } from '../features/shell/Print.tsx';
import { Title } from '../features/shell/Title.tsx';

export function loader(args: Route.LoaderArgs): Promise<ChecklistData> {
  return loadChecklist(args, args.params);
}

export function action(args: Route.ActionArgs): Promise<ChecklistData> {
  return answerChecklist(args, args.params);
}

export default function KioskChecklist({ loaderData, actionData }: Route.ComponentProps): React.JSX.Element {
  const say = useSay();
  const { guide, typed, made } = actionData ?? loaderData;
  // There are no keys for free text here: such a question stays open, and the list says so.
  const questions = questionsOf(guide).filter(({ type }) => type === 'yesNo' || type === 'choice');
  return (
    <main id="main" tabIndex={-1} className="kiosk-page">
      <Title words={{ zh: `${guide.name}：我的材料清单`, en: `My checklist: ${guide.name}` }} />
      <p className="kicker">{say({ zh: '我的材料清单', en: 'My own checklist' })}</p>
      <h1>
        <Zh>{guide.name}</Zh>
      </h1>
      {questions.length > 0 && (
        <Form method="post" className="no-print">
          <QuestionFields questions={questions} typed={typed} errors={[]} />
          <button className="primary big">{say({ zh: '列出我的材料', en: 'List my papers' })}</button>
        </Form>
      )}
      {made?.ok === false && <p role="alert">{say(made.error.words)}</p>}
      {made?.ok === true && (
        <>
          <p className="take-away no-print">
            <Print words={{ zh: '打印清单', en: 'Print the checklist' }} />
          </p>
          <ChecklistView checklist={made.value} />
        </>
      )}
    </main>
  );
}
