import { useSay, Mixed, type Words } from '@yimen/ui';
import { Checkbox, Input, Radio } from 'antd';
import { useId, type JSX } from 'react';
import { lines, type FieldSpec } from './fields.ts';

interface FieldProps {
  readonly id: string;
  readonly field: FieldSpec;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly error?: Words | undefined;
  /** Said beside the field while typing, e.g. of a check digit. */
  readonly feedback?: JSX.Element | undefined;
}

interface ControlProps extends FieldProps {
  readonly describedBy: string | undefined;
}

function common({ id, field, describedBy, error }: ControlProps): {
  readonly id: string;
  readonly required: boolean;
  readonly 'aria-describedby': string | undefined;
  readonly 'aria-invalid': boolean;
} {
  return { id, required: field.required, 'aria-describedby': describedBy, 'aria-invalid': error !== undefined };
}

function TextControl(props: ControlProps): JSX.Element {
  const { field, value, onChange } = props;
  const list = `${props.id}-list`;
  const type = field.kind === 'day' ? 'date' : 'text';
  return (
    <>
      <Input
        {...common(props)}
        type={type}
        value={value}
        autoComplete="off"
        {...(field.kind === 'number' ? { inputMode: 'numeric' as const } : {})}
        {...(field.suggestions === undefined ? {} : { list })}
        onChange={(event) => onChange(event.target.value)}
      />
      {field.suggestions !== undefined && (
        <datalist id={list}>
          {field.suggestions.map((phrase) => (
            <option key={phrase} value={phrase} />
          ))}
        </datalist>
      )}
    </>
  );
}

/** It grows by CSS: the library's own way writes a style attribute, which the page's policy forbids. */
function LongControl(props: ControlProps): JSX.Element {
  return (
    <Input.TextArea
      {...common(props)}
      value={props.value}
      rows={2}
      onChange={(event) => props.onChange(event.target.value)}
    />
  );
}

function ChoiceControl(props: ControlProps): JSX.Element {
  const say = useSay();
  return (
    <select
      {...common(props)}
      className="select"
      value={props.value}
      onChange={(event) => props.onChange(event.target.value)}
    >
      <option value="">{say({ zh: '请选择', en: 'Choose' })}</option>
      {(props.field.options ?? []).map(({ value, label }) => (
        <option key={value} value={value} {...(label.zh === label.en ? { lang: 'zh-CN' } : {})}>
          {say(label)}
        </option>
      ))}
    </select>
  );
}

function RadioControl(props: ControlProps): JSX.Element {
  const say = useSay();
  return (
    <Radio.Group
      {...(props.value === '' ? {} : { value: props.value })}
      name={props.id}
      aria-labelledby={`${props.id}-label`}
      onChange={(event) => props.onChange(String(event.target.value))}
    >
      {(props.field.options ?? []).map(({ value, label }, index) => (
        <Radio key={value} value={value} {...(index === 0 ? { id: props.id } : {})}>
          <Mixed text={say(label)} />
        </Radio>
      ))}
    </Radio.Group>
  );
}

function PeopleControl(props: ControlProps): JSX.Element {
  const say = useSay();
  const chosen = lines(props.value);
  const toggle = (value: string, on: boolean): void => {
    const rest = chosen.filter((person) => person !== value);
    props.onChange((on ? [...rest, value] : rest).join('\n'));
  };
  return (
    <div className="people">
      {(props.field.options ?? []).map(({ value, label }, index) => (
        <Checkbox
          key={value}
          {...(index === 0 ? { id: props.id } : {})}
          checked={chosen.includes(value)}
          onChange={(event) => toggle(value, event.target.checked)}
        >
          <Mixed text={say(label)} />
        </Checkbox>
      ))}
    </div>
  );
}

const CONTROLS = {
  text: TextControl,
  day: TextControl,
  number: TextControl,
  longText: LongControl,
  choice: ChoiceControl,
  radio: RadioControl,
  people: PeopleControl,
} as const;

function Label({ id, field, group }: Pick<FieldProps, 'id' | 'field'> & { readonly group: boolean }): JSX.Element {
  const say = useSay();
  const text = (
    <>
      <Mixed text={say(field.label)} />
      {!field.required && <span className="optional">{say({ zh: '（选填）', en: ' (optional)' })}</span>}
    </>
  );
  const named = { id: `${id}-label`, className: 'field-label' };
  return group ? (
    <span {...named}>{text}</span>
  ) : (
    <label {...named} htmlFor={id}>
      {text}
    </label>
  );
}

const classOf = ({ kind, wide }: FieldSpec, wrong: boolean): string =>
  ['field', `field--${kind}`, ...(wide === true ? ['field--wide'] : []), ...(wrong ? ['field--wrong'] : [])].join(' ');

/** Label, hint, control, error: the error beside its field in the same words as in the summary. */
export function Field(props: FieldProps): JSX.Element {
  const { field, error, feedback, id } = props;
  const say = useSay();
  const note = useId();
  const described = error !== undefined || field.hint !== undefined || feedback !== undefined;
  const group = field.kind === 'radio' || field.kind === 'people';
  const Control = CONTROLS[field.kind];
  return (
    <div
      className={classOf(field, error !== undefined)}
      {...(group ? { role: 'group', 'aria-labelledby': `${id}-label` } : {})}
    >
      <Label id={id} field={field} group={group} />
      <Control {...props} describedBy={described ? note : undefined} />
      <div id={note} className="field-note">
        {error !== undefined && (
          <span className="wrong">
            <Mixed text={say(error)} />
          </span>
        )}
        {field.hint !== undefined && (
          <span className="hint">
            <Mixed text={say(field.hint)} />
          </span>
        )}
        {error === undefined && feedback}
      </div>
    </div>
  );
}
