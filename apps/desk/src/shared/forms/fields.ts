import type { Words } from '@yimen/ui';

export type FieldKind = 'text' | 'longText' | 'day' | 'number' | 'choice' | 'radio' | 'people';

export interface Option {
  readonly value: string;
  readonly label: Words;
}

/** One field as data; forms of acts, of the applicant and of an item's questions are lists of these. */
export interface FieldSpec {
  readonly name: string;
  readonly label: Words;
  readonly kind: FieldKind;
  readonly required: boolean;
  /** Takes the whole row: what it holds is long. */
  readonly wide?: boolean;
  readonly hint?: Words | undefined;
  readonly options?: readonly Option[] | undefined;
  readonly maxLength?: number | undefined;
  /** What the field holds before anybody typed. */
  readonly initial?: string | undefined;
  /** Phrases offered while typing (依据, 常用语). */
  readonly suggestions?: readonly string[] | undefined;
}

/** What is typed, by field name. Lists are joined with line feeds. */
export type Values = { readonly [name: string]: string };
export type FieldErrors = { readonly [name: string]: Words };

export const lines = (text: string | undefined): readonly string[] =>
  (text ?? '')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');

export const same = (text: string): Words => ({ zh: text, en: text });

export const YES_NO: readonly Option[] = [
  { value: 'yes', label: { zh: '是', en: 'Yes' } },
  { value: 'no', label: { zh: '否', en: 'No' } },
];

export function initialValues(fields: readonly FieldSpec[]): Values {
  return Object.fromEntries(fields.map((field) => [field.name, field.initial ?? '']));
}

/** Mirrors shape only: what is required is there and is not too long. Rules are the server's. */
export function missing(fields: readonly FieldSpec[], values: Values): FieldErrors {
  const errors: Record<string, Words> = {};
  for (const field of fields) {
    const value = (values[field.name] ?? '').trim();
    if (field.required && value === '') errors[field.name] = requiredWords(field);
    else if (value.length > (field.maxLength ?? 4000)) errors[field.name] = longWords(field);
  }
  return errors;
}

const CHOSEN: readonly FieldKind[] = ['choice', 'radio', 'people', 'day'];

function requiredWords({ kind, label }: FieldSpec): Words {
  const choose = CHOSEN.includes(kind);
  return { zh: `请${choose ? '选择' : '填写'}“${label.zh}”`, en: `${choose ? 'Choose' : 'Enter'} “${label.en}”` };
}

function longWords({ label, maxLength }: FieldSpec): Words {
  const max = String(maxLength ?? 4000);
  return { zh: `“${label.zh}”不得超过 ${max} 字`, en: `“${label.en}” must be ${max} characters or fewer` };
}
