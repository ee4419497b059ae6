import { calendarOf, shippedNotices } from '@yimen/core/calendar';
import { personId, type Role } from '@yimen/core/people';
import { day, type Day } from '@yimen/kernel';
import { revisedLine, waterBureau } from '@yimen/testkit/cases';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  applyForChange,
  changeActs,
  decideChange,
  foldChange,
  limitsOn,
  openVisits,
  type ChangeActor,
  type ChangeCommand,
  type ChangeContext,
  type ChangeFact,
  type ChangeProposal,
  type ListChange,
} from './index.ts';

const calendar = calendarOf(shippedNotices);
const actor = (person: string, ...roles: readonly Role[]): ChangeActor => ({
  person: personId(person),
  roles,
  authorities: roles.includes('authorityHead') ? [waterBureau] : [],
});
const people = {
  head: actor('jiang.tao', 'authorityHead'),
  reform: actor('gai.ge', 'reformOffice'),
  legal: actor('fa.zhi', 'legalOffice'),
  staffing: actor('bian.zhi', 'staffingOffice'),
  pricing: actor('jia.ge', 'pricingOffice'),
  group: actor('ling.dao', 'leadingGroup'),
} as const;
type Who = keyof typeof people;

const proposal: ChangeProposal = {
  kind: 'change',
  trigger: 'lawAmended',
  basis: { title: '取水许可和水资源费征收管理条例', place: '第十九条' },
  reason: '压缩承诺时限',
  lines: [revisedLine],
};
const withFee: ChangeProposal = { ...proposal, lines: [{ ...revisedLine, touchesFee: true }] };

const on = (who: Who, today: Day = day('2026-03-02')): ChangeContext => ({ today, calendar, actor: people[who] });
const minutes = { file: { name: '纪要.pdf', sha256: 'cd' }, present: ['凌组长', '副组长'], heldOn: day('2026-03-02') };
const opinion = '同意';

type Act = readonly [Who, ChangeCommand, Day?];
const applied = (what: ChangeProposal = proposal): ChangeFact => {
  const done = applyForChange(what, on('head'));
  if (!done.ok) throw new Error(done.error.code);
  return done.value;
};
/** The facts of acts that must all be lawful. */
function after(acts: readonly Act[], what: ChangeProposal = proposal): ListChange {
  const start = foldChange([applied(what)]);
  const end = acts.reduce((change, [who, command, today]) => {
    if (change === undefined) return change;
    const done = decideChange(change, command, on(who, today));
    if (!done.ok) throw new Error(`${who} ${command.type}: ${done.error.code}`);
    return foldChange([done.value], change);
  }, start);
  if (end === undefined) throw new Error('no change');
  return end;
}
const codeOf = (change: ListChange, who: Who, command: ChangeCommand): string => {
  const done = decideChange(change, command, on(who));
  return done.ok ? 'ok' : done.error.code;
};
const transfer: Act = ['reform', { type: 'transfer', opinion }];
const legal: Act = ['legal', { type: 'review', step: 'legalReview', opinion }];
const staffing: Act = ['staffing', { type: 'review', step: 'staffingReview', opinion }];
const fee: Act = ['pricing', { type: 'review', step: 'feeReview', opinion }];
const deliberate: Act = ['group', { type: 'deliberate', opinion, minutes }];
const publication: ChangeCommand = {
  type: 'publish',
  effectiveFrom: day('2026-04-01'),
  items: [{ itemId: 'water', version: 2 }],
  authorisations: [],
  moved: [],
};
const publish: Act = ['reform', publication];
const open = (change: ListChange): readonly string[] => openVisits(change).map(({ step }) => step);

