import type { ProposalList, ProposalRow, ProposalView } from '@yimen/contract';
import { dayInWords, type Words } from '@yimen/kernel';
import { proposalActs, proposalPhases, replyOverdue, type Proposal, type ProposalFact } from '@yimen/core/supervision';
import { sql } from 'kysely';
import { readStream, type StoredEntry } from '../../../platform/ledger/index.ts';
import { scopeOf } from '../asking.ts';
import { namedCards } from '../namedCards.ts';
import type { Asking } from '../sight.ts';
import { todayOf, type Supervision } from '../world.ts';
import { findProposal, proposalStream, type ProposalRecord } from './store.ts';

const MOST = 200;

interface Row {
  readonly proposalId: string;
  readonly proposal: Proposal;
}

function rowView(world: Supervision, { proposalId, proposal }: Row, names: ReadonlyMap<string, string>): ProposalRow {
  const { issued, phase } = proposal;
  return {
    proposalId,
    number: issued.number,
    authorityName: names.get(issued.authority) ?? issued.authority,
    issuedOn: issued.issuedOn,
    phase,
    phaseName: proposalPhases[phase],
    replyBy: proposal.replyBy ?? null,
    overdue: replyOverdue(proposal, todayOf(world)),
  };
}

/** Proposals of the hall, or those put to one's own department; newest first. */
export async function proposalsOf(world: Supervision, asking: Asking): Promise<ProposalList> {
  const own = scopeOf(asking);
  const names = await world.near.authorityNames(asking.jurisdiction);
  const { rows } = await sql<ProposalRecord>`select proposal_id, proposal from supervision.proposals
    where jurisdiction = ${asking.jurisdiction} and ${own === undefined ? sql`true` : sql`authority = any(${[...own]}::text[])`}
    order by issued_on desc, serial desc limit ${MOST}`.execute(world.shell.db);
  return {
    rows: rows.map(({ proposal_id: proposalId, proposal }) => rowView(world, { proposalId, proposal }, names)),
    mayIssue: asking.actor.roles.includes('supervisor'),
  };
}

/** A proposal this person may read; undefined where there is none for them. */
export async function readProposal(
  world: Supervision,
  asking: Asking,
  proposalId: string,
): Promise<Proposal | undefined> {
  const proposal = await findProposal(world.shell.db, asking.jurisdiction, proposalId);
  const own = scopeOf(asking);
  return proposal === undefined || own?.includes(proposal.issued.authority) === false ? undefined : proposal;
}

export async function viewProposal(
  world: Supervision,
  asking: Asking,
  proposalId: string,
): Promise<ProposalView | undefined> {
  const proposal = await readProposal(world, asking, proposalId);
  if (proposal === undefined) return undefined;
  const { jurisdiction, actor } = asking;
  const names = await world.near.authorityNames(jurisdiction);
  const entries = await readStream(world.shell.db, { jurisdiction, stream: proposalStream(proposalId) });
  const { found, advice, replyDays, paper } = proposal.issued;
  return {
    ...rowView(world, { proposalId, proposal }, names),
    found,
    advice,
    replyDays,
    paper,
    cards: await namedCards(world, asking, proposal.issued.cards),
    life: entries.map(lifeLine),
    acts: [...proposalActs(proposal, { today: todayOf(world), calendar: await world.near.calendar(), actor })],
  };
}

const titles: { readonly [T in ProposalFact['type']]: Words } = {
  proposalIssued: { zh: '发出', en: 'issued' },
  proposalServed: { zh: '签收', en: 'received' },
  proposalReplied: { zh: '回复', en: 'answered' },
  replyReturned: { zh: '退回重新回复', en: 'reply returned' },
  proposalClosed: { zh: '了结', en: 'closed' },
};

function linesOf(fact: ProposalFact): readonly string[] {
  switch (fact.type) {
    case 'proposalIssued':
      return [fact.number];
    case 'proposalServed':
      return [`回复期限：${dayInWords(fact.replyBy, 'zh')}`];
    case 'proposalReplied':
      return [fact.text, fact.proof, fact.late === true ? '逾期回复' : ''];
    case 'replyReturned':
      return [fact.reason, `回复期限：${dayInWords(fact.replyBy, 'zh')}`];
    case 'proposalClosed':
      return [fact.opinion];
    default:
      return fact satisfies never;
  }
}

function lifeLine({ revision, at, type, body, actor }: StoredEntry): ProposalView['life'][number] {
  // As this module's own handler wrote it.
  const fact = { type, ...(body as object) } as ProposalFact;
  const { name = '' } = actor as { readonly name?: string };
  return { revision, at, title: titles[fact.type], by: name, lines: linesOf(fact).filter((line) => line !== '') };
}
