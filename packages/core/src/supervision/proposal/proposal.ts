import { ok, refuse, type Day, type Result } from '@yimen/kernel';
import type { Calendar } from '../../calendar/index.ts';
import type { AuthorityId, PersonId } from '../../people/index.ts';
import type { Card, CardActor, CardId } from '../card/index.ts';
import type { Words } from '../words.ts';

/** How long a department has to answer, in working days: at least, at most. */
export const REPLY_DAYS: { readonly least: number; readonly most: number } = { least: 5, most: 30 };

/** What happened to a supervision proposal (监察建议书); none of it is ever taken back. */
export type ProposalFact =
  | {
      readonly type: 'proposalIssued';
      /** 监建〔2026〕1号: one row of numbers for each hall and year, without gaps. */
      readonly number: string;
      readonly authority: AuthorityId;
      readonly cards: readonly CardId[];
      /** What was found, and what is proposed. */
      readonly found: string;
      readonly advice: string;
      readonly issuedOn: Day;
      readonly replyDays: number;
      /** The sealed paper in the file store. */
      readonly paper: string;
    }
  | { readonly type: 'proposalServed'; readonly servedOn: Day; readonly receiver: PersonId; readonly replyBy: Day }
  | { readonly type: 'proposalReplied'; readonly text: string; readonly proof: string; readonly late?: true }
  | { readonly type: 'replyReturned'; readonly reason: string; readonly replyBy: Day }
  | { readonly type: 'proposalClosed'; readonly opinion: string };
type FactOf<T extends ProposalFact['type']> = Extract<ProposalFact, { readonly type: T }>;

export const proposalPhases: { readonly [P in ProposalPhase]: Words } = {
  issued: { zh: '待签收', en: 'to be received' },
  served: { zh: '待回复', en: 'reply awaited' },
  replied: { zh: '已回复，待审核', en: 'replied, to be examined' },
  closed: { zh: '已了结', en: 'closed' },
};
export type ProposalPhase = 'issued' | 'served' | 'replied' | 'closed';

export interface Proposal {
  readonly issued: FactOf<'proposalIssued'>;
  readonly phase: ProposalPhase;
  /** Until when the reply is due; absent before it is served and once it is closed. */
  readonly replyBy?: Day;
}

export type ProposalRefusalCode =
  | 'proposal_cards_missing'
  | 'proposal_departments'
  | 'proposal_card_void'
  | 'proposal_text_missing'
  | 'proposal_reply_days'
  | 'proposal_phase'
  | 'proposal_not_yours'
  | 'proposal_not_supervisor';

/** Why something about a proposal is refused. */
export const proposalRefusals: { readonly [C in ProposalRefusalCode]: Words } = {
  proposal_cards_missing: { zh: '请选择所依据的监察牌。', en: 'Choose the cards it rests on.' },
  proposal_departments: {
    zh: '一份监察建议书只向一个部门发出，所选的牌属于不同部门。',
    en: 'A proposal is put to one department; these cards are of several.',
  },
  proposal_card_void: {
    zh: '已撤销、已免责的牌不能作为依据。',
    en: 'A card that was rescinded or excused is no ground.',
  },
  proposal_text_missing: {
    zh: '请写明查明的问题、建议、回复内容或者理由。',
    en: 'Say what was found, proposed, answered, or why.',
  },
  proposal_reply_days: {
    zh: '回复期限应当是五至三十个工作日。',
    en: 'The time to reply is five to thirty working days.',
  },
  proposal_phase: { zh: '该建议书目前不在这个环节。', en: 'The proposal is not at this stage.' },
  proposal_not_yours: {
    zh: '由收到建议书的部门负责人签收、回复。',
    en: 'The head of the department it is put to receives and answers it.',
  },
  proposal_not_supervisor: { zh: '由督查人员发出、审核和了结。', en: 'A supervisor issues, examines and closes it.' },
};

export interface ProposalRefusal {
  readonly code: ProposalRefusalCode;
  readonly words: Words;
  readonly field?: string;
}

const no = (code: ProposalRefusalCode, field?: string): Result<never, ProposalRefusal> =>
  refuse({ code, words: proposalRefusals[code], ...(field === undefined ? {} : { field }) });

const blank = (text: string): boolean => text.trim() === '';

export interface ProposalWish {
  readonly cards: readonly { readonly id: CardId; readonly card: Card }[];
  readonly found: string;
  readonly advice: string;
  readonly replyDays: number;
}

