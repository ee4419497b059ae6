import type { Day } from '@yimen/kernel';
import type { AuthorityId, PersonId, Role } from '../../people/index.ts';
import type { CardId } from '../card/index.ts';
import type { Misconduct } from './dictionary.ts';
import type { Ground } from './grounds.ts';
import { outcomes, type AccountabilityPhase, type OutcomeKind, type ResponsibilityLevel } from './words.ts';

/** What happened to an accountability case (责任追究); none of it is ever taken back. */
export type AccountabilityFact =
  | {
      readonly type: 'accountabilityOpened';
      /** 责追〔2026〕1号: one row of numbers for each hall and year, without gaps. */
      readonly number: string;
      readonly subject: PersonId;
      readonly subjectName: string;
      /** The department; `null` for the centre's own staff. */
      readonly authority: AuthorityId | null;
      readonly level: ResponsibilityLevel;
      readonly decider: Decider;
      readonly lead: string;
      readonly cards: readonly CardId[];
      readonly proposals: readonly string[];
      /** Absent in cases opened before there were other grounds than cards and proposals. */
      readonly grounds?: readonly Ground[];
      readonly by: PersonId;
      readonly openedOn: Day;
    }
  | { readonly type: 'leadUnfounded'; readonly findings: string }
  | {
      readonly type: 'misconductFound';
      /** As the dictionary had them on the day, so that a later one changes nothing. */
      readonly kinds: readonly Misconduct[];
      readonly findings: string;
      /** What the person is told may come of it. */
      readonly outcome: OutcomeKind;
      readonly stateBy: Day;
      readonly by: PersonId;
    }
  | { readonly type: 'subjectStated'; readonly text: string }
  | { readonly type: 'outcomeProposed'; readonly outcome: OutcomeKind; readonly opinion: string; readonly by: PersonId }
  | { readonly type: 'sentBackToVerify'; readonly reason: string }
  | {
      readonly type: 'accountabilityDecided';
      readonly outcome: OutcomeKind;
      readonly reason: string;
      readonly by: PersonId;
    }
  | { readonly type: 'accountabilityServed'; readonly servedOn: Day; readonly appealBy: Day }
  | { readonly type: 'appealWaived' }
  | { readonly type: 'decisionAppealed'; readonly text: string }
  | { readonly type: 'appealDecided'; readonly outcome: OutcomeKind; readonly reason: string }
  | { readonly type: 'accountabilityClosed'; readonly opinion: string };

/** Whose decision it is: the department's head, the centre's manager, or over these the leading group. */
export type Decider = Extract<Role, 'authorityHead' | 'dutyManager' | 'leadingGroup'>;

type FactOf<T extends AccountabilityFact['type']> = Extract<AccountabilityFact, { readonly type: T }>;

export interface Accountability {
  readonly opened: FactOf<'accountabilityOpened'>;
  readonly phase: AccountabilityPhase;
  readonly found?: FactOf<'misconductFound'>;
  readonly stated: boolean;
  readonly waived: boolean;
  /** The last outcome told, proposed, decided or left by the review. */
  readonly outcome?: OutcomeKind;
  readonly decidedBy?: PersonId;
  readonly servedOn?: Day;
  readonly appealBy?: Day;
}

type Later = Exclude<AccountabilityFact['type'], 'accountabilityOpened'>;

const evolvers: { readonly [T in Later]: (one: Accountability, fact: FactOf<T>) => Accountability } = {
  leadUnfounded: (one) => ({ ...one, phase: 'closed' }),
  misconductFound: (one, fact) => ({ ...one, phase: 'statement', found: fact, outcome: fact.outcome, stated: false }),
  subjectStated: (one) => ({ ...one, stated: true }),
  outcomeProposed: (one, { outcome }) => ({ ...one, phase: 'deciding', outcome }),
  sentBackToVerify: (one) => ({ ...one, phase: 'lead' }),
  accountabilityDecided: (one, { outcome, by }) => ({ ...one, phase: 'serving', outcome, decidedBy: by }),
  accountabilityServed: (one, { servedOn, appealBy }) => ({ ...one, phase: 'appealable', servedOn, appealBy }),
  appealWaived: (one) => ({ ...one, waived: true }),
  decisionAppealed: (one) => ({ ...one, phase: 'reviewing' }),
  appealDecided: (one, { outcome }) => ({ ...one, phase: 'appealable', waived: true, outcome }),
  accountabilityClosed: (one) => ({ ...one, phase: 'closed' }),
};

function apply<T extends Later>(one: Accountability, fact: { readonly [K in T]: FactOf<K> }[T]): Accountability {
  return evolvers[fact.type](one, fact);
}

/** The case after one more fact; it begins with `accountabilityOpened`. */
export function evolveAccountability(one: Accountability | undefined, fact: AccountabilityFact): Accountability {
  if (fact.type === 'accountabilityOpened') return { opened: fact, phase: 'lead', stated: false, waived: false };
  if (one === undefined) throw new Error('an accountability case begins with being opened');
  return apply(one, fact);
}

/** Points that come off the department's yearly assessment: from service on, by what stands after a review. */
export const accountabilityPoints = ({ servedOn, outcome }: Pick<Accountability, 'servedOn' | 'outcome'>): number =>
  servedOn === undefined || outcome === undefined ? 0 : outcomes[outcome].points;
