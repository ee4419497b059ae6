import { day } from '@yimen/kernel';
import type { CaseEntry } from '../casework/index.ts';
import type { ServiceItem } from '../catalogue/index.ts';
import {
  aCase,
  altered,
  as,
  authorised,
  cast,
  commands,
  findingsIn,
  items,
  returnedTimes,
  suspendedOn,
  type GivenCase,
} from '@yimen/testkit/cases';
import { describe, expect, test } from 'vitest';
import { isRaisedByHand, shippedRuleSet, type Finding, type Level } from './index.ts';

const { completing, ending, serving, starting, typical } = commands;
const { licence, weightyItem } = items;

/** A case as it should be: received, examined, approved, signed, sealed and served, each on its own day. */
function lawful(item: ServiceItem = licence): GivenCase {
  return aCase
    .accepted(item)
    .on('2026-03-03')
    .does(completing('examine'))
    .by(cast.approver)
    .on('2026-03-04')
    .does(completing('approve'), typical.proposeDecision)
    .by(cast.chief)
    .on('2026-03-05')
    .does(typical.sign)
    .by(cast.sealKeeper)
    .does(typical.seal)
    .by(cast.deliveryClerk)
    .does(typical.issue, serving({ servedOn: day('2026-03-05') }), typical.close);
}

const resumedAndSigned = (resumed: string, time: string): readonly CaseEntry[] =>
  suspendedOn('2026-03-03')
    .on(resumed)
    .does(ending({ receivedOn: day(resumed) }), completing('examine'))
    .by(cast.approver)
    .does(completing('approve'), typical.proposeDecision)
    .by(cast.chief)
    .on(resumed, time)
    .does(typical.sign).entries;

/** Signed on Thursday at this time, the only act of the day that decides. */
const signedAt = (time: string): readonly CaseEntry[] =>
  aCase.proposed().on('2026-03-05', time).does(typical.sign).entries;

interface Scenario {
  readonly raises: readonly Finding[];
  readonly level?: Level;
  /** The nearest lawful neighbour. */
  readonly not: readonly Finding[];
}

const refused = aCase.signed(licence, commands.refusing);
const correcting = (requirementId: string, item: ServiceItem, on = '2026-03-03') =>
  aCase
    .received(item)
    .on(on)
    .does({
      ...typical.notifyCorrection,
      defects: [{ requirementId, defect: '缺少', standard: '一份' }],
    });
const governmental: ServiceItem = {
  ...licence,
  materials: licence.materials.map((one) => (one.id === 'plan' ? { ...one, source: 'government' as const } : one)),
};
const charging = (rank: 'law' | 'localRegulation'): ServiceItem => ({
  ...licence,
  fees: [{ name: '工本费', standard: '10元', basis: { law: '示例', article: '第一条', rank } }],
});
const disagreed = altered(aCase.signed(), 'stepCompleted', (entry, fact) => ({
  ...entry,
  fact: { ...fact, agreed: false },
}));

