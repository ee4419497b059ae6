import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { CardList, Problem, ProposalActed, ProposalList, ProposalView } from '@yimen/contract';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { popplerTool, testName } from '../../../platform/documents/testing/poppler.ts';
import { cast, intake } from '../../../test/cases.ts';
import { commandId, openHall, type TestHall } from '../../../test/hall.ts';
import { lookAtCards } from '../index.ts';

const pdftotext = popplerTool('pdftotext');
const pdfsig = popplerTool('pdfsig');
const AT = '/desk/supervision/proposals';
let hall: TestHall;
let cards: readonly string[] = [];
let proposalId = '';

/** Two permits left lying: their cards are the ground. */
beforeAll(async () => {
  hall = await openHall();
  await intake(hall);
  await intake(hall);
  hall.at('2026-04-20');
  while ((await lookAtCards(hall.supervision)) > 0);
  const list = CardList.parse((await hall.as(cast.supervisor).get('/desk/supervision/cards?level=yellow')).json());
  cards = list.rows.filter(({ rule }) => rule === 'T03').map(({ cardId }) => cardId);
}, 120_000);
afterAll(() => hall.close());

const wish = (change: object = {}) => ({
  commandId: commandId(),
  cards,
  found: '两件承诺件超期未办',
  advice: '逐件说明并整改',
  replyDays: 10,
  ...change,
});
const issue = (person: string, change: object = {}) => hall.as(person).post(AT, wish(change));
const act = (person: string, command: object) =>
  hall.as(person).post(`${AT}/${proposalId}/acts`, { commandId: commandId(), command });
async function view(person: string): Promise<ProposalView> {
  return ProposalView.parse((await hall.as(person).get(`${AT}/${proposalId}`)).json());
}
async function onCard(cardId: string, person: string, command: object): Promise<void> {
  const body = { commandId: commandId(), command };
  expect((await hall.as(person).post(`/desk/supervision/cards/${cardId}/acts`, body)).statusCode).toBe(200);
}

test('a supervisor issues it from cards of one department, numbered in a row and once for a command', async () => {
  expect(cards.length).toBeGreaterThan(1);
  const once = wish();
  const first = ProposalActed.parse((await hall.as(cast.supervisor).post(AT, once)).json());
  const again = ProposalActed.parse((await hall.as(cast.supervisor).post(AT, once)).json());
  expect([first.number, again.number]).toEqual(['监建〔2026〕1号', '监建〔2026〕1号']);
  ({ proposalId } = first);
  const both = await Promise.all([issue(cast.supervisor), issue(cast.supervisor)]);
  const numbers = both.map((one) => ProposalActed.parse(one.json()).number);
  expect(numbers.toSorted()).toEqual(['监建〔2026〕2号', '监建〔2026〕3号']);
});
test('by nobody else, not without ground, and not on a card that was rescinded; what is refused takes no number', async () => {
  const code = async (change: object) => Problem.parse((await issue(cast.supervisor, change)).json()).code;
  expect((await issue(cast.head)).statusCode).toBe(403);
  expect(await code({ cards: [] })).toBe('proposal_cards_missing');
  expect(await code({ cards: ['nobody'] })).toBe('not_found');
  expect(await code({ advice: ' ' })).toBe('proposal_text_missing');
  expect(await code({ replyDays: 40 })).toBe('proposal_reply_days');
  const [cardId = ''] = cards;
  await onCard(cardId, cast.supervisor, { type: 'rescind', reason: '系统误判' });
  expect(await code({})).toBe('proposal_card_void');
  const next = ProposalActed.parse((await issue(cast.supervisor, { cards: cards.slice(1) })).json());
  expect(next.number).toBe('监建〔2026〕4号');
});
test(
  testName('pdftotext', pdftotext, 'the paper names number, department, ground and advice, and is sealed'),
  async () => {
    const pdf = await hall.as(cast.head).get(`${AT}/${proposalId}/paper`);
    expect(pdf.rawPayload.subarray(0, 4).toString()).toBe('%PDF');
    const path = join(hall.folder, 'proposal.pdf');
    await writeFile(path, pdf.rawPayload);
    const text = pdftotext?.(path, '-').replaceAll(/\s/g, '') ?? '';
    for (const said of ['监察建议书', '监建〔2026〕1号', '两件承诺件超期未办', '逐件说明并整改', '第六十条'])
      expect(text).toContain(said);
    expect(pdfsig?.(path) ?? 'Signature is Valid').toContain('Signature is Valid');
  },
);
test('the head receives and answers; a late answer is marked; the supervisor examines and closes', async () => {
  expect((await view(cast.head)).acts).toEqual(['receive']);
  expect((await act(cast.head, { type: 'receive' })).statusCode).toBe(200);
  expect(await view(cast.head)).toMatchObject({ phase: 'served', replyBy: '2026-05-07', acts: ['reply'] });
  hall.at('2026-05-20');
  const list = ProposalList.parse((await hall.as(cast.supervisor).get(AT)).json());
  expect(list.rows.find((row) => row.proposalId === proposalId)).toMatchObject({ overdue: true });
  await act(cast.head, { type: 'reply', text: '已整改', proof: '整改报告第2号' });
  expect((await view(cast.supervisor)).acts).toEqual(['returnReply', 'close']);
  await act(cast.supervisor, { type: 'close', opinion: '采纳' });
  const closed = await view(cast.supervisor);
  expect(closed.life.map(({ title }) => title.zh)).toEqual(['发出', '签收', '回复', '了结']);
  expect(closed.life[2]?.lines).toEqual(['已整改', '整改报告第2号', '逾期回复']);
});
test('another department sees nothing of it', async () => {
  const stranger = hall.as('jiang.tao');
  expect((await stranger.get(`${AT}/${proposalId}`)).statusCode).toBe(404);
  expect((await stranger.get(`${AT}/${proposalId}/paper`)).statusCode).toBe(404);
  expect(ProposalList.parse((await stranger.get(AT)).json()).rows).toEqual([]);
  const body = { commandId: commandId(), command: { type: 'receive' } };
  expect((await stranger.post(`${AT}/${proposalId}/acts`, body)).statusCode).toBe(404);
});
