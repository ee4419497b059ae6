import { day, instantAt } from '@yimen/kernel';
import { calendarOf, shippedNotices } from '../calendar/index.ts';
import { initialState } from '../casework/index.ts';
import { itemId } from '../catalogue/index.ts';
import { authorityId, personId, type Role } from '../people/index.ts';
import { aCase } from '@yimen/testkit/cases';
import { describe, expect, test } from 'vitest';
import {
  cardActs,
  cardRefusals,
  checkRuleSet,
  decideCard,
  foldCard,
  ladderPresets,
  nextEscalation,
  raiseCard,
  readCondition,
  shippedRuleSet,
  tickCard,
  urgeRefusal,
  urgingAnswer,
  type Card,
  type CardActor,
  type CardCommand,
  type CardFact,
  type Finding,
  type RuleSet,
} from './index.ts';

const calendar = calendarOf(shippedNotices);
const raisedOn = day('2026-03-02');

function actor(person: string, roles: readonly Role[], ...authorities: readonly string[]): CardActor {
  return { person: personId(person), name: person, roles, authorities: authorities.map(authorityId) };
}
const officer = actor('li', ['examiner'], 'zhujian');
const head = actor('gao', ['authorityHead'], 'zhujian');
const stranger = actor('sun', ['authorityHead'], 'shuili');
const supervisor = actor('yu', ['supervisor']);

function raised(code = 'T03', level: Finding['level'] = 'yellow', urged?: { readonly by: string }): Card {
  const rule = shippedRuleSet.rules.find((one) => one.code === code);
  if (rule === undefined) throw new Error(code);
  const finding: Finding = {
    key: `${code}|x|${level}`,
    rule: code,
    ruleSet: shippedRuleSet.code,
    family: rule.family,
    level,
    subject: 'x',
    about: rule.name,
    at: instantAt(raisedOn, '17:30'),
    working: [{ zh: '期限已过', en: 'over' }],
    evidence: [3],
    responsible: [officer.person],
  };
  const matter = { caseId: 'c', caseNumber: '1', itemId: itemId('i'), authority: authorityId('zhujian') };
  const facts = raiseCard({
    finding,
    rule,
    set: shippedRuleSet,
    matter,
    now: instantAt(raisedOn, '18:00'),
    calendar,
    ...(urged === undefined ? {} : { urged: { by: personId(urged.by), question: '何时办结？', answerDays: 2 } }),
  });
  const card = foldCard(facts);
  if (card === undefined) throw new Error('no card');
  return card;
}

interface Doing {
  readonly by: CardActor;
  readonly on?: string;
}

const doing = (card: Card, command: CardCommand, { by, on = '2026-03-03' }: Doing) =>
  decideCard(card, command, { today: day(on), calendar, actor: by });

function done(card: Card, command: CardCommand, how: Doing): Card {
  const decided = doing(card, command, how);
  if (!decided.ok) throw new Error(decided.error.code);
  const next = foldCard(decided.value, card);
  if (next === undefined) throw new Error('no card');
  return next;
}

const refusedAs = (card: Card, command: CardCommand, how: Doing): string => {
  const decided = doing(card, command, how);
  return decided.ok ? 'done' : decided.error.code;
};

const explain: CardCommand = { type: 'explain', text: '材料由上级退回重报' };
const appeal: CardCommand = { type: 'appeal', ground: 'outage', text: '当日系统停机' };
const uphold: CardCommand = { type: 'uphold', reason: '说明不成立' };
const report: CardCommand = { type: 'reportRectification', text: '已补办并调整岗位', proof: '整改报告第3号' };
const accept: CardCommand = { type: 'acceptRectification', reason: '属实' };