const scenarios: Readonly<Record<string, Scenario>> = {
  T01: {
    level: 'yellow',
    raises: findingsIn(aCase.received().entries, { until: '2026-03-09' }),
    not: findingsIn(aCase.received().entries, { until: '2026-03-05' }),
  },
  T02: {
    level: 'yellow',
    raises: findingsIn(aCase.corrected().entries, { until: '2026-03-09' }),
    not: findingsIn(aCase.corrected().entries, { until: '2026-03-05' }),
  },
  T03: {
    level: 'red',
    raises: findingsIn(aCase.accepted().entries, { until: '2026-03-19' }),
    not: findingsIn(lawful().entries, { until: '2026-12-31' }),
  },
  T04: {
    level: 'red',
    raises: findingsIn(aCase.accepted().entries, { until: '2026-03-30' }),
    not: findingsIn(aCase.accepted().entries, { until: '2026-03-26' }),
  },
  T05: {
    level: 'yellow',
    raises: findingsIn(aCase.accepted().entries, { until: '2026-03-11' }),
    not: findingsIn(lawful().entries, { until: '2026-12-31' }),
  },
  T06: {
    level: 'red',
    raises: findingsIn(aCase.sealed().entries, { until: '2026-03-16' }),
    not: findingsIn(aCase.sealed().entries, { until: '2026-03-12' }),
  },
  T07: {
    level: 'yellow',
    raises: findingsIn(aCase.filed().entries, { until: '2026-03-05' }),
    not: findingsIn(aCase.filed().entries, { until: '2026-03-02' }),
  },
  T08: {
    level: 'yellow',
    raises: findingsIn(aCase.accepted().entries, { until: '2026-03-05' }),
    not: findingsIn(aCase.accepted().does({ type: 'claimStep', stepId: 'examine' }).entries, { until: '2026-03-05' }),
  },
  S03: {
    level: 'red',
    raises: findingsIn(suspendedOn('2026-03-03').entries, { until: '2026-03-18' }),
    not: findingsIn(suspendedOn('2026-03-03').entries, { until: '2026-03-16' }),
  },
  P01: {
    raises: findingsIn(altered(lawful(), 'decisionSigned', (entry) => as(entry, 'p-窗口员'))),
    not: findingsIn(lawful().entries),
  },
  P02: {
    raises: findingsIn(altered(lawful(), 'decisionSigned', (entry) => as(entry, 'p-审核员'))),
    not: findingsIn(lawful().entries),
  },
  P03: {
    raises: findingsIn(
      lawful().entries.filter(({ fact }) => !(fact.type === 'stepOpened' && fact.stepId === 'approve')),
    ),
    not: findingsIn(lawful().entries),
  },
  P04: {
    raises: findingsIn(lawful().entries.filter(({ fact }) => fact.type !== 'decisionSigned')),
    not: findingsIn(lawful().entries),
  },
  P05: {
    raises: findingsIn(
      altered(
        aCase.accepted().does(starting({ procedure: 'siteVisit', plannedDays: 3 })),
        'specialProcedureStarted',
        (entry, fact) => ({
          ...entry,
          fact: { ...fact, officers: fact.officers.slice(0, 1) },
        }),
      ),
    ),
    not: findingsIn(aCase.accepted().does(starting({ procedure: 'siteVisit', plannedDays: 3 })).entries),
  },
  P06: { raises: findingsIn(lawful().entries), not: findingsIn(authorised(lawful().entries)) },
  P07: {
    raises: findingsIn(aCase.filed().on('2026-03-02', '22:10').does(typical.receive).entries),
    not: findingsIn(lawful().entries),
  },
  P08: { raises: findingsIn(returnedTimes(3)), not: findingsIn(returnedTimes(2)) },
  P09: { raises: findingsIn(lawful().entries, { item: weightyItem }), not: findingsIn(lawful().entries) },
  P10: {
    raises: findingsIn(lawful().entries.filter(({ fact }) => fact.type !== 'decisionServed')),
    not: findingsIn(lawful().entries),
  },
  M01: {
    raises: findingsIn(
      altered(correcting('plan', licence), 'correctionNotified', (entry, fact) => ({
        ...entry,
        fact: { ...fact, defects: [{ requirementId: 'passport', defect: '缺', standard: '一份' }] },
      })),
    ),
    not: findingsIn(correcting('plan', licence).entries),
  },
  M02: {
    raises: findingsIn(
      altered(correcting('plan', licence), 'correctionNotified', (entry, fact) => ({
        ...entry,
        fact: { ...fact, second: true },
      })),
    ),
    not: findingsIn(correcting('plan', licence).entries),
  },
  M03: {
    raises: findingsIn(correcting('plan', governmental).entries, { item: governmental }),
    not: findingsIn(correcting('plan', licence).entries),
  },
  M04: {
    raises: findingsIn(correcting('plan', licence, '2026-03-09').entries),
    not: findingsIn(correcting('plan', licence).entries),
  },
  C01: {
    raises: findingsIn(aCase.accepted(charging('localRegulation')).entries, { item: charging('localRegulation') }),
    not: findingsIn(aCase.accepted(charging('law')).entries, { item: charging('law') }),
  },
  D01: {
    raises: findingsIn(
      altered(refused, 'decisionProposed', (entry, { remedies: _gone, ...fact }) => ({ ...entry, fact })),
    ),
    not: findingsIn(refused.entries),
  },
  D02: { raises: findingsIn(disagreed), not: findingsIn(lawful().entries) },
  S01: { raises: findingsIn(suspendedOn('2026-03-13').entries), not: findingsIn(suspendedOn('2026-03-03').entries) },
  S02: {
    raises: findingsIn(
      altered(suspendedOn('2026-03-03'), 'specialProcedureStarted', (entry, fact) => ({
        ...entry,
        fact: { ...fact, servedOn: day('2026-03-06') },
      })),
    ),
    not: findingsIn(suspendedOn('2026-03-03').entries),
  },
  S04: {
    raises: findingsIn(resumedAndSigned('2026-03-09', '09:40')),
    not: findingsIn(resumedAndSigned('2026-03-09', '11:00')),
  },
  S05: {
    raises: findingsIn(
      altered(suspendedOn('2026-03-03'), 'specialProcedureStarted', (entry, fact) => ({
        ...entry,
        fact: { ...fact, plannedDays: 21 },
      })),
    ),
    not: findingsIn(suspendedOn('2026-03-03').entries),
  },
  A01: { raises: findingsIn(aCase.signed().entries), not: findingsIn(lawful().entries) },
  A02: {
    raises: findingsIn(
      altered(aCase.received(), 'applicationReceived', (entry, fact) => ({
        ...entry,
        fact: { ...fact, receivedOn: day('2026-02-27') },
      })),
    ),
    not: findingsIn(aCase.received().entries),
  },
  A03: {
    raises: findingsIn(aCase.received().entries, { around: { deviceMinutes: 65 } }),
    not: findingsIn(aCase.received().entries, { around: { deviceMinutes: 1 } }),
  },
  A04: {
    raises: findingsIn(lawful().entries, { around: { actsInTenMinutes: 20 } }),
    not: findingsIn(lawful().entries, { around: { actsInTenMinutes: 3 } }),
  },
  A07: {
    raises: findingsIn(signedAt('17:10'), { around: { actsInTenMinutes: 10 } }),
    not: findingsIn(signedAt('15:10'), { around: { actsInTenMinutes: 10 } }),
  },
  A05: {
    raises: findingsIn(aCase.filed().entries, { around: { applicantsOfPhone: 5 } }),
    not: findingsIn(aCase.filed().entries, { around: { applicantsOfPhone: 1 } }),
  },
  A06: {
    raises: findingsIn(lawful().entries.filter(({ fact }) => fact.type !== 'applicationFiled')),
    not: findingsIn(lawful().entries),
  },
  R01: {
    raises: findingsIn(aCase.filed().entries, { around: { earlier: earlier('withdrawn') } }),
    not: findingsIn(aCase.filed().entries, { around: { earlier: earlier('closed') } }),
  },
  R02: {
    raises: findingsIn(aCase.accepted().on('2026-03-13').by(cast.applicant).does(typical.withdraw).entries),
    not: findingsIn(aCase.accepted().on('2026-03-03').by(cast.applicant).does(typical.withdraw).entries),
  },
};

