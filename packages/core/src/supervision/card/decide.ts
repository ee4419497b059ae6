import { addDays, ok, refuse, type Day, type Result } from '@yimen/kernel';
import type { Calendar } from '../../calendar/index.ts';
import type { Role } from '../../people/index.ts';
import type { AppealGround, CardActor, CardFact, CloseReason, ExcuseGround, Silence } from './facts.ts';
import { cardRefusal, type CardRefusal, type CardRefusalCode } from './refusals.ts';
import type { Card, CardPhase } from './state.ts';

export type CardCommand =
  | { readonly type: 'explain'; readonly text: string }
  | { readonly type: 'appeal'; readonly ground: AppealGround; readonly text: string }
  | { readonly type: 'uphold'; readonly reason: string }
  | { readonly type: 'rescind'; readonly reason: string }
  | { readonly type: 'excuse'; readonly ground: ExcuseGround; readonly record: string; readonly reason: string }
  | { readonly type: 'reportRectification'; readonly text: string; readonly proof: string }
  | { readonly type: 'acceptRectification'; readonly reason: string }
  | { readonly type: 'rejectRectification'; readonly reason: string }
  | { readonly type: 'settle'; readonly reason: string };
export type CardAct = CardCommand['type'];

/** Acts nobody does: time passed in silence, or a warning has served its purpose. */
export type CardTick =
  | { readonly type: 'escalate' }
  | { readonly type: 'retire'; readonly why: Extract<CloseReason, 'actDone' | 'superseded'> };

export interface CardContext {
  readonly today: Day;
  readonly calendar: Calendar;
  readonly actor: CardActor;
}

type Decided = Result<readonly CardFact[], CardRefusal>;
type Check = CardRefusalCode | readonly [CardRefusalCode, string] | false | undefined;

const first = (checks: readonly Check[]): CardRefusal | undefined => {
  const found = checks.find(
    (check): check is Exclude<Check, false | undefined> => check !== false && check !== undefined,
  );
  if (found === undefined) return undefined;
  return typeof found === 'string' ? cardRefusal(found) : cardRefusal(found[0], found[1]);
};

function yielding(checks: readonly Check[], facts: () => readonly CardFact[]): Decided {
  const refused = first(checks);
  return refused === undefined ? ok(facts()) : refuse(refused);
}

const blank = (text: string): boolean => text.trim() === '';
const within = (days: number, { today, calendar }: CardContext): Day => calendar.workingDayAfter(today, days);

const at = (card: Card, ...phases: readonly CardPhase[]): Check => !phases.includes(card.phase) && 'card_phase';

/** The department answers: whoever the card names, or anybody of the department it was put to. A confidential card is answered by its head. */
function ofDepartment({ raised }: Card, { actor }: CardContext): Check {
  const member = actor.authorities.includes(raised.matter.authority);
  const head = member && actor.roles.includes('authorityHead');
  const named = raised.responsible.includes(actor.person);
  return !(raised.confidential ? head : member || named) && 'card_other_department';
}

/** 核实: another body's, and never of one's own doing. */
function mayVerify({ raised }: Card, { actor }: CardContext): readonly Check[] {
  return [
    raised.family === 'urging' && 'card_no_urging',
    !actor.roles.includes('supervisor') && 'card_not_supervisor',
    (raised.responsible.includes(actor.person) || actor.authorities.includes(raised.matter.authority)) && 'card_own',
  ];
}

/** Upheld over somebody's head only when they had their time to speak. */
const stillRunning = (card: Card, { today }: CardContext): Check =>
  card.phase === 'explanation' &&
  card.raised.explainBy !== undefined &&
  today <= card.raised.explainBy &&
  'explanation_running';

const isLate = ({ raised: { explainBy } }: Card, { today }: CardContext): boolean =>
  explainBy !== undefined && today > explainBy;

type Rules = {
  readonly [A in CardAct]: (card: Card, command: Extract<CardCommand, { type: A }>, context: CardContext) => Decided;
};

