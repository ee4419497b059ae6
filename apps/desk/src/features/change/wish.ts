import { ChangeWish } from '@yimen/contract';
import { changeKinds, changeTriggers, lineActs, type ChangeKind, type LineAct } from '@yimen/core/catalogue';
import type { FieldSpec, Option, Values } from '../../shared/forms/fields.ts';
import { messages } from './messages.ts';

/** One item of an application as it is typed; kept as one line of text each. */
export interface TypedLine {
  readonly itemId: string;
  readonly name: string;
  readonly act: LineAct;
}

const SEPARATOR = '\t';
const isAct = (text: string): text is LineAct => Object.hasOwn(lineActs, text);
export const isKind = (text: string): text is ChangeKind => Object.hasOwn(changeKinds, text);

export const linesIn = (text = ''): readonly TypedLine[] =>
  text.split('\n').flatMap((row) => {
    const [itemId = '', name = '', act = ''] = row.split(SEPARATOR);
    return itemId === '' || !isAct(act) ? [] : [{ itemId, name, act }];
  });
export const textOf = (lines: readonly TypedLine[]): string =>
  lines.map(({ itemId, name, act }) => [itemId, name, act].join(SEPARATOR)).join('\n');

/** What may happen to an item in a change of this kind; the first is what is offered. */
export const actsOf = (kind: string): readonly LineAct[] => (isKind(kind) ? changeKinds[kind].acts : []);

const BLANK: Values = {
  kind: 'change',
  trigger: '',
  title: '',
  place: '',
  on: '',
  reason: '',
  receiver: '',
  lines: '',
};

export function initialValues(wish: Partial<ChangeWish>, names: ReadonlyMap<string, string>): Values {
  const { basis, lines = [], ...typed } = wish;
  const named = lines.map(({ itemId, act }) => ({ itemId, act, name: names.get(itemId) ?? itemId }));
  return { ...BLANK, ...typed, ...basis, lines: textOf(named) };
}

/** The application of what was typed; undefined while something is missing. */
export function wishOf(values: Values): ChangeWish | undefined {
  const { kind, trigger, title, place, on = '', reason, receiver = '', lines } = values;
  const read = ChangeWish.safeParse({
    kind,
    trigger,
    basis: { title, place, ...(on === '' ? {} : { on }) },
    reason,
    ...(receiver === '' ? {} : { receiver }),
    lines: linesIn(lines).map(({ itemId, act }) => ({ itemId, act })),
  });
  return read.success ? read.data : undefined;
}

const kinds: readonly Option[] = Object.entries(changeKinds).map(([value, label]) => ({ value, label }));

/** Only what may bring about a change of this kind is offered. */
const triggersFor = (kind: string): readonly Option[] =>
  Object.entries(changeTriggers)
    .filter(([, { kinds: fits }]) => fits.some((one) => one === kind))
    .map(([value, label]) => ({ value, label }));

export const fieldsFor = (kind: string): readonly FieldSpec[] => [
  { name: 'kind', kind: 'choice', label: messages.kind, required: true, options: kinds },
  { name: 'trigger', kind: 'choice', label: messages.trigger, required: true, options: triggersFor(kind) },
  { name: 'title', kind: 'text', label: messages.basisTitle, required: true, maxLength: 200 },
  { name: 'place', kind: 'text', label: messages.basisPlace, required: true, maxLength: 200 },
  { name: 'on', kind: 'day', label: messages.basisOn, required: false },
  { name: 'receiver', kind: 'text', label: messages.receiver, required: false, hint: messages.receiverHint },
  { name: 'reason', kind: 'longText', label: messages.reason, required: true, maxLength: 2000 },
];
