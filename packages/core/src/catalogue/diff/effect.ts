import type { Json } from '@yimen/kernel';
import { isObject, readPath, wordOf } from '../jsonPaths.ts';

/** What a change means for the citizen: `tighter` asks more of them or takes longer. */
export type ChangeEffect = 'tighter' | 'looser' | 'neutral';

interface Side {
  readonly before: Json | undefined;
  readonly after: Json | undefined;
}
type Rule = (side: Side) => ChangeEffect;

const turned: Readonly<Record<ChangeEffect, ChangeEffect>> = {
  tighter: 'looser',
  looser: 'tighter',
  neutral: 'neutral',
};

/** More of it is more asked of the citizen; something where nothing was is more. */
const more: Rule = ({ before, after }) => {
  const [was, is] = [Number(before ?? 0), Number(after ?? 0)];
  if (Number.isNaN(was) || Number.isNaN(is) || was === is) return 'neutral';
  return is > was ? 'tighter' : 'looser';
};
const asked: Rule = ({ before, after }) => {
  if (before === undefined) return 'tighter';
  return after === undefined ? 'looser' : 'neutral';
};
const given: Rule = ({ before, after }) => {
  if (before === after) return 'neutral';
  return after === true ? 'looser' : 'tighter';
};

const limit: Rule = ({ before, after }) => {
  const sides = [before, after];
  if (!sides.every(isObject) || readPath(before, 'unit') !== readPath(after, 'unit')) return 'neutral';
  return more({ before: readPath(before, 'count'), after: readPath(after, 'count') });
};

const burden: Readonly<Record<string, number>> = { optional: 0, acceptOnPromise: 1, required: 2 };
const necessity: Rule = ({ before, after }) =>
  more({ before: burden[wordOf(before)] ?? 0, after: burden[wordOf(after)] ?? 0 });

/** A material or question that is only wished for asks nothing. */
const demanded: Rule = (side) => {
  const there = side.before ?? side.after;
  const wished = readPath(there, 'necessity') === 'optional' || readPath(there, 'required') === false;
  return wished ? 'neutral' : asked(side);
};

/** 即办: nobody comes twice. */
const handling: Rule = ({ before, after }) =>
  before === after ? 'neutral' : after === 'instant' ? 'looser' : 'tighter';

const rules: Readonly<Record<string, Rule>> = {
  handling,
  'limits.acceptance': limit,
  'limits.statutory': limit,
  'limits.promised': limit,
  'limits.delivery': limit,
  'limits.extension': asked,
  conditions: asked,
  quantityLimit: asked,
  materials: demanded,
  'materials.necessity': necessity,
  'materials.copies': more,
  'materials.acceptanceRules': asked,
  'materials.condition': (side) => turned[asked(side)],
  'materials.shareable': given,
  'form.questions': demanded,
  fees: asked,
  'fees.condition': (side) => turned[asked(side)],
  'fees.relief': (side) => turned[asked(side)],
  'result.validYears': (side) => turned[more(side)],
  'implementation.service.visits': more,
  'implementation.service.online': given,
  'implementation.service.express': given,
  'implementation.service.selfService': given,
  'implementation.service.sameCity': given,
  'implementation.service.appointment': given,
  'implementation.service.onlinePayment': given,
  'implementation.intermediaries': asked,
};

/** By the path without ids: `materials.copies`. */
export function effectOf(path: readonly string[], side: Side): ChangeEffect {
  return rules[path.join('.')]?.(side) ?? 'neutral';
}
