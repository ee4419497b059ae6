import type { Instant } from '@yimen/kernel';
import { signalFinding, holds, type Finding } from './findings.ts';
import type { RuleSet } from './rule.ts';

/** A department's month: cases accepted in it, and those of them for which a special procedure was begun. */
export interface PeerMonth {
  readonly authority: string;
  readonly cases: number;
  readonly suspended: number;
}

/** Who is compared, by the rules in force, and what the finding stands on. */
export interface PeersRead {
  readonly month: string;
  readonly set: RuleSet;
  readonly at: Instant;
}

const percent = (part: number, of: number): number => (of === 0 ? 0 : Math.round((1000 * part) / of) / 10);
const sum = (all: readonly number[]): number => all.reduce((so, one) => so + one, 0);

/** 特别程序率: each department against all the others together; one finding a department and month. */
export function peerFindings(
  departments: readonly PeerMonth[],
  { month, set, at }: PeersRead,
): readonly { readonly authority: string; readonly finding: Finding }[] {
  const rules = set.rules.flatMap((rule) => (rule.kind === 'signal' && rule.signal === 'peers' ? [rule] : []));
  return departments.flatMap((one) => {
    const rest = departments.filter(({ authority }) => authority !== one.authority);
    const others = percent(sum(rest.map(({ suspended }) => suspended)), sum(rest.map(({ cases }) => cases)));
    const measures = { cases: one.cases, share: percent(one.suspended, one.cases), others };
    const seen = {
      subject: `peers:${one.authority}:${month}`,
      at,
      working: [
        {
          zh: `${month} 受理 ${String(one.cases)} 件，其中 ${String(one.suspended)} 件启动特别程序（${String(measures.share)}%）；其他部门合计 ${String(others)}%。`,
          en: `${month}: ${String(one.cases)} cases accepted, ${String(one.suspended)} with a special procedure (${String(measures.share)} %); ${String(others)} % in the other departments together.`,
        },
      ],
      evidence: [],
      responsible: [],
    };
    return rules.flatMap((rule) =>
      holds(rule, measures) ? [{ authority: one.authority, finding: signalFinding(rule, set, seen) }] : [],
    );
  });
}
