import { inGroupsOfFour, Mixed, useSay, type Words } from '@yimen/ui';
import type { JSX } from 'react';

interface NamedCard {
  readonly levelName: Words;
  readonly rule: string;
  readonly ruleName: Words;
  readonly caseNumber: string;
}

/** 黄牌 T03 承诺办结时限 · 2611 1600 0015. */
export function CardName({ levelName, rule, ruleName, caseNumber }: NamedCard): JSX.Element {
  const say = useSay();
  return <Mixed text={`${say(levelName)} ${rule} ${say(ruleName)} · ${inGroupsOfFour(caseNumber)}`} />;
}
