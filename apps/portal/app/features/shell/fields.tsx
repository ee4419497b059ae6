import { ErrorSummary as SharedErrorSummary, useSay, Mixed, type Words } from '@yimen/ui';
import { useMemo } from 'react';

/** What is wrong with one field, under the name the form gives it. */
export interface FieldError {
  readonly field: string;
  readonly words: Words;
}

/** All errors at the top, each a link to its field; focus goes there when scripts run. */
export function ErrorSummary({ errors }: { readonly errors: readonly FieldError[] }): React.JSX.Element | null {
  const say = useSay();
  const lines = useMemo(() => errors.map(({ field, words }) => ({ field, text: say(words) })), [errors, say]);
  return lines.length === 0 ? null : <SharedErrorSummary errors={lines} />;
}

interface FieldProps {
  readonly name: string;
  readonly label: React.ReactNode;
  readonly hint?: React.ReactNode | undefined;
  readonly optional?: boolean;
  readonly errors: readonly FieldError[];
  readonly children: (attributes: FieldAttributes) => React.ReactNode;
}

export interface FieldAttributes {
  readonly id: string;
  readonly name: string;
  readonly 'aria-describedby'?: string;
  readonly 'aria-invalid'?: true;
}

/** Label, hint and error around one control; optional fields are labelled, mandatory ones are not starred. */
export function Field({ name, label, hint, optional = false, errors, children }: FieldProps): React.JSX.Element {
  const say = useSay();
  const error = errors.find((candidate) => candidate.field === name);
  const described = [
    hint === undefined ? undefined : `${name}-hint`,
    error === undefined ? undefined : `${name}-error`,
  ].filter((id) => id !== undefined);
  return (
    <div className={error === undefined ? 'field' : 'field has-error'}>
      <label htmlFor={name}>
        {label}
        {optional && <span className="optional">{say({ zh: '（选填）', en: ' (optional)' })}</span>}
      </label>
      {hint !== undefined && (
        <p className="hint" id={`${name}-hint`}>
          {hint}
        </p>
      )}
      {error !== undefined && (
        <p className="field-error" id={`${name}-error`}>
          <span className="sr-only">{say({ zh: '错误：', en: 'Error: ' })}</span>
          <Mixed text={say(error.words)} />
        </p>
      )}
      {children({
        id: name,
        name,
        ...(described.length > 0 ? { 'aria-describedby': described.join(' ') } : {}),
        ...(error === undefined ? {} : { 'aria-invalid': true as const }),
      })}
    </div>
  );
}

interface ChoiceProps {
  readonly name: string;
  readonly legend: React.ReactNode;
  readonly value: string;
  readonly options: readonly { readonly value: string; readonly label: React.ReactNode }[];
  readonly hint?: React.ReactNode | undefined;
  readonly errors: readonly FieldError[];
}

/** One of several, as radio buttons; the first carries the field's id so that the error summary can lead there. */
export function Choice({ name, legend, value, options, hint, errors }: ChoiceProps): React.JSX.Element {
  const say = useSay();
  const error = errors.find((candidate) => candidate.field === name);
  return (
    <fieldset className={error === undefined ? 'field' : 'field has-error'}>
      <legend>{legend}</legend>
      {hint !== undefined && <p className="hint">{hint}</p>}
      {error !== undefined && (
        <p className="field-error">
          <Mixed text={say(error.words)} />
        </p>
      )}
      {options.map((option, position) => (
        <label className="choice" key={option.value}>
          <input
            type="radio"
            id={position === 0 ? name : undefined}
            name={name}
            value={option.value}
            defaultChecked={value === option.value}
          />
          <span>{option.label}</span>
        </label>
      ))}
    </fieldset>
  );
}
