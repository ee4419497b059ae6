import type { SituationOutcome } from '@yimen/contract';
import { isList, readPath, wordOf, type JsonObject } from '@yimen/core/catalogue';
import type { Json } from '@yimen/kernel';
import { ErrorSummary, useMessages, useSay } from '@yimen/ui';
import { Button } from 'antd';
import { useState, type FormEvent, type JSX } from 'react';
import { Field } from '../../shared/forms/Field.tsx';
import { same, type FieldSpec } from '../../shared/forms/fields.ts';
import { problemOf } from '../../shared/forms/refusal.ts';
import { useSituation, type ExampleAnswers } from './api.ts';
import { messages } from './messages.ts';

interface Asked {
  readonly id: string;
  readonly type: string;
  readonly field: FieldSpec;
}

const listAt = (value: Json | undefined, path: string): readonly Json[] => {
  const found = readPath(value, path);
  return isList(found) ? found : [];
};

const yesNo = [
  { value: 'true', label: messages.yes },
  { value: 'false', label: messages.no },
];

/** The questions of situations, and the numbers the form asks (fees and tables reckon with them). */
function askedOf(content: JsonObject): readonly Asked[] {
  const ofForm = listAt(content, 'form').flatMap((page) => listAt(page, 'questions'));
  const numbers = ofForm.filter((one) => readPath(one, 'type') === 'number');
  return [...listAt(content, 'situations.questions'), ...numbers].map((question) => {
    const wordAt = (path: string): string => wordOf(readPath(question, path));
    const [id, type] = [wordAt('id'), wordAt('type')];
    const options = listAt(question, 'options').map((option) => ({
      value: wordOf(option),
      label: same(wordOf(option)),
    }));
    const kind = type === 'number' ? 'number' : 'choice';
    const label = same(wordAt('label'));
    return { id, type, field: { name: id, kind, label, required: false, options: type === 'yesNo' ? yesNo : options } };
  });
}

function answersOf(asked: readonly Asked[], typed: Readonly<Record<string, string>>): ExampleAnswers {
  const given = asked.flatMap(({ id, type }): readonly (readonly [string, string | number | boolean])[] => {
    const value = typed[id] ?? '';
    if (value === '') return [];
    if (type === 'number') return [[id, Number(value)] as const];
    return [[id, type === 'yesNo' ? value === 'true' : value] as const];
  });
  return Object.fromEntries(given);
}

/** Example answers, and what one applicant with them would need. */
export function Situations({
  itemId,
  content,
}: {
  readonly itemId: string;
  readonly content: JsonObject;
}): JSX.Element {
  const t = useMessages(messages);
  const say = useSay();
  const asked = askedOf(content);
  const [typed, setTyped] = useState<Readonly<Record<string, string>>>({});
  const situation = useSituation(itemId);
  const problem = problemOf(situation.error);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    situation.mutate(answersOf(asked, typed));
  };
  if (asked.length === 0) return <p>{t('noSituations')}</p>;
  return (
    <div className="catalogue-columns">
      <form className="publish" aria-label={t('situations')} onSubmit={submit}>
        <p className="hint">{t('answerHint')}</p>
        {problem !== undefined && <ErrorSummary errors={[{ text: say(problem.words) }]} />}
        {asked.map(({ id, field }) => (
          <Field
            key={id}
            id={`try-${id}`}
            field={field}
            value={typed[id] ?? ''}
            onChange={(value) => setTyped({ ...typed, [id]: value })}
          />
        ))}
        <Button htmlType="submit" type="primary">
          {t('try')}
        </Button>
      </form>
      <div role="status">{situation.data !== undefined && <Outcome outcome={situation.data} />}</div>
    </div>
  );
}

function Outcome({ outcome }: { readonly outcome: SituationOutcome }): JSX.Element {
  const t = useMessages(messages);
  const say = useSay();
  const lists = ['materials', 'fees', 'steps', 'unanswered'] as const;
  return (
    <>
      <p>
        {t('promised')} {say(outcome.promised)} · {t('statutory')} {say(outcome.statutory)}
      </p>
      {lists
        .filter((name) => outcome[name].length > 0)
        .map((name) => (
          <section key={name}>
            <h3>{t(name)}</h3>
            <ul>
              {outcome[name].map((line) => (
                <li key={line}>{line}</li>
              ))}
            </ul>
          </section>
        ))}
      {outcome.tables.map(({ name, words }) => (
        <p key={name}>
          <strong>{name}</strong> {say(words)}
        </p>
      ))}
    </>
  );
}
