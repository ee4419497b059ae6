import { addDays, ok, type Day, type Result } from '@yimen/kernel';
import type { Calendar } from '../../calendar/index.ts';
import type { AuthorityId, PersonId, Role } from '../../people/index.ts';
import type { Card, CardActor, CardId } from '../card/index.ts';
import type { MisconductDictionary } from './dictionary.ts';
import type { Ground } from './grounds.ts';
import { no, type AccountabilityRefusal, type AccountabilityRefusalCode } from './refusals.ts';
import type { Accountability, AccountabilityFact, Decider } from './state.ts';
import { outcomes, type AccountabilityPhase, type OutcomeKind, type ResponsibilityLevel } from './words.ts';

/** Working days the person has to state their case; calendar days to appeal (《公务员法》第九十五条). */
export const ACCOUNT_DAYS: { readonly state: number; readonly appeal: number } = { state: 5, appeal: 30 };

export interface AccountabilityWish {
  readonly subject: PersonId;
  readonly level: ResponsibilityLevel;
  readonly lead: string;
  readonly cards: readonly { readonly id: CardId; readonly card: Card }[];
  readonly proposals: readonly string[];
  readonly grounds: readonly Ground[];
}

/** Whom it is about, as the register of staff knows them; undefined where the department has no such person. */
export interface Subject {
  readonly name: string;
  readonly authority: AuthorityId | null;
  readonly roles: readonly Role[];
}

/** A case about one person, with whatever it rests on; or why it may not be opened. Its number is given by who records it. */
export function openAccountability(
  wish: AccountabilityWish,
  about: Subject | undefined,
  { actor, today }: Pick<AccountabilityContext, 'actor' | 'today'>,
): Result<
  Omit<Extract<AccountabilityFact, { readonly type: 'accountabilityOpened' }>, 'number'>,
  AccountabilityRefusal
> {
  if (!actor.roles.includes('supervisor')) return no('account_not_supervisor');
  if (wish.subject === actor.person) return no('account_self', 'subject');
  if (about === undefined) return no('account_person_unknown', 'subject');
  if (blank(wish.lead) && wish.cards.length + wish.proposals.length + wish.grounds.length === 0)
    return no('account_ground_missing', 'lead');
  if (wish.grounds.some(({ reference }) => blank(reference))) return no('account_reference_missing', 'grounds');
  return ok({
    type: 'accountabilityOpened',
    subject: wish.subject,
    subjectName: about.name,
    authority: about.authority,
    level: wish.level,
    decider: deciderOf(about),
    lead: wish.lead,
    cards: wish.cards.map(({ id }) => id),
    proposals: wish.proposals,
    grounds: wish.grounds,
    by: actor.person,
    openedOn: today,
  });
}

function deciderOf({ authority, roles }: Subject): Decider {
  const own = authority === null ? 'dutyManager' : 'authorityHead';
  return roles.includes(own) ? 'leadingGroup' : own;
}

export type AccountabilityCommand =
  | { readonly type: 'dismissLead'; readonly findings: string }
  | {
      readonly type: 'find';
      readonly kinds: readonly string[];
      readonly findings: string;
      readonly outcome: OutcomeKind;
    }
  | { readonly type: 'state'; readonly text: string }
  | { readonly type: 'propose'; readonly outcome: OutcomeKind; readonly opinion: string }
  | { readonly type: 'decide'; readonly outcome: OutcomeKind; readonly reason: string }
  | { readonly type: 'sendBack'; readonly reason: string }
  | { readonly type: 'serve' }
  | { readonly type: 'appeal'; readonly text: string }
  | { readonly type: 'waive' }
  | { readonly type: 'review'; readonly outcome: OutcomeKind; readonly reason: string }
  | { readonly type: 'closeAccount'; readonly opinion: string };
export type AccountabilityAct = AccountabilityCommand['type'];
type CommandOf<A extends AccountabilityAct> = Extract<AccountabilityCommand, { readonly type: A }>;

export interface AccountabilityContext {
  readonly today: Day;
  readonly calendar: Calendar;
  readonly actor: CardActor;
  readonly dictionary: MisconductDictionary;
}

type Who = 'supervisor' | 'person' | 'decider' | 'reviewer';

const RULES: { readonly [A in AccountabilityAct]: { readonly phase: AccountabilityPhase; readonly who: Who } } = {
  dismissLead: { phase: 'lead', who: 'supervisor' },
  find: { phase: 'lead', who: 'supervisor' },
  state: { phase: 'statement', who: 'person' },
  propose: { phase: 'statement', who: 'supervisor' },
  decide: { phase: 'deciding', who: 'decider' },
  sendBack: { phase: 'deciding', who: 'decider' },
  serve: { phase: 'serving', who: 'supervisor' },
  appeal: { phase: 'appealable', who: 'person' },
  waive: { phase: 'appealable', who: 'person' },
  review: { phase: 'reviewing', who: 'reviewer' },
  closeAccount: { phase: 'appealable', who: 'supervisor' },
};

const blank = (text: string): boolean => text.trim() === '';
const heavier = (one: OutcomeKind, than: OutcomeKind | undefined): boolean =>
  than !== undefined && outcomes[one].weight > outcomes[than].weight;

/** Who opened or verified does not decide; a department's head decides only about the department's own. */
function deciding({ opened, found }: Accountability, actor: CardActor): AccountabilityRefusalCode | undefined {
  const { decider, authority, by } = opened;
  if (by === actor.person || found?.by === actor.person) return 'account_opened_by_you';
  const near = decider !== 'authorityHead' || (authority !== null && actor.authorities.includes(authority));
  return near && actor.roles.includes(decider) ? undefined : 'account_not_decider';
}

