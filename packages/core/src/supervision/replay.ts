import { dayOf, instantAt, instantFromMillis, millisOf, type Instant } from '@yimen/kernel';
import type { Calendar } from '../calendar/index.ts';
import type { CaseEntry } from '../casework/index.ts';
import type { ServiceItem } from '../catalogue/index.ts';
import { entryFindings, overdueFindings, type Finding } from './findings.ts';
import type { RuleSet } from './rule.ts';
import type { Around } from './signals/index.ts';
import { tell, untold, versionOf } from './story.ts';

export interface Replay {
  /** The versions the case was under, by number. */
  readonly itemAt: (version: number) => ServiceItem;
  /** The calendar as it was published on a day. */
  readonly calendarOn: (on: ReturnType<typeof dayOf>) => Calendar;
  readonly sets: readonly RuleSet[];
  readonly until: Instant;
  /** What lay outside the case at an entry. */
  readonly around: (entry: CaseEntry) => Around;
}

/**
 * Every finding a case's whole history calls for, from nothing but its entries: what each entry shows, and between two
 * entries what time made so before the second came. The slow way, for recounting what the fast way raised.
 */
export function replay(
  entries: readonly CaseEntry[],
  { itemAt, calendarOn, sets, until, around }: Replay,
): readonly Finding[] {
  const found = new Map<string, Finding>();
  const keep = (findings: readonly Finding[]): void => {
    for (const finding of findings) if (!found.has(finding.key)) found.set(finding.key, finding);
  };
  let story = untold;
  for (const [at, entry] of entries.entries()) {
    const before = story;
    story = tell(before, entry);
    const calendar = calendarOn(dayOf(entry.at));
    const item = itemAt(versionOf(before) ?? versionOf(story) ?? 0);
    keep(entryFindings({ before, after: story, entry, item, calendar, around: around(entry) }, sets));
    const since = itemAt(versionOf(story) ?? 0);
    const next = entries[at + 1]?.at ?? until;
    for (const now of [...eves(sets, entry.at, next), next])
      keep(overdueFindings(story, sets, { item: since, calendar: calendarOn(dayOf(now)), now }));
  }
  return [...found.values()];
}

/** The last moments of the sets that went out of force in between: what time made so by them was found by them. */
function eves(sets: readonly RuleSet[], after: Instant, before: Instant): readonly Instant[] {
  const ends = sets.map(({ from }) => instantFromMillis(millisOf(instantAt(from, '00:00')) - 1));
  return ends.filter((end) => end > after && end < before).toSorted();
}
