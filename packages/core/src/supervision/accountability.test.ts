import { day } from '@yimen/kernel';
import { describe, expect, test } from 'vitest';
import { calendarOf, shippedNotices } from '../calendar/index.ts';
import { authorityId, personId } from '../people/index.ts';
import {
  accountabilityActs,
  accountabilityPoints,
  checkDictionary,
  decideAccountability,
  dictionaryOn,
  evolveAccountability,
  openAccountability,
  outcomes,
  responsibilityLevels,
  shippedDictionary,
  type Accountability,
  type AccountabilityCommand,
  type CardActor,
  type Subject,
} from './index.ts';

const calendar = calendarOf(shippedNotices);
const zhujian = authorityId('zhujian');
const actor = (person: string, roles: CardActor['roles'], authority?: string): CardActor => ({
  person: personId(person),
  name: person,
  roles,
  authorities: authority === undefined ? [] : [authorityId(authority)],
});
const supervisor = actor('yu', ['supervisor']);
const head = actor('gao', ['authorityHead'], 'zhujian');
const otherHead = actor('he', ['authorityHead'], 'ziran');
const group = actor('yi', ['leadingGroup']);
const li = actor('li', ['examiner'], 'zhujian');
const examiner: Subject = { name: '李青', authority: zhujian, roles: ['examiner'] };

const wish = {
  subject: li.person,
  level: 'handling',
  lead: '两件承诺件超期',
  cards: [],
  proposals: [],
  grounds: [],
} as const;
const monday = day('2026-03-02');

function opened(about: Subject = examiner, subject = li.person): Accountability {
  const fact = openAccountability({ ...wish, subject }, about, { actor: supervisor, today: monday });
  if (!fact.ok) throw new Error(fact.error.code);
  return evolveAccountability(undefined, { ...fact.value, number: '责追〔2026〕1号' });
}
function after(
  one: Accountability,
  on: string,
  who: CardActor,
  command: AccountabilityCommand,
): Accountability | string {
  const context = { today: day(on), calendar, actor: who, dictionary: shippedDictionary };
  const decided = decideAccountability(one, command, context);
  return decided.ok ? evolveAccountability(one, decided.value) : decided.error.code;
}
function did(...asked: Parameters<typeof after>): Accountability {
  const one = after(...asked);
  if (typeof one === 'string') throw new Error(one);
  return one;
}
const find = { type: 'find', kinds: ['M19'], findings: '超期三日', outcome: 'selfExamined' } as const;
const state = { type: 'state', text: '系统停机一日' } as const;
const propose = { type: 'propose', outcome: 'criticised', opinion: '部分采纳' } as const;
const decide = { type: 'decide', outcome: 'criticised', reason: '事实清楚' } as const;
const appeal = { type: 'appeal', text: '不服' } as const;
const close = { type: 'closeAccount', opinion: '归档' } as const;

const found = () => did(opened(), '2026-03-02', supervisor, find);
const proposed = () => did(did(found(), '2026-03-03', li, state), '2026-03-03', supervisor, propose);
const served = () => did(did(proposed(), '2026-03-04', head, decide), '2026-03-05', supervisor, { type: 'serve' });

describe('the dictionary', () => {
  test('has 32 kinds, each with an article, and every article of the law’s chapter on liability is used', () => {
    const articles = shippedDictionary.kinds.map(({ article }) => article).join();
    expect(shippedDictionary.kinds).toHaveLength(32);
    for (const number of ['一', '二', '三', '四', '五', '六', '七']) expect(articles).toContain(`第七十${number}条`);
    expect(checkDictionary({ ...shippedDictionary, from: monday }, monday).ok).toBe(true);
    expect(Object.keys(responsibilityLevels)).toHaveLength(4);
  });
  test('of a place is refused without a ground in law, with a code twice, empty, or reaching back', () => {
    const [kind] = shippedDictionary.kinds;
    if (kind === undefined) throw new Error('an empty dictionary is shipped');
    const code = (kinds: typeof shippedDictionary.kinds, from = monday) => {
      const checked = checkDictionary({ source: '本市办法', from, kinds }, monday);
      return checked.ok ? 'taken' : checked.error.code;
    };
    expect(code([kind])).toBe('taken');
    expect(code([{ ...kind, article: ' ' }])).toBe('dictionary_article_missing');
    expect(code([{ ...kind, name: { zh: '', en: '' } }])).toBe('dictionary_name_missing');
    expect(code([kind, kind])).toBe('dictionary_code_twice');
    expect(code([])).toBe('dictionary_empty');
    expect(code([kind], day('2026-03-01'))).toBe('dictionary_back');
  });
  test('in force is the one that began last', () => {
    const later = { ...shippedDictionary, from: day('2026-05-01'), source: '本市办法' };
    const on = (date: string) => dictionaryOn([later, shippedDictionary], day(date))?.source;
    expect(on('2026-05-01')).toBe('本市办法');
    expect(on('2026-04-30')).toBe(shippedDictionary.source);
    expect(on('2020-01-01')).toBeUndefined();
  });
});