describe('the life of a card', () => {
  test('explained, appealed, upheld with points, rectified with proof, closed', () => {
    const explained = done(raised(), explain, { by: officer });
    const appealed = done(explained, appeal, { by: head });
    const upheld = done(appealed, uphold, { by: supervisor });
    expect(upheld).toMatchObject({ phase: 'rectification', verdict: 'upheld', points: 5, dueOn: '2026-03-17' });
    const closed = done(done(upheld, report, { by: officer }), accept, { by: supervisor });
    expect(closed).toMatchObject({ phase: 'closed', closed: 'rectified', points: 5 });
  });
  test('rescinded or excused, it stays with its reason and carries no points', () => {
    expect(done(raised(), { type: 'rescind', reason: '记录有误' }, { by: supervisor })).toMatchObject({
      phase: 'closed',
      verdict: 'rescinded',
      points: 0,
    });
    const excuse: CardCommand = { type: 'excuse', ground: 'outage', record: '故障登记2026-01', reason: '停机四小时' };
    expect(done(raised(), excuse, { by: supervisor })).toMatchObject({ closed: 'excused', points: 0 });
  });
  test('a rejected rectification is to be done again', () => {
    const reported = done(done(done(raised(), explain, { by: officer }), uphold, { by: supervisor }), report, {
      by: head,
    });
    expect(done(reported, { type: 'rejectRectification', reason: '没有凭据' }, { by: supervisor }).phase).toBe(
      'rectification',
    );
  });
  test('silence lets the supervisor judge, once the time to explain has passed', () => {
    expect(refusedAs(raised(), uphold, { by: supervisor, on: '2026-03-05' })).toBe('explanation_running');
    expect(done(raised(), uphold, { by: supervisor, on: '2026-03-06' }).verdict).toBe('upheld');
  });
  test('a warning asks for nothing and goes when its act is done', () => {
    const warning = raised('T03', 'warning');
    expect(warning.dueOn).toBeUndefined();
    const retired = tickCard(warning, { type: 'retire', why: 'actDone' }, { today: raisedOn, calendar });
    expect(retired).toMatchObject({ ok: true, value: [{ type: 'cardClosed', why: 'actDone' }] });
    expect(tickCard(raised(), { type: 'retire', why: 'actDone' }, { today: raisedOn, calendar }).ok).toBe(false);
  });
  test('urging is answered, and settled by whoever urged; it is never upheld', () => {
    const urged = raised('U01', 'warning', { by: 'zhao' });
    expect(urged.dueOn).toBe('2026-03-04');
    const answered = done(urged, explain, { by: officer });
    expect(refusedAs(answered, uphold, { by: supervisor })).toBe('card_no_urging');
    expect(
      done(answered, { type: 'settle', reason: '已答复' }, { by: actor('zhao', ['chiefRepresentative'], 'zhujian') })
        .closed,
    ).toBe('answered');
  });
});

test('an urging answered after its day is answered late; a card explained after its day is refused', () => {
  const urged = raised('U01', 'warning', { by: 'zhao' });
  expect(urgingAnswer(urged, day('2026-03-04'))).toBe('awaited');
  expect(urgingAnswer(urged, day('2026-03-05'))).toBe('overdue');
  expect(urgingAnswer(done(urged, explain, { by: officer, on: '2026-03-04' }), day('2026-03-09'))).toBe('answered');
  expect(urgingAnswer(done(urged, explain, { by: officer, on: '2026-03-05' }), day('2026-03-09'))).toBe('answeredLate');
  expect(urgingAnswer(raised(), day('2026-03-09'))).toBeUndefined();
  expect(refusedAs(raised(), explain, { by: officer, on: '2026-03-12' })).toBe('explanation_over');
});

test('a case that has ended is not urged', () => {
  expect(urgeRefusal(initialState)).toBeUndefined();
  expect(urgeRefusal(aCase.accepted().state)).toBeUndefined();
  expect(urgeRefusal(aCase.closed().state)?.code).toBe('urge_case_ended');
});

describe('silence goes up by role', () => {
  const climb = (card: Card, on: string) => tickCard(card, { type: 'escalate' }, { today: day(on), calendar });
  test('first the head, a working day later the duty manager, then the supervisor, and no further', () => {
    expect(climb(raised(), '2026-03-05')).toMatchObject({ ok: false, error: { code: 'card_not_silent' } });
    let card = raised();
    for (const [on, to] of [
      ['2026-03-06', 'authorityHead'],
      ['2026-03-07', 'dutyManager'],
      ['2026-03-10', 'supervisor'],
    ] as const) {
      const climbed = climb(card, on);
      expect(climbed).toMatchObject({ ok: true, value: [{ type: 'cardEscalated', to, silent: 'explanation' }] });
      card = foldCard(climbed.ok ? climbed.value : [], card) ?? card;
    }
    expect(nextEscalation(card, calendar)).toBeUndefined();
  });
});

