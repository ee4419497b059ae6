import {
  AccountabilityActed,
  AccountabilityChoice,
  AccountabilityList,
  AccountabilityView,
  CardList,
  MisconductView,
  Problem,
  ScoreView,
} from '@yimen/contract';
import { anyang } from '@yimen/demo';
import { shippedDictionary } from '@yimen/core/supervision';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readStream, verifyStream } from '../../../platform/ledger/index.ts';
import { cast, intake } from '../../../test/cases.ts';
import { commandId, openHall, type TestHall } from '../../../test/hall.ts';
import { lookAtCards } from '../index.ts';

const AT = '/desk/supervision/accountability';
const group = 'yi.ding';
const otherHead = 'liu.yang';
let hall: TestHall;
let cardId = '';
let accountId = '';

/** A permit left lying: its card is the ground. */
beforeAll(async () => {
  hall = await openHall();
  await intake(hall);
  hall.at('2026-04-20');
  while ((await lookAtCards(hall.supervision)) > 0);
  const list = CardList.parse((await hall.as(cast.supervisor).get('/desk/supervision/cards?level=yellow')).json());
  cardId = list.rows.find(({ rule }) => rule === 'T03')?.cardId ?? '';
}, 120_000);
afterAll(() => hall.close());

const wish = (change: object = {}) => ({
  commandId: commandId(),
  subject: cast.examiner,
  level: 'handling',
  lead: '承诺件超期未办',
  cards: [cardId],
  proposals: [],
  ...change,
});
const open = (person: string, change: object = {}) => hall.as(person).post(AT, wish(change));
const act = (person: string, command: object) =>
  hall.as(person).post(`${AT}/${accountId}/acts`, { commandId: commandId(), command });
const did = async (person: string, command: object) =>
  expect((await act(person, command)).statusCode, JSON.stringify(command)).toBe(200);
const code = async (answer: ReturnType<typeof act>) => Problem.parse((await answer).json()).code;
const view = async (person: string) =>
  AccountabilityView.parse((await hall.as(person).get(`${AT}/${accountId}`)).json());
const numbers = async (person: string) =>
  AccountabilityList.parse((await hall.as(person).get(AT)).json()).rows.map(({ number }) => number);
const yearly = async () => {
  const at = '/desk/supervision/scores/zhujian/2026-05';
  return ScoreView.parse((await hall.as(cast.supervisor).get(at)).json());
};