describe('opening', () => {
  const refused = (change: object, who = supervisor, about: Subject | undefined = examiner) => {
    const fact = openAccountability({ ...wish, ...change }, about, { actor: who, today: monday });
    return fact.ok ? 'opened' : fact.error.code;
  };
  test('is a supervisor’s, on a lead, a card or another ground with its number, and never about themselves', () => {
    expect(refused({})).toBe('opened');
    const audit = { source: 'audit', reference: '审移〔2026〕3号' };
    expect(refused({ lead: '', grounds: [audit] })).toBe('opened');
    expect(refused({ grounds: [{ ...audit, reference: ' ' }] })).toBe('account_reference_missing');
    expect(refused({}, head)).toBe('account_not_supervisor');
    expect(refused({ subject: supervisor.person })).toBe('account_self');
    expect(refused({ lead: ' ' })).toBe('account_ground_missing');
    expect(refused({ lead: '', proposals: ['p1'] })).toBe('opened');
    const nobody = openAccountability(wish, undefined, { actor: supervisor, today: monday });
    expect(nobody).toMatchObject({ error: { code: 'account_person_unknown' } });
  });
  test('lays down who decides: the department’s head, the centre’s manager, over these the leading group', () => {
    const decider = (about: Subject) => opened(about).opened.decider;
    expect(decider(examiner)).toBe('authorityHead');
    expect(decider({ ...examiner, roles: ['authorityHead'] })).toBe('leadingGroup');
    expect(decider({ name: '周敏', authority: null, roles: ['windowClerk'] })).toBe('dutyManager');
    expect(decider({ name: '彭志', authority: null, roles: ['dutyManager'] })).toBe('leadingGroup');
  });
});

describe('a case', () => {
  test('goes lead, statement, decision, service, appeal, review, end', () => {
    const appealed = did(served(), '2026-04-04', li, appeal);
    const reviewed = did(appealed, '2026-04-08', group, { type: 'review', outcome: 'reminded', reason: '情节轻微' });
    const closed = did(reviewed, '2026-04-08', supervisor, close);
    expect([found().phase, proposed().phase, served().phase, appealed.phase]).toEqual([
      'statement',
      'deciding',
      'appealable',
      'reviewing',
    ]);
    expect(closed).toMatchObject({ phase: 'closed', outcome: 'reminded' });
  });
  test('without ground ends at once, and with nothing taken off', () => {
    const ended = did(opened(), '2026-03-02', supervisor, { type: 'dismissLead', findings: '系统故障所致' });
    expect([ended.phase, accountabilityPoints(ended)]).toEqual(['closed', 0]);
  });
  test('names kinds of the dictionary in force, with their words as they were on the day', () => {
    expect(after(opened(), '2026-03-02', supervisor, { ...find, kinds: [] })).toBe('account_kinds_missing');
    expect(after(opened(), '2026-03-02', supervisor, { ...find, kinds: ['M99'] })).toBe('account_kind_unknown');
    expect(found().found?.kinds).toMatchObject([{ code: 'M19', name: { zh: '不在法定期限内作出准予许可决定' } }]);
  });
});

