import type { Guide } from '@yimen/contract';
import type { JSX } from 'react';
import { Field } from '../../shared/forms/Field.tsx';
import type { FieldErrors, Values } from '../../shared/forms/fields.ts';
import { groupsOf } from './questions.ts';

export const answerId = (name: string): string => `answer-${name}`;

interface QuestionsSectionProps {
  readonly guide: Guide;
  readonly typed: Values;
  readonly errors: FieldErrors;
  readonly onChange: (typed: Values) => void;
}

/** The item's own questions, group by group. */
export function QuestionsSection({ guide, typed, errors, onChange }: QuestionsSectionProps): JSX.Element {
  return (
    <>
      {groupsOf(guide).map(({ id, title, fields }) => (
        <fieldset key={id}>
          <legend lang="zh-CN">{title}</legend>
          <div className="fields">
            {fields.map((field) => (
              <Field
                key={field.name}
                id={answerId(field.name)}
                field={field}
                value={typed[field.name] ?? ''}
                error={errors[field.name]}
                onChange={(value) => onChange({ ...typed, [field.name]: value })}
              />
            ))}
          </div>
        </fieldset>
      ))}
    </>
  );
}