function earlier(ending: string) {
  return { number: '1', ending, endedOn: day('2026-02-20') };
}

const codes = (findings: readonly Finding[]): readonly string[] => findings.map(({ rule }) => rule);

describe('each rule has a case that raises its card and one that does not', () => {
  test.each(Object.entries(scenarios))('%s', (code, { raises, not, level }) => {
    expect(codes(raises)).toContain(code);
    expect(codes(not.filter((finding) => level === undefined || finding.level === level))).not.toContain(code);
    const [first] = raises.filter(
      (finding) => finding.rule === code && (level === undefined || finding.level === level),
    );
    expect(first?.working.length).toBeGreaterThan(0);
    expect(first?.evidence.length, 'evidence').toBeGreaterThan(0);
  });
  test('and none is left without (ratings: ratingRules.test.ts; departments compared: peers.test.ts)', () => {
    expect(
      shippedRuleSet.rules
        .filter(
          (rule) => !isRaisedByHand(rule) && !(rule.code in scenarios) && !['S06', 'V01', 'V02'].includes(rule.code),
        )
        .map(({ code }) => code),
    ).toEqual([]);
  });
  test('a lawful case, to its end, raises nothing at all', () => {
    expect(findingsIn(authorised(lawful().entries), { until: '2026-12-31' })).toEqual([]);
  });
});