describe('单位申请、改革办转办、法制机构及编办审核、领导小组审议、公布: the five steps', () => {
  test('one after the other, the two reviews side by side', () => {
    expect(open(after([]))).toEqual(['transfer']);
    expect(open(after([transfer]))).toEqual(['legalReview', 'staffingReview']);
    expect(open(after([transfer, staffing]))).toEqual(['legalReview']);
    expect(open(after([transfer, staffing, legal]))).toEqual(['deliberation']);
    expect(open(after([transfer, legal, staffing, deliberate]))).toEqual(['publication']);
    const end = after([transfer, legal, staffing, deliberate, publish]);
    expect(end).toMatchObject({ phase: 'closed', outcome: 'published', effectiveFrom: '2026-04-01' });
    expect(codeOf(end, 'head', { type: 'withdraw', reason: '不办了' })).toBe('change_closed');
  });

  test('发改委 reviews where a fee is touched, and only there', () => {
    expect(open(after([transfer], withFee))).toEqual(['legalReview', 'staffingReview', 'feeReview']);
    expect(open(after([transfer, legal, staffing], withFee))).toEqual(['feeReview']);
    expect(open(after([transfer, legal, staffing, fee], withFee))).toEqual(['deliberation']);
    expect(codeOf(after([transfer]), 'pricing', fee[1])).toBe('change_step');
  });

  test('no step is passed over, and each belongs to its office', () => {
    expect(codeOf(after([]), 'legal', legal[1])).toBe('change_step');
    expect(codeOf(after([transfer]), 'group', deliberate[1])).toBe('change_step');
    expect(codeOf(after([transfer, legal, staffing]), 'reform', publication)).toBe('change_step');
    expect(codeOf(after([transfer]), 'staffing', legal[1])).toBe('change_office');
  });

  test('the clock of each step is the hall’s calendar: working days, festivals left out', () => {
    const [visit] = openVisits(after([]));
    expect(visit).toMatchObject({ step: 'transfer', openedOn: '2026-03-02', dueOn: '2026-03-05' });
    const late = after([transfer, [legal[0], legal[1], day('2026-03-16')]]);
    expect(late.visits.find(({ step }) => step === 'legalReview')).toMatchObject({ doneOn: '2026-03-16', days: 10 });
    const other = { from: day('2026-06-01'), days: { ...limitsOn(day('2026-03-02')), transfer: 1 }, source: '文件' };
    expect(limitsOn(day('2026-06-01'), [other, { ...other, from: day('2000-01-01') }]).transfer).toBe(1);
  });
});

describe('退回、撤回', () => {
  const back = (step: 'legalReview', to: 'application' | 'transfer'): Act => [
    'legal',
    { type: 'return', step, to, reason: '依据不足' },
  ];
  test('any step returns it with a reason, to the department or the step before; what stood beside it ends too', () => {
    const returned = after([transfer, back('legalReview', 'application')]);
    expect(open(returned)).toEqual(['application']);
    expect(returned.visits.map(({ step, result }) => [step, result])).toEqual([
      ['application', 'done'],
      ['transfer', 'done'],
      ['legalReview', 'returned'],
      ['staffingReview', 'cut'],
      ['application', undefined],
    ]);
    expect(open(after([transfer, back('legalReview', 'transfer')]))).toEqual(['transfer']);
    expect(
      open(
        after([
          transfer,
          legal,
          staffing,
          ['group', { type: 'return', step: 'deliberation', to: 'review', reason: '再议' }],
        ]),
      ),
    ).toEqual(['legalReview', 'staffingReview']);
    expect(codeOf(after([]), 'reform', { type: 'return', step: 'transfer', to: 'review', reason: '-' })).toBe(
      'change_return_target',
    );
    expect(codeOf(after([]), 'reform', { type: 'return', step: 'transfer', to: 'application', reason: ' ' })).toBe(
      'change_reason_missing',
    );
  });

  test('handed in again it goes through every step anew, with what it now touches', () => {
    const again = after([
      transfer,
      back('legalReview', 'application'),
      ['head', { type: 'resubmit', proposal: withFee }],
      transfer,
    ]);
    expect(again.round).toBe(2);
    expect(open(again)).toEqual(['legalReview', 'staffingReview', 'feeReview']);
  });

  test('only the department withdraws, at any step before publication', () => {
    expect(after([transfer, ['head', { type: 'withdraw', reason: '条件变化' }]])).toMatchObject({
      outcome: 'withdrawn',
      phase: 'closed',
    });
    expect(codeOf(after([transfer]), 'reform', { type: 'withdraw', reason: '条件变化' })).toBe('change_applicant_only');
  });
});

