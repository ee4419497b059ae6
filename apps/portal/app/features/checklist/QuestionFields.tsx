import type { QuestionView } from '@yimen/contract';
import { useSay, Zh } from '@yimen/ui';
import { Choice, Field, type FieldError } from '../shell/fields.tsx';

interface Props {
  readonly questions: readonly QuestionView[];
  readonly typed: Readonly<Record<string, string>>;
  readonly errors: readonly FieldError[];
}

/** The questions of the situation; each may be left open, then what depends on it is not listed. */
export function QuestionFields({ questions, typed, errors }: Props): React.JSX.Element {
  return (
    <>
      {questions.map((question) => (
        <QuestionField key={question.id} question={question} value={typed[question.id] ?? ''} errors={errors} />
      ))}
    </>
  );
}

interface One {
  readonly question: QuestionView;
  readonly value: string;
  readonly errors: readonly FieldError[];
}

function QuestionField({ question, value, errors }: One): React.JSX.Element {
  const say = useSay();
  const { id, label, hint, type, options = [] } = question;
  const name = `q-${id}`;
  const yesNo = [
    { value: 'yes', label: say({ zh: '是', en: 'Yes' }) },
    { value: 'no', label: say({ zh: '否', en: 'No' }) },
  ];
  const choices = type === 'yesNo' ? yesNo : options.map((option) => ({ value: option, label: <Zh>{option}</Zh> }));
  if (choices.length > 0)
    return (
      <Choice
        name={name}
        legend={<Zh>{label}</Zh>}
        hint={hint === undefined ? undefined : <Zh>{hint}</Zh>}
        value={value}
        options={choices}
        errors={errors}
      />
    );
  return (
    <Field name={name} label={<Zh>{label}</Zh>} hint={hint === undefined ? undefined : <Zh>{hint}</Zh>} errors={errors}>
      {(attributes) => (
        <input
          {...attributes}
          type={type === 'day' ? 'date' : 'text'}
          inputMode={type === 'number' ? 'decimal' : 'text'}
          defaultValue={value}
          maxLength={100}
        />
      )}
    </Field>
  );
}