describe('refusals, each with the nearest lawful neighbour', () => {
  const explained = done(raised(), explain, { by: officer });
  const upheld = done(explained, uphold, { by: supervisor });
  const reported = done(upheld, report, { by: head });
  const answered = done(raised('U01', 'warning', { by: 'zhao' }), explain, { by: officer });
  const confidential = raised('V01');
  const cases: readonly (readonly [string, Card, CardCommand, Doing])[] = [
    ['card_closed', done(reported, accept, { by: supervisor }), explain, { by: officer }],
    ['card_phase', upheld, explain, { by: officer }],
    ['card_other_department', raised(), explain, { by: stranger }],
    ['card_other_department', confidential, explain, { by: officer }],
    ['card_not_supervisor', explained, uphold, { by: head }],
    ['card_own', explained, uphold, { by: actor('li', ['supervisor']) }],
    ['explanation_over', raised(), explain, { by: officer, on: '2026-03-06' }],
    ['appeal_over', raised(), appeal, { by: head, on: '2026-03-10' }],
    ['appealed_already', done(raised(), appeal, { by: head }), appeal, { by: head }],
    ['explanation_running', raised(), uphold, { by: supervisor }],
    ['card_reason_missing', raised(), { type: 'explain', text: '  ' }, { by: officer }],
    ['record_missing', raised(), { type: 'excuse', ground: 'outage', record: '', reason: '停机' }, { by: supervisor }],
    ['proof_missing', upheld, { type: 'reportRectification', text: '已改', proof: '' }, { by: head }],
    ['card_no_urging', answered, uphold, { by: supervisor }],
    ['card_not_urger', answered, { type: 'settle', reason: '好' }, { by: officer }],
  ];
  test.each(cases)('%s', (code, card, command, how) => {
    expect(refusedAs(card, command, how)).toBe(code);
  });
  test('every refusal has a case', () => {
    const met = new Set(['card_not_silent', 'urge_case_ended', ...cases.map(([code]) => code)]);
    expect(Object.keys(cardRefusals).filter((code) => !met.has(code))).toEqual([]);
  });
  test('the last day is in time', () => {
    expect(refusedAs(raised(), explain, { by: officer, on: '2026-03-05' })).toBe('done');
    expect(refusedAs(raised(), appeal, { by: head, on: '2026-03-09' })).toBe('done');
    expect(refusedAs(confidential, explain, { by: head })).toBe('done');
  });
  test('a screen is told of every act, with why not', () => {
    const acts = cardActs(raised(), { today: day('2026-03-03'), calendar, actor: officer });
    expect(acts.filter(({ refusal }) => refusal === undefined).map(({ act }) => act)).toEqual(['explain', 'appeal']);
  });
});

describe('rules are data', () => {
  const withLadder = (rungs: RuleSet['ladders'][string]): RuleSet => ({
    ...shippedRuleSet,
    ladders: { ...shippedRuleSet.ladders, ninety: rungs },
  });
  const withTest = (text: string): RuleSet => ({
    ...shippedRuleSet,
    rules: shippedRuleSet.rules.map((rule) =>
      rule.code === 'M02' && rule.kind === 'signal' ? { ...rule, test: text } : rule,
    ),
  });
  test('the shipped set and every preset can be published', () => {
    expect(checkRuleSet(shippedRuleSet)).toEqual([]);
    for (const rungs of Object.values(ladderPresets)) expect(checkRuleSet(withLadder(rungs))).toEqual([]);
  });
  test('thresholds out of order are refused, with their place', () => {
    expect(
      checkRuleSet(
        withLadder([
          { level: 'warning', when: { workingDaysAfter: 0 } },
          { level: 'red', when: { share: 90 } },
        ]),
      ),
    ).toMatchObject([{ code: 'thresholds', field: 'ladders.ninety.1' }]);
    expect(
      checkRuleSet(
        withLadder([
          { level: 'red', when: { share: 80 } },
          { level: 'warning', when: { share: 90 } },
        ]),
      ),
    ).toHaveLength(1);
    expect(
      checkRuleSet(
        withLadder([
          { level: 'warning', when: { workingDaysBefore: 2 } },
          { level: 'yellow', when: { share: 90 } },
        ]),
      ),
    ).toHaveLength(1);
    expect(checkRuleSet(withLadder([{ level: 'warning', when: { share: 140 } }]))).toHaveLength(1);
  });
  test.each([
    ['second and', 11],
    ['secnd', 1],
    ['usedShare', 1],
    ['usedShare > "x"', 13],
    ['(second or unlisted > 0', 24],
    ['second $ 1', 7],
    ['usedShare + second > 1', 13],
    ['not usedShare', 5],
    ['second second', 8],
    ['', 1],
  ])('the condition %j is refused at character %i', (text, position) => {
    const [fault] = checkRuleSet(withTest(text));
    expect(fault).toMatchObject({ code: 'condition', position });
    expect(fault?.field).toMatch(/^rules\.\d+\.test$/);
  });
  test('conditions reckon as people read them', () => {
    const known = { a: 'number', b: 'number', yes: 'boolean', word: 'string' } as const;
    const value = (text: string): unknown => {
      const read = readCondition(text, known);
      return read.ok ? read.value.value({ a: 7, b: 2, yes: true, word: 'x' }) : read.error;
    };
    expect(value('a + b * 2 = 11 and not (yes and word != "x")')).toBe(true);
    expect(value('yes or a / 0 > 1 and false')).toBe(true);
    expect(value('a - b - 1 < 4')).toBe(false);
  });
  test('a fact that is no card cannot begin one', () => {
    const loose: CardFact = { type: 'cardClosed', why: 'rectified' };
    expect(() => foldCard([loose])).toThrow('raised');
  });
});