const rules: Rules = {
  explain: (card, { text }, context) =>
    yielding(
      [
        ofDepartment(card, context),
        at(card, 'explanation'),
        isLate(card, context) && card.raised.family !== 'urging' && 'explanation_over',
        blank(text) && ['card_reason_missing', 'text'],
      ],
      () => [
        {
          type: 'explanationGiven',
          text,
          verifyBy: within(card.raised.life.verify, context),
          ...(isLate(card, context) ? { late: true } : {}),
        },
      ],
    ),
  appeal: (card, { ground, text }, context) =>
    yielding(
      [
        card.raised.family === 'urging' && 'card_no_urging',
        ofDepartment(card, context),
        card.appeal !== undefined && 'appealed_already',
        at(card, 'explanation', 'verification'),
        card.raised.appealBy !== undefined && context.today > card.raised.appealBy && 'appeal_over',
        blank(text) && ['card_reason_missing', 'text'],
      ],
      () => [{ type: 'appealFiled', ground, text, verifyBy: within(card.raised.life.verify, context) }],
    ),
  uphold: (card, { reason }, context) =>
    yielding(
      [
        ...mayVerify(card, context),
        at(card, 'explanation', 'verification'),
        stillRunning(card, context),
        blank(reason) && ['card_reason_missing', 'reason'],
      ],
      () => [
        { type: 'cardUpheld', reason, rectifyBy: within(card.raised.life.rectify, context) },
        { type: 'pointsEntered', points: card.raised.points },
      ],
    ),
  rescind: (card, { reason }, context) =>
    yielding(
      [
        ...mayVerify(card, context),
        at(card, 'explanation', 'verification'),
        blank(reason) && ['card_reason_missing', 'reason'],
      ],
      () => [
        { type: 'cardRescinded', reason },
        { type: 'cardClosed', why: 'rescinded' },
      ],
    ),
  excuse: (card, { ground, record, reason }, context) =>
    yielding(
      [
        ...mayVerify(card, context),
        at(card, 'explanation', 'verification'),
        blank(record) && ['record_missing', 'record'],
        blank(reason) && ['card_reason_missing', 'reason'],
      ],
      () => [
        { type: 'cardExcused', ground, record, reason },
        { type: 'cardClosed', why: 'excused' },
      ],
    ),
  reportRectification: (card, { text, proof }, context) =>
    yielding(
      [
        ofDepartment(card, context),
        at(card, 'rectification'),
        blank(text) && ['card_reason_missing', 'text'],
        blank(proof) && ['proof_missing', 'proof'],
      ],
      () => [{ type: 'rectificationReported', text, proof, verifyBy: within(card.raised.life.verify, context) }],
    ),
  acceptRectification: (card, { reason }, context) =>
    yielding(
      [...mayVerify(card, context), at(card, 'acceptance'), blank(reason) && ['card_reason_missing', 'reason']],
      () => [
        { type: 'rectificationAccepted', opinion: reason },
        { type: 'cardClosed', why: 'rectified' },
      ],
    ),
  rejectRectification: (card, { reason }, context) =>
    yielding(
      [...mayVerify(card, context), at(card, 'acceptance'), blank(reason) && ['card_reason_missing', 'reason']],
      () => [{ type: 'rectificationRejected', reason, rectifyBy: within(card.raised.life.rectify, context) }],
    ),
  settle: (card, { reason }, { actor }) =>
    yielding(
      [
        card.raised.family !== 'urging' && 'card_phase',
        card.raised.urgedBy !== actor.person && !actor.roles.includes('supervisor') && 'card_not_urger',
        at(card, 'verification'),
        blank(reason) && ['card_reason_missing', 'reason'],
      ],
      () => [{ type: 'cardClosed', why: 'answered' }],
    ),
};

function applyRule<A extends CardAct>(
  card: Card,
  command: { readonly [K in A]: Extract<CardCommand, { type: K }> }[A],
  context: CardContext,
): Decided {
  return rules[command.type](card, command, context);
}

/** Judges an act on a card: the facts it makes, or the refusal in words. */
export function decideCard(card: Card, command: CardCommand, context: CardContext): Decided {
  return card.phase === 'closed' ? refuse(cardRefusal('card_closed')) : applyRule(card, command, context);
}

/** Who is told when the one before stays silent: the head, then the centre's manager, then whoever supervises it. By role, never by person. */
const LADDER: readonly Role[] = ['authorityHead', 'dutyManager', 'supervisor'];
const SUPERVISING: readonly Role[] = ['dutyManager', 'authorityHead'];

const silentAt: Readonly<Record<Exclude<CardPhase, 'closed'>, Silence>> = {
  explanation: 'explanation',
  verification: 'verification',
  rectification: 'rectification',
  acceptance: 'verification',
};

/** What mere time, or the act that was warned of, makes of a card. */
export function tickCard(card: Card, tick: CardTick, { today, calendar }: Omit<CardContext, 'actor'>): Decided {
  if (card.phase === 'closed') return refuse(cardRefusal('card_closed'));
  if (tick.type === 'retire') {
    const idle = card.raised.level === 'warning' && card.raised.family !== 'urging' && card.phase === 'explanation';
    return yielding([!idle && 'card_phase'], () => [{ type: 'cardClosed', why: tick.why }]);
  }
  const on = nextEscalation(card, calendar);
  const silent = silentAt[card.phase];
  const to = (silent === 'verification' ? SUPERVISING : LADDER)[card.escalatedTo.length];
  if (on === undefined || to === undefined || today < on) return refuse(cardRefusal('card_not_silent'));
  return ok([{ type: 'cardEscalated', silent, to, step: card.escalatedTo.length + 1 }]);
}

/** The day on which a silent card goes to the next office; undefined when nobody is left, or nobody is waited for. */
export function nextEscalation(card: Card, calendar: Calendar): Day | undefined {
  const { dueOn, escalatedTo, raised, phase } = card;
  if (dueOn === undefined || phase === 'closed') return undefined;
  const offices = silentAt[phase] === 'verification' ? SUPERVISING : LADDER;
  if (escalatedTo.length >= offices.length) return undefined;
  return addDays(calendar.workingDayAfter(dueOn, escalatedTo.length * raised.life.escalate), 1);
}

/** Every act with why it may not be done, for a screen that shows all of them. */
export function cardActs(
  card: Card,
  context: CardContext,
): readonly { readonly act: CardAct; readonly refusal?: CardRefusal }[] {
  return samples.map((command) => {
    const decided = decideCard(card, command, context);
    return decided.ok ? { act: command.type } : { act: command.type, refusal: decided.error };
  });
}

const text = '—';
/** Commands with every blank filled: what refuses one of them is not the form. */
const samples: readonly CardCommand[] = [
  { type: 'explain', text },
  { type: 'appeal', ground: 'notSo', text },
  { type: 'uphold', reason: text },
  { type: 'rescind', reason: text },
  { type: 'excuse', ground: 'outage', record: text, reason: text },
  { type: 'reportRectification', text, proof: text },
  { type: 'acceptRectification', reason: text },
  { type: 'rejectRectification', reason: text },
  { type: 'settle', reason: text },
];