/** The department a proposal may be put to, from its cards; or why it may not be issued. */
export function proposalTo(wish: ProposalWish, actor: CardActor): Result<AuthorityId, ProposalRefusal> {
  if (!actor.roles.includes('supervisor')) return no('proposal_not_supervisor');
  const [first] = wish.cards;
  if (first === undefined) return no('proposal_cards_missing', 'cards');
  const { authority } = first.card.raised.matter;
  if (wish.cards.some(({ card }) => card.raised.matter.authority !== authority))
    return no('proposal_departments', 'cards');
  if (wish.cards.some(({ card }) => card.verdict === 'rescinded' || card.verdict === 'excused'))
    return no('proposal_card_void', 'cards');
  if (blank(wish.found)) return no('proposal_text_missing', 'found');
  if (blank(wish.advice)) return no('proposal_text_missing', 'advice');
  const { least, most } = REPLY_DAYS;
  if (wish.replyDays < least || wish.replyDays > most) return no('proposal_reply_days', 'replyDays');
  return ok(authority);
}

export type ProposalCommand =
  | { readonly type: 'receive' }
  | { readonly type: 'reply'; readonly text: string; readonly proof: string }
  | { readonly type: 'returnReply'; readonly reason: string; readonly replyDays: number }
  | { readonly type: 'close'; readonly opinion: string };
export type ProposalAct = ProposalCommand['type'];

export interface ProposalContext {
  readonly today: Day;
  readonly calendar: Calendar;
  readonly actor: CardActor;
}

const IN_PHASE: { readonly [A in ProposalAct]: readonly ProposalPhase[] } = {
  receive: ['issued'],
  reply: ['served'],
  returnReply: ['replied'],
  close: ['replied'],
};

/** May it be done by this officer at this stage? The department's head receives and answers, the supervisor examines. */
function standing(
  { issued, phase }: Proposal,
  act: ProposalAct,
  { actor }: ProposalContext,
): ProposalRefusalCode | undefined {
  if (!IN_PHASE[act].includes(phase)) return 'proposal_phase';
  if (act === 'returnReply' || act === 'close')
    return actor.roles.includes('supervisor') ? undefined : 'proposal_not_supervisor';
  const head = actor.roles.includes('authorityHead') && actor.authorities.includes(issued.authority);
  return head ? undefined : 'proposal_not_yours';
}

/** What an act makes of a proposal, or why it may not be done. A late reply is taken and marked: the question stays asked. */
export function decideProposal(
  proposal: Proposal,
  command: ProposalCommand,
  context: ProposalContext,
): Result<ProposalFact, ProposalRefusal> {
  const shut = standing(proposal, command.type, context);
  if (shut !== undefined) return no(shut);
  const { today, calendar, actor } = context;
  switch (command.type) {
    case 'receive': {
      const replyBy = calendar.workingDayAfter(today, proposal.issued.replyDays);
      return ok({ type: 'proposalServed', servedOn: today, receiver: actor.person, replyBy });
    }
    case 'reply': {
      if (blank(command.text)) return no('proposal_text_missing', 'text');
      const late = proposal.replyBy !== undefined && today > proposal.replyBy ? { late: true as const } : {};
      return ok({ type: 'proposalReplied', text: command.text, proof: command.proof, ...late });
    }
    case 'returnReply': {
      if (blank(command.reason)) return no('proposal_text_missing', 'reason');
      const { least, most } = REPLY_DAYS;
      if (command.replyDays < least || command.replyDays > most) return no('proposal_reply_days', 'replyDays');
      const replyBy = calendar.workingDayAfter(today, command.replyDays);
      return ok({ type: 'replyReturned', reason: command.reason, replyBy });
    }
    case 'close':
      if (blank(command.opinion)) return no('proposal_text_missing', 'opinion');
      return ok({ type: 'proposalClosed', opinion: command.opinion });
    default:
      return command satisfies never;
  }
}

/** The proposal after one more fact; it begins with `proposalIssued`. */
export function evolveProposal(proposal: Proposal | undefined, fact: ProposalFact): Proposal {
  if (fact.type === 'proposalIssued') return { issued: fact, phase: 'issued' };
  if (proposal === undefined) throw new Error('a proposal begins with being issued');
  const { issued } = proposal;
  switch (fact.type) {
    case 'proposalServed':
    case 'replyReturned':
      return { issued, phase: 'served', replyBy: fact.replyBy };
    case 'proposalReplied':
      return { ...proposal, phase: 'replied' };
    case 'proposalClosed':
      return { issued, phase: 'closed' };
    default:
      return fact satisfies never;
  }
}

const samples: readonly ProposalCommand[] = [
  { type: 'receive' },
  { type: 'reply', text: '—', proof: '—' },
  { type: 'returnReply', reason: '—', replyDays: REPLY_DAYS.least },
  { type: 'close', opinion: '—' },
];

/** What this officer may do now, for a screen. */
export const proposalActs = (proposal: Proposal, context: ProposalContext): readonly ProposalAct[] =>
  samples.flatMap((command) => (decideProposal(proposal, command, context).ok ? [command.type] : []));

/** Is the department silent after the day it had to answer by? */
export const replyOverdue = ({ phase, replyBy }: Proposal, today: Day): boolean =>
  phase === 'served' && replyBy !== undefined && today > replyBy;
