import { day } from '@yimen/kernel';
import { expect, test } from 'vitest';
import { calendarOf, shippedNotices } from '../calendar/index.ts';
import { authorityId, personId } from '../people/index.ts';
import {
  decideProposal,
  evolveProposal,
  proposalActs,
  replyOverdue,
  type CardActor,
  type Proposal,
  type ProposalCommand,
} from './index.ts';

const calendar = calendarOf(shippedNotices);
const zhujian = authorityId('zhujian');
const actor = (roles: CardActor['roles'], authority: string): CardActor => ({
  person: personId('somebody'),
  name: '某人',
  roles,
  authorities: [authorityId(authority)],
});
const head = actor(['authorityHead'], 'zhujian');
const supervisor = actor(['supervisor'], 'centre');

const issued = evolveProposal(undefined, {
  type: 'proposalIssued',
  number: '监建〔2026〕1号',
  authority: zhujian,
  cards: [],
  found: '两件超期',
  advice: '逐件整改',
  issuedOn: day('2026-03-02'),
  replyDays: 5,
  paper: '',
});
function after(proposal: Proposal, on: string, who: CardActor, command: ProposalCommand): Proposal | string {
  const decided = decideProposal(proposal, command, { today: day(on), calendar, actor: who });
  return decided.ok ? evolveProposal(proposal, decided.value) : decided.error.code;
}
function did(...asked: Parameters<typeof after>): Proposal {
  const proposal = after(...asked);
  if (typeof proposal === 'string') throw new Error(proposal);
  return proposal;
}
const served = did(issued, '2026-03-03', head, { type: 'receive' });
const reply = { type: 'reply', text: '已逐件整改', proof: '整改报告第2号' } as const;

test('the time to reply runs from the day after the head received it, in working days', () => {
  expect(served).toMatchObject({ phase: 'served', replyBy: '2026-03-10' });
  expect(replyOverdue(served, day('2026-03-10'))).toBe(false);
  expect(replyOverdue(served, day('2026-03-11'))).toBe(true);
});
test('a reply in time is a reply; one that is late is taken and marked', () => {
  const context = { calendar, actor: head };
  const inTime = decideProposal(served, reply, { ...context, today: day('2026-03-10') });
  const late = decideProposal(served, reply, { ...context, today: day('2026-03-11') });
  expect(inTime).toEqual({ ok: true, value: { type: 'proposalReplied', text: reply.text, proof: reply.proof } });
  expect(late).toMatchObject({ value: { late: true } });
});
test('a reply that says nothing to the point is returned with a new day, and closed once it is good', () => {
  const replied = did(served, '2026-03-10', head, reply);
  const returned = did(replied, '2026-03-11', supervisor, { type: 'returnReply', reason: '没有凭据', replyDays: 5 });
  expect(returned).toMatchObject({ phase: 'served', replyBy: '2026-03-18' });
  const closed = did(did(returned, '2026-03-12', head, reply), '2026-03-13', supervisor, {
    type: 'close',
    opinion: '采纳',
  });
  expect(closed.phase).toBe('closed');
  expect(closed.replyBy).toBeUndefined();
});
test('each does what is theirs, at its stage, with words', () => {
  const other = actor(['authorityHead'], 'water');
  expect(after(issued, '2026-03-03', other, { type: 'receive' })).toBe('proposal_not_yours');
  expect(after(issued, '2026-03-03', supervisor, { type: 'receive' })).toBe('proposal_not_yours');
  expect(after(issued, '2026-03-03', head, reply)).toBe('proposal_phase');
  expect(after(served, '2026-03-03', head, { ...reply, text: ' ' })).toBe('proposal_text_missing');
  const replied = did(served, '2026-03-10', head, reply);
  expect(after(replied, '2026-03-10', head, { type: 'close', opinion: '好' })).toBe('proposal_not_supervisor');
  expect(after(replied, '2026-03-10', supervisor, { type: 'close', opinion: '' })).toBe('proposal_text_missing');
  expect(after(replied, '2026-03-10', supervisor, { type: 'returnReply', reason: '', replyDays: 5 })).toBe(
    'proposal_text_missing',
  );
  expect(after(replied, '2026-03-10', supervisor, { type: 'returnReply', reason: '略', replyDays: 40 })).toBe(
    'proposal_reply_days',
  );
});
test('a screen offers what may be done', () => {
  const today = day('2026-03-03');
  expect(proposalActs(issued, { today, calendar, actor: head })).toEqual(['receive']);
  expect(proposalActs(served, { today, calendar, actor: head })).toEqual(['reply']);
  expect(proposalActs(served, { today, calendar, actor: supervisor })).toEqual([]);
});
