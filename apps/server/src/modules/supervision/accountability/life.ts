import type { AccountabilityView } from '@yimen/contract';
import { dayInWords, type Words } from '@yimen/kernel';
import {
  groundSources,
  outcomes,
  responsibilityLevels,
  type AccountabilityFact,
  type OutcomeKind,
} from '@yimen/core/supervision';
import type { StoredEntry } from '../../../platform/ledger/index.ts';

const titles: { readonly [T in AccountabilityFact['type']]: Words } = {
  accountabilityOpened: { zh: '立案', en: 'opened' },
  leadUnfounded: { zh: '线索不成立，了结', en: 'lead without ground, ended' },
  misconductFound: { zh: '核实，告知本人', en: 'verified, the person told' },
  subjectStated: { zh: '陈述申辩', en: 'the person stated' },
  outcomeProposed: { zh: '提出处理建议', en: 'outcome proposed' },
  sentBackToVerify: { zh: '退回核实', en: 'sent back to be verified' },
  accountabilityDecided: { zh: '决定', en: 'decided' },
  accountabilityServed: { zh: '送达', en: 'served' },
  appealWaived: { zh: '声明不申诉', en: 'said they will not appeal' },
  decisionAppealed: { zh: '申诉', en: 'appealed' },
  appealDecided: { zh: '复核决定', en: 'reviewed' },
  accountabilityClosed: { zh: '结案', en: 'closed' },
};

const outcome = (kind: OutcomeKind): string => outcomes[kind].name.zh;

type Lines = {
  readonly [T in AccountabilityFact['type']]: (
    fact: Extract<AccountabilityFact, { readonly type: T }>,
  ) => readonly string[];
};
const lines: Lines = {
  accountabilityOpened: ({ number, subjectName, level, lead, grounds = [] }) => [
    `${number}：${subjectName}，${responsibilityLevels[level].zh}`,
    lead,
    ...grounds.map(({ source, reference }) => `${groundSources[source].zh}：${reference}`),
  ],
  leadUnfounded: ({ findings }) => [findings],
  misconductFound: ({ kinds, findings, outcome: told, stateBy }) => [
    ...kinds.map(({ code, name, article }) => `${code} ${name.zh}（${article}）`),
    findings,
    `拟处理：${outcome(told)}；可陈述申辩至${dayInWords(stateBy, 'zh')}`,
  ],
  subjectStated: ({ text }) => [text],
  outcomeProposed: ({ outcome: proposed, opinion }) => [outcome(proposed), opinion],
  sentBackToVerify: ({ reason }) => [reason],
  accountabilityDecided: ({ outcome: decided, reason }) => [outcome(decided), reason],
  accountabilityServed: ({ appealBy }) => [`可申诉至${dayInWords(appealBy, 'zh')}`],
  appealWaived: () => [],
  decisionAppealed: ({ text }) => [text],
  appealDecided: ({ outcome: left, reason }) => [outcome(left), reason],
  accountabilityClosed: ({ opinion }) => [opinion],
};

function linesOf<T extends AccountabilityFact['type']>(
  fact: { readonly [K in T]: Extract<AccountabilityFact, { readonly type: K }> }[T],
): readonly string[] {
  return lines[fact.type](fact);
}

/** One entry of a case's stream, as its page shows it. */
export function accountLine({ revision, at, type, body, actor }: StoredEntry): AccountabilityView['life'][number] {
  // As this module's own handler wrote it.
  const fact = { type, ...(body as object) } as AccountabilityFact;
  const { name = '' } = actor as { readonly name?: string };
  return { revision, at, title: titles[fact.type], by: name, lines: linesOf(fact).filter((line) => line !== '') };
}
