import { ChangeCommand_, type ChangeCommandWish, type ChangePage } from '@yimen/contract';
import { changeSteps } from '@yimen/core/catalogue';
import type { Words } from '@yimen/ui';
import { lines, type FieldSpec, type Values } from '../../shared/forms/fields.ts';
import { messages } from './messages.ts';

export type OpenAct = ChangePage['acts'][number];
type FieldName = 'opinion' | 'reason' | 'to' | 'present' | 'heldOn' | 'effectiveFrom';

/** What each act asks for. */
const ASKED: Readonly<Record<OpenAct['act'], readonly FieldName[]>> = {
  transfer: ['opinion'],
  review: ['opinion'],
  return: ['to', 'reason'],
  resubmit: [],
  deliberate: ['opinion', 'present', 'heldOn'],
  reject: ['opinion', 'present', 'heldOn'],
  withdraw: ['reason'],
  publish: ['effectiveFrom'],
};
const KINDS: Readonly<Record<FieldName, FieldSpec['kind']>> = {
  opinion: 'longText',
  reason: 'longText',
  to: 'choice',
  present: 'longText',
  heldOn: 'day',
  effectiveFrom: 'day',
};

export const fieldsFor = ({ act, targets = [] }: OpenAct): readonly FieldSpec[] =>
  ASKED[act].map((name) => ({
    name,
    kind: KINDS[name],
    label: messages[name],
    required: true,
    maxLength: 2000,
    ...(name === 'to' ? { options: targets.map(({ phase, name: label }) => ({ value: phase, label })) } : {}),
  }));

export const isFilled = (act: OpenAct, values: Values): boolean =>
  ASKED[act.act].every((name) => (values[name] ?? '').trim() !== '');

/** Reviews and returns name their step: two may be open side by side. */
export function actName({ act, step }: OpenAct): Words {
  const name = messages[act];
  if (step === undefined) return name;
  const at = changeSteps[step];
  return { zh: `${name.zh}（${at.zh}）`, en: `${name.en} (${at.en})` };
}

/** The command of what was typed; undefined while something of it is missing. */
export function commandOf({ act, step }: OpenAct, values: Values): ChangeCommandWish | undefined {
  const minutes = {
    file: { name: values['fileName'], sha256: values['fileHash'] },
    present: lines(values['present']),
    heldOn: values['heldOn'],
  };
  const { opinion, reason, to, effectiveFrom } = values;
  const read = ChangeCommand_.safeParse({ type: act, step, opinion, reason, to, effectiveFrom, minutes });
  return read.success ? read.data : undefined;
}