describe('who may not', () => {
  test('whoever applied does not review, whatever else they hold', () => {
    const both = { ...people.head, roles: ['authorityHead', 'legalOffice'] as const };
    const done = decideChange(after([transfer]), legal[1], { ...on('legal'), actor: both });
    expect(done).toMatchObject({ ok: false, error: { code: 'change_own' } });
  });
  test('nobody judges twice: a reviewer does not deliberate', () => {
    const both = { ...people.legal, roles: ['legalOffice', 'leadingGroup'] as const };
    const done = decideChange(after([transfer, legal, staffing]), deliberate[1], { ...on('legal'), actor: both });
    expect(done).toMatchObject({ ok: false, error: { code: 'change_same_person' } });
    expect(done.ok ? '' : done.error.words.zh).toContain('法制机构审核');
  });
  test('nobody deliberates alone or without minutes, nor in the future', () => {
    const at = after([transfer, legal, staffing]);
    const withMinutes = (more: Partial<typeof minutes>): ChangeCommand => ({
      type: 'deliberate',
      opinion,
      minutes: { ...minutes, ...more },
    });
    expect(codeOf(at, 'group', withMinutes({ present: ['凌组长', '凌组长'] }))).toBe('change_alone');
    expect(codeOf(at, 'group', withMinutes({ file: { name: '', sha256: '' } }))).toBe('change_minutes_missing');
    expect(codeOf(at, 'group', withMinutes({ heldOn: day('2026-03-03') }))).toBe('change_not_yet_held');
    expect(
      after([transfer, legal, staffing, ['group', { type: 'reject', opinion: '暂不调整', minutes }]]),
    ).toMatchObject({ outcome: 'rejected' });
  });
  test('what was changed after the review is not published, and is named', () => {
    const at = after([transfer, legal, staffing, deliberate]);
    const moved = [{ zh: '承诺办结时限由“10”改为“12”', en: 'the limit' }];
    const done = decideChange(at, { ...publication, moved }, on('reform'));
    expect(done).toMatchObject({ ok: false, error: { code: 'change_moved' } });
    expect(done.ok ? '' : done.error.words.zh).toContain('由“10”改为“12”');
    expect(codeOf(at, 'reform', { ...publication, effectiveFrom: day('2026-03-01') })).toBe('change_starts_in_past');
  });
  test('every act is shown with why not; the steps this change never takes are not', () => {
    const acts = changeActs(after([transfer]), on('legal'));
    const may = acts.filter(({ refusal }) => refusal === undefined).map(({ act, step }) => [act, step]);
    expect(may).toEqual([
      ['review', 'legalReview'],
      ['return', 'legalReview'],
    ]);
    expect(acts.some(({ step }) => step === 'feeReview')).toBe(false);
  });
});

test('whatever acts come in whatever order: at most one phase is open, and nothing published was not deliberated', () => {
  const commands: readonly Act[] = [
    transfer,
    legal,
    staffing,
    fee,
    deliberate,
    publish,
    ['head', { type: 'resubmit', proposal: withFee }],
    ['legal', { type: 'return', step: 'legalReview', to: 'application', reason: '-' }],
    ['group', { type: 'return', step: 'deliberation', to: 'review', reason: '-' }],
    ['head', { type: 'withdraw', reason: '-' }],
  ];
  const play = (start: ChangeProposal, acts: readonly Act[]): readonly ChangeFact[] =>
    acts.reduce<readonly ChangeFact[]>(
      (facts, [who, command]) => {
        const change = foldChange(facts);
        if (change === undefined) return facts;
        const done = decideChange(change, command, on(who));
        return done.ok ? [...facts, done.value] : facts;
      },
      [applied(start)],
    );
  fc.assert(
    fc.property(fc.boolean(), fc.array(fc.constantFrom(...commands), { maxLength: 24 }), (paid, acts) => {
      const facts = play(paid ? withFee : proposal, acts);
      const change = foldChange(facts);
      if (change === undefined) throw new Error('a change is lost');
      const waiting = openVisits(change);
      expect(new Set(waiting.map(({ step }) => step)).size).toBe(waiting.length);
      expect(waiting.length === 0).toBe(change.outcome !== undefined);
      if (change.outcome !== 'published') return;
      const last = facts.findLastIndex(
        ({ type }) => type === 'changeApplied' || type === 'changeResubmitted' || type === 'changeReturned',
      );
      const since = facts
        .slice(facts.findLastIndex(({ type }) => type === 'changeResubmitted' || type === 'changeApplied'))
        .map(({ step }) => step);
      expect(last).toBeLessThan(facts.length);
      for (const step of ['transfer', 'legalReview', 'staffingReview', 'deliberation', 'publication'])
        expect(since).toContain(step);
    }),
  );
});
