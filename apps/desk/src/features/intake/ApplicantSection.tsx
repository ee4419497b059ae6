import { useMessages, useSay, type Say } from '@yimen/ui';
import { Checkbox } from 'antd';
import type { JSX } from 'react';
import { Field } from '../../shared/forms/Field.tsx';
import type { FieldErrors, FieldSpec, Values } from '../../shared/forms/fields.ts';
import {
  AGENT,
  applicantFields,
  checkNumber,
  isNumberField,
  kindOf,
  tidyNumber,
  type ApplicantKind,
} from './applicant.ts';
import { CardReader } from './CardReader.tsx';
import { messages } from './messages.ts';

export const applicantId = (name: string): string => `applicant-${name.replace('.', '-')}`;

interface ApplicantSectionProps {
  readonly typed: Values;
  readonly serves: readonly ApplicantKind[];
  readonly errors: FieldErrors;
  readonly onChange: (typed: Values) => void;
}

function feedbackOf(name: string, typed: Values, t: Say<typeof messages>): JSX.Element | undefined {
  if (!isNumberField(name)) return undefined;
  const check = checkNumber(name, typed);
  if (check === 'empty') return undefined;
  if (check === 'short')
    return <span className="hint">{t('numberShort', { n: tidyNumber(typed[name] ?? '').length })}</span>;
  return (
    <span role="status" className={check === 'right' ? 'right' : 'wrong'}>
      {t(check === 'right' ? 'numberRight' : 'numberWrong')}
    </span>
  );
}

function Fields({
  fields,
  typed,
  errors,
  onChange,
}: Omit<ApplicantSectionProps, 'serves'> & { readonly fields: readonly FieldSpec[] }): JSX.Element {
  const t = useMessages(messages);
  return (
    <div className="fields">
      {fields.map((field) => (
        <Field
          key={field.name}
          id={applicantId(field.name)}
          field={field}
          value={typed[field.name] ?? ''}
          error={errors[field.name]}
          feedback={feedbackOf(field.name, typed, t)}
          onChange={(value) => onChange({ ...typed, [field.name]: value })}
        />
      ))}
    </div>
  );
}

function Kind({ typed, serves, onChange }: Omit<ApplicantSectionProps, 'errors'>): JSX.Element | null {
  const say = useSay();
  if (serves.length < 2) return null;
  const field: FieldSpec = {
    name: 'kind',
    label: messages.kind,
    kind: 'radio',
    required: true,
    options: serves.map((kind) => ({ value: kind, label: messages[kind] })),
  };
  return (
    <Field
      key={say(field.label)}
      id={applicantId('kind')}
      field={field}
      value={kindOf(typed, serves)}
      onChange={(kind) => onChange({ ...typed, kind })}
    />
  );
}

/** Person or organisation, and the agent where there is one; numbers are checked to the digit while typed. */
export function ApplicantSection(props: ApplicantSectionProps): JSX.Element {
  const { typed, serves, onChange } = props;
  const t = useMessages(messages);
  const withAgent = typed['withAgent'] === 'yes';
  return (
    <fieldset>
      <legend>{t('applicant')}</legend>
      <CardReader typed={typed} kind={kindOf(typed, serves)} onChange={onChange} />
      <Kind typed={typed} serves={serves} onChange={onChange} />
      <Fields {...props} fields={applicantFields(kindOf(typed, serves))} />
      <Checkbox
        checked={withAgent}
        onChange={(event) => onChange({ ...typed, withAgent: event.target.checked ? 'yes' : 'no' })}
      >
        {t('withAgent')}
      </Checkbox>
      {withAgent && <Fields {...props} fields={AGENT} />}
    </fieldset>
  );
}
