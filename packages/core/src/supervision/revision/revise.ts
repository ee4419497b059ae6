import { ok, refuse, type Day, type Result } from '@yimen/kernel';
import { checkRuleSet } from '../checkRules.ts';
import {
  isRaisedByHand,
  levelOrder,
  levels,
  type Level,
  type LifeLimits,
  type Rule,
  type RuleSet,
  type Rung,
} from '../rule.ts';
import type { Words } from '../words.ts';
import { ladderNames, ladderWords } from './ladderWords.ts';
import { ruleSetRefusal, type RuleSetRefusal } from './refusals.ts';

/** What a place changes of its rules: thresholds, points, limits of a card's life, conditions; and which rules rest. */
export interface RuleRevision {
  readonly from: Day;
  readonly title: string;
  readonly ladders: { readonly [name: string]: readonly Rung[] };
  readonly points: Readonly<Record<Level, number>>;
  readonly life: LifeLimits;
  /** Conditions by the rule's code; a rule not named keeps its own. */
  readonly tests: { readonly [code: string]: string };
  /** Codes of rules that rest from that day. */
  readonly off: readonly string[];
}

interface Revising {
  /** The set in force. */
  readonly now: RuleSet;
  /** Every rule there is: one that rests can come back. */
  readonly all: RuleSet;
  readonly today: Day;
}

const named = (set: RuleSet, code: string): Rule | undefined => set.rules.find((rule) => rule.code === code);

/**
 * The set that begins on a later day, checked; what happened before keeps the rules of its day. Rules are not written anew
 * here: names, bases and what a rule looks at stay, so that a card of last year is read by the same words.
 */
export function revise({ now, all, today }: Revising, revision: RuleRevision): Result<RuleSet, RuleSetRefusal> {
  if (revision.from <= today) return refuse(ruleSetRefusal('rules_not_later', 'from'));
  const wrong = namedWrong(all, revision);
  if (wrong !== undefined) return refuse(wrong);
  const { from, title, ladders, points, life, tests, off } = revision;
  const rules = all.rules
    .filter(({ code }) => !off.includes(code))
    .map((rule) => named(now, rule.code) ?? rule)
    .map((rule) => (rule.kind === 'clock' ? rule : { ...rule, test: tests[rule.code] ?? rule.test }));
  const set: RuleSet = {
    ...now,
    code: `rules-${from}`,
    title: { zh: title, en: title },
    from,
    ladders,
    points,
    life,
    rules,
  };
  const faults = checkRuleSet(set);
  if (faults.length > 0) {
    const told = (language: 'zh' | 'en'): string =>
      faults.map(({ field, words }) => `${fieldOf(set, field)} ${words[language]}`).join(' ');
    return refuse(ruleSetRefusal('rules_faulty', faults[0]?.field ?? 'rules', { zh: told('zh'), en: told('en') }));
  }
  return differences(now, set).length === 0 ? refuse(ruleSetRefusal('rules_unchanged', 'rules')) : ok(set);
}

/** `rules.3.test` said by the rule's code, which is what stands on the screen. */
const fieldOf = (set: RuleSet, field: string): string =>
  field.replace(/^rules\.(\d+)\.\w+$/, (whole, at: string) => set.rules[Number(at)]?.code ?? whole);

function namedWrong(all: RuleSet, { tests, off, ladders }: RuleRevision): RuleSetRefusal | undefined {
  const codes = [...Object.keys(tests), ...off];
  const unknown = codes.find((code) => named(all, code) === undefined);
  if (unknown !== undefined) return ruleSetRefusal('rules_unknown', 'rules', { zh: unknown, en: unknown });
  const byHand = codes.map((code) => named(all, code)).find((rule) => rule !== undefined && isRaisedByHand(rule));
  if (byHand !== undefined) return ruleSetRefusal('rules_always', 'rules', byHand.name);
  const gone = Object.keys(all.ladders).find((name) => (ladders[name] ?? []).length === 0);
  if (gone === undefined) return undefined;
  return ruleSetRefusal('rules_unknown', 'ladders', ladderNames[gone] ?? { zh: gone, en: gone });
}

const lifeNames: Readonly<Record<keyof LifeLimits, Words>> = {
  explain: { zh: '说明', en: 'explanation' },
  appeal: { zh: '申诉', en: 'appeal' },
  verify: { zh: '核实', en: 'verification' },
  rectify: { zh: '整改', en: 'rectification' },
  escalate: { zh: '逾期上报', en: 'going up when silent' },
};

const lifeParts = ['explain', 'appeal', 'verify', 'rectify', 'escalate'] as const;

/** What one set changed of another, in sentences. */
export function differences(before: RuleSet, after: RuleSet): readonly Words[] {
  const changed = (name: Words, was: Words, is: Words): readonly Words[] =>
    was.zh === is.zh
      ? []
      : [{ zh: `${name.zh}：“${was.zh}”改为“${is.zh}”`, en: `${name.en}: “${was.en}” becomes “${is.en}”` }];
  const number = (figure: number): Words => ({ zh: String(figure), en: String(figure) });
  return [
    ...Object.entries(after.ladders).flatMap(([name, rungs]) =>
      changed(ladderNames[name] ?? { zh: name, en: name }, ladderWords(before.ladders[name] ?? []), ladderWords(rungs)),
    ),
    ...levelOrder.flatMap((level) =>
      changed(
        { zh: `${levels[level].zh}记分`, en: `points of a ${levels[level].en}` },
        number(before.points[level]),
        number(after.points[level]),
      ),
    ),
    ...lifeParts.flatMap((part) =>
      changed(
        { zh: `${lifeNames[part].zh}期限（工作日）`, en: `days for ${lifeNames[part].en}` },
        number(before.life[part]),
        number(after.life[part]),
      ),
    ),
    ...ruleDifferences(before, after),
  ];
}

function ruleDifferences(before: RuleSet, after: RuleSet): readonly Words[] {
  const title = ({ code, name }: Rule): Words => ({ zh: `${code} ${name.zh}`, en: `${code} ${name.en}` });
  const rests = before.rules.filter(({ code }) => named(after, code) === undefined).map(title);
  const back = after.rules.filter(({ code }) => named(before, code) === undefined).map(title);
  const tests = after.rules.flatMap((rule) => {
    const was = named(before, rule.code);
    if (rule.kind !== 'signal' || was?.kind !== 'signal' || was.test === rule.test) return [];
    const { zh, en } = title(rule);
    return [
      { zh: `${zh}：条件“${was.test}”改为“${rule.test}”`, en: `${en}: condition “${was.test}” becomes “${rule.test}”` },
    ];
  });
  return [
    ...rests.map(({ zh, en }) => ({ zh: `停用 ${zh}`, en: `rests: ${en}` })),
    ...back.map(({ zh, en }) => ({ zh: `恢复 ${zh}`, en: `works again: ${en}` })),
    ...tests,
  ];
}
