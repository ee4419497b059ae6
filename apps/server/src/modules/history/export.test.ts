import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { HistoryCase } from '@yimen/core/history';
import { instantAt, addDays } from '@yimen/kernel';
import { people } from '@yimen/demo';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { expertReview, intake, proposed } from '../../test/cases.ts';
import { openHall, type TestHall } from '../../test/hall.ts';
import { selectedCases, type CaseSelection } from '../casework/index.ts';
import { loggedCases } from './export.ts';
import { readLog } from './import.ts';
import { gathered } from './test/gathered.ts';
import { writeCsv, writeXes } from './write.ts';

const HALL = '410500';
let hall: TestHall;
let permit: Awaited<ReturnType<typeof intake>>;
let other: Awaited<ReturnType<typeof intake>>;
beforeAll(async () => {
  hall = await openHall();
  permit = await intake(hall);
  await proposed(hall, permit.caseId);
  hall.days(1);
  other = await intake(hall, expertReview().itemId);
});
afterAll(() => hall.close());

function logged(selection: Omit<CaseSelection, 'jurisdiction'> = {}): AsyncGenerator<HistoryCase> {
  const { db } = hall.shell;
  return loggedCases(db, HALL, selectedCases(db, { jurisdiction: HALL, ...selection }));
}

describe('the hall’s own ledger as a log', () => {
  test('shows the steps with their scheduling, and posts where officers acted', async () => {
    const one = (await gathered(logged())).find(({ id }) => id === permit.caseId);
    const seen = one?.events.map(({ activity, transition }) => `${activity} ${transition}`);
    expect(seen?.slice(0, 2)).toEqual(['applicationFiled complete', 'applicationReceived complete']);
    expect(seen).toContain('step:examine schedule');
    expect(seen).toContain('step:examine complete');
    expect(seen?.at(-1)).toBe('decisionProposed complete');
  });

  test('is read back as it was written, from XES and from CSV', async () => {
    const cases = await gathered(logged());
    expect(cases).toHaveLength(2);
    for (const [name, lines] of [
      ['own.xes', writeXes(logged())],
      ['own.csv', writeCsv(logged())],
    ] as const) {
      const path = join(hall.folder, name);
      await writeFile(path, (await gathered(lines)).join(''));
      expect(await gathered(readLog({ path }))).toEqual(cases);
    }
  });

  test('names nobody: no applicant, no officer, no number, nothing that was written', async () => {
    const xes = (await gathered(writeXes(logged()))).join('');
    for (const { id, name } of people) {
      expect(xes).not.toContain(name);
      expect(xes).not.toContain(`"${id}"`);
    }
    expect(xes).not.toContain(permit.number);
    expect(xes).not.toMatch(/\d{17}[\dX]|1[3-9]\d{9}(?!\d)|符合条件|同意/);
  });

  test('holds what was selected: an item, a department, days', async () => {
    const itemId = expertReview().itemId;
    expect((await gathered(logged({ itemId }))).map(({ id }) => id)).toEqual([other.caseId]);
    const today = instantAt(hall.today(), '00:00');
    expect((await gathered(logged({ from: today }))).map(({ id }) => id)).toEqual([other.caseId]);
    expect((await gathered(logged({ before: today }))).map(({ id }) => id)).toEqual([permit.caseId]);
    expect(await gathered(logged({ from: instantAt(addDays(hall.today(), 1), '00:00') }))).toEqual([]);
    expect(await gathered(logged({ authority: 'nobody' }))).toEqual([]);
  });
});
