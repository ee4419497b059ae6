import { useSay } from '@yimen/ui';
import { Field, type FieldError } from '../shell/fields.tsx';
import { papers } from './filing.ts';

interface Props {
  /** `''` for the applicant, `agent` for the agent: fields are then `agentName`, `agentPaper`… */
  readonly prefix: '' | 'agent';
  readonly typed: Readonly<Record<string, string>>;
  readonly errors: readonly FieldError[];
}

const named = (prefix: string, name: string): string =>
  prefix === '' ? name : prefix + name.charAt(0).toUpperCase() + name.slice(1);

/** Name, paper and phone of a natural person; resident cards are not the only papers people hold. */
export function IdentityFields({ prefix, typed, errors }: Props): React.JSX.Element {
  const say = useSay();
  const paper = named(prefix, 'paper');
  return (
    <>
      <TextField
        name={named(prefix, 'name')}
        label={say({ zh: '姓名', en: 'Name' })}
        typed={typed}
        errors={errors}
        autoComplete="name"
      />
      <Field name={paper} label={say({ zh: '证件类型', en: 'Identity paper' })} errors={errors}>
        {(attributes) => (
          <select {...attributes} defaultValue={typed[paper] ?? 'residentId'}>
            {papers.map((option) => (
              <option key={option.value} value={option.value}>
                {say(option.words)}
              </option>
            ))}
          </select>
        )}
      </Field>
      <TextField
        name={named(prefix, 'paperNumber')}
        label={say({ zh: '证件号码', en: 'Number' })}
        typed={typed}
        errors={errors}
      />
      <TextField
        name={named(prefix, 'phone')}
        label={say({ zh: '联系电话', en: 'Phone' })}
        typed={typed}
        errors={errors}
        autoComplete="tel"
        hint={say({ zh: '座机、手机都可以', en: 'Landline or mobile' })}
      />
    </>
  );
}

interface TextProps {
  readonly name: string;
  readonly label: React.ReactNode;
  readonly typed: Readonly<Record<string, string>>;
  readonly errors: readonly FieldError[];
  readonly hint?: string | undefined;
  readonly optional?: boolean;
  readonly autoComplete?: string | undefined;
  readonly maxLength?: number;
}

export function TextField({
  name,
  label,
  typed,
  errors,
  hint,
  optional = false,
  autoComplete,
  maxLength = 200,
}: TextProps): React.JSX.Element {
  return (
    <Field name={name} label={label} hint={hint} optional={optional} errors={errors}>
      {(attributes) => (
        <input
          {...attributes}
          type="text"
          defaultValue={typed[name] ?? ''}
          autoComplete={autoComplete}
          maxLength={maxLength}
        />
      )}
    </Field>
  );
}
