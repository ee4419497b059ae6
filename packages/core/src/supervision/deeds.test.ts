import { calendarOf, shippedNotices } from '@yimen/core/calendar';
import type { CaseEntry } from '@yimen/core/casework';
import { aCase, cast, commands, items } from '@yimen/testkit/cases';
import { expect, test } from 'vitest';
import { deedsOf, tell, untold } from './index.ts';

const calendar = calendarOf(shippedNotices);

/** Deeds of a whole history, as who did what and whether late. */
function deeds(entries: readonly CaseEntry[]): readonly (readonly [string, boolean])[] {
  let before = untold;
  return entries.flatMap((entry) => {
    const after = tell(before, entry);
    const found = deedsOf({ before, after, entry }, { item: items.licence, calendar, now: entry.at });
    before = after;
    return found.map(({ clock, late }) => [clock, late] as const);
  });
}

test('receiving, accepting, taking up and finishing a step are acts that had a day', () => {
  const done = deeds(aCase.examined().entries);
  expect(done.map(([clock]) => clock)).toEqual(expect.arrayContaining(['receipt', 'acceptance', 'step']));
  expect(done.every(([, late]) => !late)).toBe(true);
});
test('a step finished after its day is late at the post that finished it', () => {
  const { entries } = aCase.accepted().on('2026-03-27').does(commands.completing('examine'));
  expect(deeds(entries).filter(([clock]) => clock === 'step')).toEqual([['step', true]]);
});
test('what merely ends a clock is nobody’s punctuality', () => {
  const { entries } = aCase.accepted().on('2026-03-27').by(cast.applicant).does({ type: 'withdraw', reason: '不办了' });
  expect(deeds(entries).filter(([clock]) => clock === 'step')).toEqual([]);
});
test('the post is the one the act was done from', () => {
  const [entry] = aCase.received().entries.filter(({ fact }) => fact.type === 'applicationReceived');
  const [filed] = aCase.received().entries;
  if (entry === undefined || filed === undefined) throw new Error('no entries');
  const before = tell(untold, filed);
  const [deed] = deedsOf(
    { before, after: tell(before, entry), entry },
    { item: items.licence, calendar, now: entry.at },
  );
  expect(deed?.post).toBe(entry.actor.kind === 'officer' ? entry.actor.post : undefined);
});