const standings: {
  readonly [W in Who]: (one: Accountability, actor: CardActor) => AccountabilityRefusalCode | undefined;
} = {
  supervisor: (_one, { roles }) => (roles.includes('supervisor') ? undefined : 'account_not_supervisor'),
  person: ({ opened }, { person }) => (opened.subject === person ? undefined : 'account_not_person'),
  decider: deciding,
  reviewer: ({ decidedBy }, { roles, person }) =>
    roles.includes('leadingGroup') && decidedBy !== person ? undefined : 'account_not_reviewer',
};

/** May it be done by this officer at this stage? */
function standing(
  one: Accountability,
  act: AccountabilityAct,
  actor: CardActor,
): AccountabilityRefusalCode | undefined {
  const { phase, who } = RULES[act];
  if (one.phase !== phase) return 'account_phase';
  if (who !== 'person' && one.opened.subject === actor.person) return 'account_self';
  return standings[who](one, actor);
}

type Decided = Result<AccountabilityFact, AccountabilityRefusal>;
type Deciders = {
  readonly [A in AccountabilityAct]: (
    one: Accountability,
    command: CommandOf<A>,
    context: AccountabilityContext,
  ) => Decided;
};

const deciders: Deciders = {
  dismissLead: (_one, { findings }) =>
    blank(findings) ? no('account_text_missing', 'findings') : ok({ type: 'leadUnfounded', findings }),
  find: (_one, { kinds, findings, outcome }, { dictionary, calendar, today, actor }) => {
    if (kinds.length === 0) return no('account_kinds_missing', 'kinds');
    const known = dictionary.kinds.filter(({ code }) => kinds.includes(code));
    if (known.length !== new Set(kinds).size) return no('account_kind_unknown', 'kinds');
    if (blank(findings)) return no('account_text_missing', 'findings');
    const stateBy = calendar.workingDayAfter(today, ACCOUNT_DAYS.state);
    return ok({ type: 'misconductFound', kinds: known, findings, outcome, stateBy, by: actor.person });
  },
  state: (_one, { text }) => (blank(text) ? no('account_text_missing', 'text') : ok({ type: 'subjectStated', text })),
  propose: ({ stated, found, outcome: told }, { outcome, opinion }, { today, actor }) => {
    if (!stated && found !== undefined && today <= found.stateBy) return no('account_may_still_state');
    if (heavier(outcome, told)) return no('account_heavier', 'outcome');
    if (blank(opinion)) return no('account_text_missing', 'opinion');
    return ok({ type: 'outcomeProposed', outcome, opinion, by: actor.person });
  },
  decide: ({ outcome: proposed }, { outcome, reason }, { actor }) => {
    if (heavier(outcome, proposed)) return no('account_heavier', 'outcome');
    if (blank(reason)) return no('account_text_missing', 'reason');
    return ok({ type: 'accountabilityDecided', outcome, reason, by: actor.person });
  },
  sendBack: (_one, { reason }) =>
    blank(reason) ? no('account_text_missing', 'reason') : ok({ type: 'sentBackToVerify', reason }),
  serve: (_one, _command, { today }) =>
    ok({ type: 'accountabilityServed', servedOn: today, appealBy: addDays(today, ACCOUNT_DAYS.appeal) }),
  appeal: ({ appealBy, waived }, { text }, { today }) => {
    if (waived || (appealBy !== undefined && today > appealBy)) return no('account_appeal_late');
    return blank(text) ? no('account_text_missing', 'text') : ok({ type: 'decisionAppealed', text });
  },
  waive: ({ waived }) => (waived ? no('account_phase') : ok({ type: 'appealWaived' })),
  review: ({ outcome: decided }, { outcome, reason }) => {
    if (heavier(outcome, decided)) return no('account_heavier', 'outcome');
    return blank(reason) ? no('account_text_missing', 'reason') : ok({ type: 'appealDecided', outcome, reason });
  },
  closeAccount: ({ waived, appealBy }, { opinion }, { today }) => {
    if (!waived && appealBy !== undefined && today <= appealBy) return no('account_appeal_open');
    return blank(opinion) ? no('account_text_missing', 'opinion') : ok({ type: 'accountabilityClosed', opinion });
  },
};

function apply<A extends AccountabilityAct>(
  one: Accountability,
  command: { readonly [K in A]: CommandOf<K> }[A],
  context: AccountabilityContext,
): Decided {
  return deciders[command.type](one, command, context);
}

/** What an act makes of a case, or why it may not be done. */
export function decideAccountability(
  one: Accountability,
  command: AccountabilityCommand,
  context: AccountabilityContext,
): Decided {
  const shut = standing(one, command.type, context.actor);
  return shut === undefined ? apply(one, command, context) : no(shut);
}

/** What this officer may do now, for a screen: what is written and chosen is judged only when it is sent. */
export function accountabilityActs(one: Accountability, context: AccountabilityContext): readonly AccountabilityAct[] {
  const { dictionary } = context;
  const outcome = one.outcome ?? 'notPursued';
  const kinds = dictionary.kinds.slice(0, 1).map(({ code }) => code);
  const said = { text: '—', findings: '—', opinion: '—', reason: '—', outcome, kinds };
  return (Object.keys(RULES) as AccountabilityAct[]).filter(
    (type) => decideAccountability(one, { ...said, type }, context).ok,
  );
}