describe('a case about an officer', () => {
  test('is opened from a card by a supervisor, once for a command and numbered in a row; by nobody else', async () => {
    const choice = AccountabilityChoice.parse(
      (await hall.as(cast.supervisor).get(`${AT}/choice?card=${cardId}`)).json(),
    );
    expect(choice.people.map(({ person }) => person)).toContain(cast.examiner);
    expect(choice.levels).toHaveLength(4);
    const once = wish();
    const answers = [await hall.as(cast.supervisor).post(AT, once), await hall.as(cast.supervisor).post(AT, once)];
    expect(answers.map((one) => AccountabilityActed.parse(one.json()).number)).toEqual([
      '责追〔2026〕1号',
      '责追〔2026〕1号',
    ]);
    ({ accountId } = AccountabilityActed.parse(answers[0]?.json()));
    expect((await open(cast.head)).statusCode).toBe(403);
    expect(await code(open(cast.supervisor, { subject: cast.supervisor }))).toBe('account_self');
    expect(await code(open(cast.supervisor, { subject: 'nobody' }))).toBe('account_person_unknown');
    expect(await code(open(cast.supervisor, { cards: ['nobody'] }))).toBe('not_found');
    expect(AccountabilityActed.parse((await open(cast.supervisor)).json()).number).toBe('责追〔2026〕2号');
  });

  test('is opened on a complaint, a check, an audit or a ledger row, each by its number, about anybody of a department', async () => {
    const choice = AccountabilityChoice.parse(
      (await hall.as(cast.supervisor).get(`${AT}/choice?authority=zhujian`)).json(),
    );
    expect(choice.card).toBeUndefined();
    expect(choice.people.map(({ person }) => person)).toContain(cast.examiner);
    expect(choice.sources.map(({ source }) => source)).toEqual([
      'complaint',
      'inspection',
      'audit',
      'ledgerRow',
      'transfer',
    ]);
    const centre = AccountabilityChoice.parse((await hall.as(cast.supervisor).get(`${AT}/choice`)).json());
    expect(centre.people.map(({ person }) => person)).toContain(cast.clerk);
    const grounds = [{ source: 'complaint', reference: '投诉2026-0412' }];
    const on = { lead: '', cards: [], grounds };
    const opened = AccountabilityActed.parse((await open(cast.supervisor, on)).json());
    const shown = AccountabilityView.parse((await hall.as(cast.supervisor).get(`${AT}/${opened.accountId}`)).json());
    expect(shown.grounds).toEqual([
      { name: { zh: '投诉举报', en: 'a complaint or report' }, reference: '投诉2026-0412' },
    ]);
    const row = [{ source: 'ledgerRow', reference: '没有这一行' }];
    expect(await code(open(cast.supervisor, { ...on, grounds: row }))).toBe('account_row_unknown');
    expect(await code(open(cast.supervisor, { ...on, grounds: [] }))).toBe('account_ground_missing');
    const blank = [{ source: 'audit', reference: ' ' }];
    expect(await code(open(cast.supervisor, { ...on, grounds: blank }))).toBe('account_reference_missing');
    expect((await hall.as(cast.head).get(`${AT}/choice`)).statusCode).toBe(403);
  });

  test('is hidden from the person until they are told, and from everybody it does not concern', async () => {
    expect((await hall.as(cast.examiner).get(`${AT}/${accountId}`)).statusCode).toBe(404);
    expect(await numbers(cast.examiner)).toEqual([]);
    const kinds = ['M19'];
    await did(cast.supervisor, { type: 'find', kinds, findings: '超期三日', outcome: 'admonished' });
    expect((await view(cast.examiner)).acts).toEqual(['state']);
    expect(await numbers(cast.examiner)).toEqual(['责追〔2026〕1号']);
    expect(await numbers(cast.head)).toEqual(['责追〔2026〕3号', '责追〔2026〕2号', '责追〔2026〕1号']);
    for (const person of [cast.approver, cast.clerk, otherHead]) {
      expect([person, (await hall.as(person).get(`${AT}/${accountId}`)).statusCode]).toEqual([person, 404]);
      expect(await numbers(person)).toEqual([]);
    }
  });

  test('hears the person first, is decided by another than who opened it, never more heavily, and served', async () => {
    const propose = { type: 'propose', outcome: 'selfExamined', opinion: '部分采纳' };
    expect(await code(act(cast.supervisor, propose))).toBe('account_may_still_state');
    await did(cast.examiner, { type: 'state', text: '系统停机一日' });
    expect(await code(act(cast.supervisor, { ...propose, outcome: 'referred' }))).toBe('account_heavier');
    await did(cast.supervisor, propose);
    const decide = { type: 'decide', outcome: 'selfExamined', reason: '事实清楚' };
    expect(await code(act(cast.supervisor, decide))).toBe('account_opened_by_you');
    expect(await code(act(group, decide))).toBe('account_not_decider');
    expect((await view(cast.head)).outcomes.map(({ outcome }) => outcome)).not.toContain('admonished');
    await did(cast.head, decide);
    expect((await yearly()).accountability).toBe(0);
    hall.at('2026-05-06');
    await did(cast.supervisor, { type: 'serve' });
  });

  test('takes its points off the department’s year once served; a review may lift them, and then it is closed', async () => {
    const served = await yearly();
    expect(served.accountability).toBe(1);
    expect(await code(act(cast.supervisor, { type: 'closeAccount', opinion: '归档' }))).toBe('account_appeal_open');
    await did(cast.examiner, { type: 'appeal', text: '停机有记录' });
    expect(await code(act(cast.head, { type: 'review', outcome: 'notPursued', reason: '—' }))).toBe(
      'account_not_reviewer',
    );
    await did(group, { type: 'review', outcome: 'notPursued', reason: '停机属实' });
    const lifted = await yearly();
    expect([lifted.accountability, lifted.year]).toEqual([0, (served.year ?? 0) + 1]);
    await did(cast.supervisor, { type: 'closeAccount', opinion: '归档' });
    expect(await view(cast.examiner)).toMatchObject({ phase: 'closed', acts: [], points: 0 });
  });

  test('is on record whole, entry by entry, and none can be deleted', async () => {
    const stream = { jurisdiction: anyang, stream: `accountability:${accountId}` };
    const entries = await readStream(hall.shell.db, stream);
    expect(entries.map(({ type }) => type)).toEqual([
      'accountabilityOpened',
      'misconductFound',
      'subjectStated',
      'outcomeProposed',
      'accountabilityDecided',
      'accountabilityServed',
      'decisionAppealed',
      'appealDecided',
      'accountabilityClosed',
    ]);
    expect(await verifyStream(hall.shell.db, stream)).toMatchObject({ breaks: [] });
    expect((await view(cast.supervisor)).life).toHaveLength(entries.length);
  });
});

describe('the dictionary', () => {
  const kinds = () => hall.as(cast.supervisor).get('/desk/supervision/misconduct');
  const layDown = (person: string, change: object = {}) =>
    hall.as(person).post('/desk/supervision/misconduct', {
      commandId: commandId(),
      from: '2026-06-01',
      source: '本市行政审批责任追究办法',
      kinds: shippedDictionary.kinds.slice(0, 3),
      ...change,
    });

  test('is replaced from a later day on by a supervisor, with an article for each kind; open cases keep their words', async () => {
    expect(MisconductView.parse((await kinds()).json()).kinds).toHaveLength(32);
    const [first] = shippedDictionary.kinds;
    expect((await layDown(cast.head)).statusCode).toBe(403);
    expect(await code(layDown(cast.supervisor, { kinds: [{ ...first, article: '' }] }))).toBe(
      'dictionary_article_missing',
    );
    expect(await code(layDown(cast.supervisor, { from: '2026-01-01' }))).toBe('dictionary_back');
    expect((await layDown(cast.supervisor)).statusCode).toBe(204);
    expect(MisconductView.parse((await kinds()).json()).kinds).toHaveLength(32);
    hall.at('2026-06-01');
    const own = MisconductView.parse((await kinds()).json());
    expect([own.source, own.kinds.length]).toEqual(['本市行政审批责任追究办法', 3]);
    expect((await view(cast.supervisor)).kinds).toMatchObject([{ code: 'M19' }]);
  });
});
