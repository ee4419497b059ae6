import type { RuleSetsView, RuleView } from '@yimen/contract';
import { roleWords } from '@yimen/core/people';
import {
  conditionSaid,
  families,
  ladderNames,
  ladderWords,
  levels,
  ruleSetDifferences,
  ruleSetOn,
  shippedRuleSet,
  watchKinds,
  type Rule,
  type RuleSet,
  type Told,
  type Words,
} from '@yimen/core/supervision';
import type { Day, Instant } from '@yimen/kernel';
import { sql } from 'kysely';
import { ruleSetsOf, todayOf, type Supervision } from '../world.ts';

const same = (text: string): Words => ({ zh: text, en: text });

const toldWords = (told: Told): Words =>
  told === 'responsible' ? { zh: '经办人', en: 'the officer' } : roleWords[told];

function holdsWords(rule: Rule, { ladders }: RuleSet): Words {
  if (rule.kind === 'signal') return conditionSaid(rule);
  const [clock, said] = [watchKinds[rule.clock], ladderWords(ladders[rule.ladder] ?? [])];
  return { zh: `${clock.zh}——${said.zh}`, en: `${clock.en} — ${said.en}` };
}

function ruleView(rule: Rule, set: RuleSet): RuleView {
  const inSet = set.rules.find(({ code }) => code === rule.code);
  const { code, family, name, basis, told } = rule;
  const shown = inSet ?? rule;
  return {
    code,
    family: families[family],
    name,
    basis: `${basis.law}${basis.article}`,
    holds: holdsWords(shown, set),
    told: told.map(toldWords),
    off: inSet === undefined,
    fixed: rule.kind === 'signal' && rule.test === 'true',
    ...(shown.kind === 'clock' ? { ladder: shown.ladder } : { test: shown.test, level: levels[shown.level] }),
  };
}

interface SetRow {
  readonly body: RuleSet;
  readonly from: Day;
  readonly by: string;
  readonly at: Instant;
  readonly reason: string;
}

/** The rules in force today as people read them, and what was laid down over the shipped ones. */
export async function ruleSetsView(
  world: Supervision,
  jurisdiction: string,
  mayRevise: boolean,
): Promise<RuleSetsView> {
  const set = ruleSetOn(await ruleSetsOf(world, jurisdiction), todayOf(world)) ?? shippedRuleSet;
  const { title, from, ladders, points, life } = set;
  return {
    title,
    from,
    ladders: Object.entries(ladders).map(([name, rungs]) => ({
      name,
      title: ladderNames[name] ?? same(name),
      rungs: rungs.map((rung) => ({ ...rung })),
      said: ladderWords(rungs),
    })),
    points,
    life,
    rules: shippedRuleSet.rules.map((rule) => ruleView(rule, set)),
    sets: await historyOf(world, jurisdiction),
    mayRevise,
  };
}

async function historyOf(world: Supervision, jurisdiction: string): Promise<RuleSetsView['sets']> {
  const { rows } = await sql<SetRow>`select body, from_day as "from", published_by as "by", published_at as at, reason
    from supervision.rule_sets where jurisdiction = ${jurisdiction} order by from_day`.execute(world.shell.db);
  const names = await world.near.peopleNames(jurisdiction, [...new Set(rows.map(({ by }) => by))]);
  const told = rows.map(({ body, by, ...row }, at) => ({
    ...row,
    title: body.title,
    by: names.get(by) ?? by,
    differences: [...ruleSetDifferences(rows[at - 1]?.body ?? shippedRuleSet, body)],
  }));
  return told.toReversed();
}
