import type { Calendar } from '../../calendar/index.ts';
import type { PersonId } from '../../people/index.ts';
import type { Finding } from '../findings.ts';
import type { Rule, RuleSet } from '../rule.ts';
import type { CardFact, CardMatter } from './facts.ts';
import { dayOf, type Instant } from '@yimen/kernel';

export interface Raising {
  readonly finding: Finding;
  readonly rule: Rule;
  readonly set: RuleSet;
  readonly matter: CardMatter;
  readonly now: Instant;
  readonly calendar: Calendar;
  readonly urged?: { readonly by: PersonId; readonly question: string; readonly answerDays: number };
}

/** The first facts of a card: raised with rule, reckoning and evidence, and who is told. A warning asks for no explanation. */
export function raiseCard({ finding, rule, set, matter, now, calendar, urged }: Raising): readonly CardFact[] {
  const { at, ...found } = finding;
  const raisedOn = dayOf(now);
  const asks = finding.level !== 'warning' || urged !== undefined;
  const { explain, appeal } = set.life;
  const limits = asks
    ? {
        explainBy: calendar.workingDayAfter(raisedOn, urged?.answerDays ?? explain),
        appealBy: calendar.workingDayAfter(raisedOn, appeal),
      }
    : {};
  const roles = rule.told.flatMap((told) => (told === 'responsible' ? [] : [told]));
  const people = rule.told.includes('responsible') && rule.confidential !== true ? finding.responsible : [];
  return [
    {
      type: 'cardRaised',
      ...found,
      matter,
      since: at,
      confidential: rule.confidential === true,
      points: set.points[finding.level],
      life: set.life,
      raisedOn,
      ...limits,
      ...(urged === undefined ? {} : { urgedBy: urged.by, question: urged.question }),
    },
    { type: 'cardTold', people, roles },
  ];
}
