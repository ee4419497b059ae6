import { readCondition } from './expression.ts';
import { signalMeasures } from './measures.ts';
import {
  levelOrder,
  type ClockRule,
  type Rung,
  type RuleSet,
  type SignalRule,
  type Threshold,
  type Words,
} from './rule.ts';

/** What stands against publishing a set of rules, and where. */
export interface RuleFault {
  readonly code: 'condition' | 'thresholds' | 'unknown_ladder' | 'code_twice' | 'limits' | 'basis';
  /** `rules.3.test`, `ladders.yulin.1` … */
  readonly field: string;
  /** The character in the text, from 1, for a condition. */
  readonly position?: number;
  readonly words: Words;
}

const sideOf = (when: Threshold): 'share' | 'before' | 'after' =>
  'share' in when ? 'share' : 'workingDaysBefore' in when ? 'before' : 'after';

/** Later on the way is more; within one way of counting the numbers themselves decide. */
function placeOf(when: Threshold): number {
  if ('share' in when) return when.share;
  return 'workingDaysBefore' in when ? -when.workingDaysBefore : 1000 + when.workingDaysAfter;
}

function rungFault(field: string, [lower, upper]: readonly [Rung, Rung]): RuleFault | undefined {
  const told = (zh: string, en: string): RuleFault => ({ code: 'thresholds', field, words: { zh, en } });
  if (levelOrder.indexOf(lower.level) >= levelOrder.indexOf(upper.level)) {
    return told('级别应当由预警、黄牌到红牌逐级升高。', 'Levels must rise from warning to yellow to red.');
  }
  const [side, next] = [sideOf(lower.when), sideOf(upper.when)];
  if (side !== next && next !== 'after') {
    return told('到期之前的门槛应当用同一种计法。', 'Before the end, thresholds must be counted in one way.');
  }
  if (placeOf(lower.when) >= placeOf(upper.when)) {
    return told(
      '门槛顺序颠倒：较高级别应当较晚到达。',
      'Thresholds are out of order: the heavier one must come later.',
    );
  }
  return undefined;
}

function numberFault(field: string, { when }: Rung): readonly RuleFault[] {
  const within =
    'share' in when
      ? when.share > 0 && when.share <= 100
      : Object.values(when).every((days: number) => Number.isInteger(days) && days >= 0 && days <= 250);
  if (within) return [];
  return [{ code: 'thresholds', field, words: { zh: '门槛数值不在范围内。', en: 'The threshold is out of range.' } }];
}

function ladderFaults(name: string, rungs: readonly Rung[]): readonly RuleFault[] {
  const field = (at: number): string => `ladders.${name}.${String(at)}`;
  const pairs = rungs.slice(1).map((upper, at) => [rungs[at] ?? upper, upper] as const);
  return [
    ...rungs.flatMap((rung, at) => numberFault(field(at), rung)),
    ...pairs.flatMap((pair, at) => rungFault(field(at + 1), pair) ?? []),
  ];
}

function signalFaults(rule: SignalRule, field: string): readonly RuleFault[] {
  const read = readCondition(rule.test, signalMeasures[rule.signal]);
  if (read.ok) return [];
  const { position, words } = read.error;
  const where = { zh: `第 ${String(position)} 个字符：${words.zh}`, en: `character ${String(position)}: ${words.en}` };
  return [{ code: 'condition', field: `${field}.test`, position, words: where }];
}

function clockFaults(rule: ClockRule, set: RuleSet, field: string): readonly RuleFault[] {
  if (Object.hasOwn(set.ladders, rule.ladder)) return [];
  return [
    {
      code: 'unknown_ladder',
      field: `${field}.ladder`,
      words: { zh: `没有“${rule.ladder}”这组门槛。`, en: `There is no ladder “${rule.ladder}”.` },
    },
  ];
}

function ruleFaults(set: RuleSet): readonly RuleFault[] {
  return set.rules.flatMap((rule, at) => {
    const field = `rules.${String(at)}`;
    const twice = set.rules.findIndex(({ code }) => code === rule.code) !== at;
    const words = { zh: `规则编码 ${rule.code} 重复。`, en: `The code ${rule.code} is given twice.` };
    const baseless = rule.basis.law.trim() === '' || rule.basis.article.trim() === '';
    const named = { zh: '请写明依据的法律和条款。', en: 'Name the law and the article it rests on.' };
    return [
      ...(twice ? [{ code: 'code_twice' as const, field: `${field}.code`, words }] : []),
      ...(baseless ? [{ code: 'basis' as const, field: `${field}.basis`, words: named }] : []),
      ...(rule.kind === 'signal' ? signalFaults(rule, field) : clockFaults(rule, set, field)),
    ];
  });
}

function lifeFaults({ life }: RuleSet): readonly RuleFault[] {
  const wrong = Object.entries(life).filter(
    ([, days]: [string, number]) => !Number.isInteger(days) || days < 1 || days > 60,
  );
  const words = { zh: '期限应当是一至六十个工作日。', en: 'A limit is one to sixty working days.' };
  return wrong.map(([name]) => ({ code: 'limits', field: `life.${name}`, words }));
}

/** Everything that stands against a set of rules; an empty list lets it be published. */
export function checkRuleSet(set: RuleSet): readonly RuleFault[] {
  const ladders = Object.entries(set.ladders).flatMap(([name, rungs]) => ladderFaults(name, rungs));
  return [...ladders, ...ruleFaults(set), ...lifeFaults(set)];
}