describe('the person concerned', () => {
  test('has five working days to state, and nothing is proposed before they did or the days are over', () => {
    expect(found().found?.stateBy).toBe('2026-03-09');
    expect(after(found(), '2026-03-09', supervisor, propose)).toBe('account_may_still_state');
    expect(did(found(), '2026-03-10', supervisor, propose).phase).toBe('deciding');
    expect(after(found(), '2026-03-03', head, state)).toBe('account_not_person');
  });
  test('is never treated worse for stating or appealing', () => {
    const stated = did(found(), '2026-03-03', li, state);
    expect(after(stated, '2026-03-03', supervisor, { ...propose, outcome: 'admonished' })).toBe('account_heavier');
    expect(after(proposed(), '2026-03-04', head, { ...decide, outcome: 'selfExamined' })).toBe('account_heavier');
    const appealed = did(served(), '2026-03-06', li, appeal);
    const harder = { type: 'review', outcome: 'selfExamined', reason: '—' } as const;
    expect(after(appealed, '2026-03-07', group, harder)).toBe('account_heavier');
  });
  test('appeals within thirty days of service; the case is not closed before, unless they say they will not', () => {
    expect(served().appealBy).toBe('2026-04-04');
    expect(after(served(), '2026-04-05', li, appeal)).toBe('account_appeal_late');
    expect(after(served(), '2026-04-04', supervisor, close)).toBe('account_appeal_open');
    expect(did(served(), '2026-04-05', supervisor, close).phase).toBe('closed');
    const waived = did(served(), '2026-03-06', li, { type: 'waive' });
    expect(after(waived, '2026-03-06', li, appeal)).toBe('account_appeal_late');
    expect(did(waived, '2026-03-06', supervisor, close).phase).toBe('closed');
  });
});

describe('duties are separate', () => {
  const both = actor('yu', ['supervisor', 'authorityHead'], 'zhujian');
  test('who opened or verified does not decide, nor a head of another department, nor the person', () => {
    expect(after(proposed(), '2026-03-04', both, decide)).toBe('account_opened_by_you');
    expect(after(proposed(), '2026-03-04', otherHead, decide)).toBe('account_not_decider');
    const subject = actor('li', ['authorityHead'], 'zhujian');
    expect(after(proposed(), '2026-03-04', subject, decide)).toBe('account_self');
  });
  test('who decided does not review', () => {
    const chief: Subject = { ...examiner, roles: ['authorityHead'] };
    const heard = did(did(opened(chief), '2026-03-02', supervisor, find), '2026-03-03', li, state);
    const up = did(heard, '2026-03-03', supervisor, propose);
    expect(after(up, '2026-03-04', head, decide)).toBe('account_not_decider');
    const told = did(did(up, '2026-03-04', group, decide), '2026-03-05', supervisor, { type: 'serve' });
    const appealed = did(told, '2026-03-06', li, appeal);
    const review = { type: 'review', outcome: 'criticised', reason: '维持' } as const;
    expect(after(appealed, '2026-03-07', group, review)).toBe('account_not_reviewer');
    expect(did(appealed, '2026-03-07', actor('other', ['leadingGroup']), review).outcome).toBe('criticised');
  });
  test('each stage offers its acts to its own people only', () => {
    const acts = (one: Accountability, who: CardActor) =>
      accountabilityActs(one, { today: day('2026-03-06'), calendar, actor: who, dictionary: shippedDictionary });
    expect(acts(opened(), supervisor)).toEqual(['dismissLead', 'find']);
    expect([acts(found(), li), acts(found(), head)]).toEqual([['state'], []]);
    expect(acts(proposed(), head)).toEqual(['decide', 'sendBack']);
    expect(acts(served(), li)).toEqual(['appeal', 'waive']);
  });
});

test('points come off the yearly assessment from service on, by what stands after a review', () => {
  expect(accountabilityPoints(proposed())).toBe(0);
  expect(accountabilityPoints(served())).toBe(outcomes.criticised.points);
  const appealed = did(served(), '2026-03-06', li, appeal);
  const lifted = did(appealed, '2026-03-07', group, { type: 'review', outcome: 'notPursued', reason: '查无实据' });
  expect(accountabilityPoints(lifted)).toBe(0);
});
