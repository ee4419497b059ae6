import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ChangeBulletins, ChangeStatistics } from '@yimen/contract';
import { calendarOf, shippedNotices } from '@yimen/core/calendar';
import { writePath, type ChangeFact } from '@yimen/core/catalogue';
import { day, type Day } from '@yimen/kernel';
import ExcelJS from 'exceljs';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { popplerTool, testName } from '../../../platform/documents/testing/poppler.ts';
import { issueBulletins } from './bulletins.ts';
import { changesOf, desk, opinion, people, promised, wish } from '../../../test/changes.ts';
import { openHall, type TestHall } from '../../../test/hall.ts';

let hall: TestHall;
const pdftotext = popplerTool('pdftotext');
const { read, act, draft, apply, minutes, through, publish } = changesOf(() => hall);

/** One published after a return, one not agreed to, one withdrawn, on different days. */
beforeAll(async () => {
  hall = await openHall();
  await draft('water', 'water-abstraction', promised(12));
  const water = wish({ lines: [{ itemId: 'water-abstraction', act: 'revise' }] });
  const first = await apply('water', water);
  hall.at('2026-03-04');
  await act('reform', first, { type: 'return', step: 'transfer', to: 'application', reason: '依据不全' });
  hall.at('2026-03-09');
  await act('water', first, { type: 'resubmit', wish: water });
  await draft('head', 'real-estate-registration', (content) => writePath(content, 'fees', []));
  const lines = [{ itemId: 'real-estate-registration', act: 'revise' as const }];
  const second = await apply('head', wish({ trigger: 'lawAmended', lines }));
  hall.at('2026-03-12');
  await through(first);
  await act('reform', second, { type: 'transfer', opinion });
  await act('legal', second, { type: 'review', step: 'legalReview', opinion });
  hall.at('2026-03-27');
  await publish(first, day('2026-04-01'));
  await act('staffing', second, { type: 'review', step: 'staffingReview', opinion });
  await act('pricing', second, { type: 'review', step: 'feeReview', opinion });
  await act('group', second, { type: 'reject', opinion: '暂不调整', minutes: await minutes() });
  const rest = [{ itemId: 'planning-permit', act: 'suspend' as const }];
  const third = await apply('head', wish({ kind: 'suspend', trigger: 'pilot', lines: rest }));
  hall.at('2026-04-02');
  await act('head', third, { type: 'withdraw', reason: '试点取消' });
}, 120_000);
afterAll(() => hall.close());

describe('每月28日前统计', () => {
  /** From the entries of the ledger alone. */
  async function recount(from: Day, asOf: Day) {
    const { rows } = await sql<{ stream: string; type: ChangeFact['type']; body: ChangeFact }>`select stream, type, body
      from ledger.entries where stream like 'change/%' order by stream, revision`.execute(hall.shell.db);
    const facts = rows.map(({ stream, type, body }) => ({ ...body, type, stream })).filter(({ on }) => on <= asOf);
    const within = facts.filter(({ on }) => on >= from);
    const many = (type: ChangeFact['type']): number => within.filter((fact) => fact.type === type).length;
    const ends = new Set(['changeRejected', 'changeWithdrawn', 'changePublished']);
    const closed = new Set(facts.filter(({ type }) => ends.has(type)).map(({ stream }) => stream));
    const inHand = new Set(facts.map(({ stream }) => stream).filter((stream) => !closed.has(stream))).size;
    const legal = within.filter(({ step }) => step === 'legalReview');
    return {
      applied: many('changeApplied'),
      published: many('changePublished'),
      rejected: many('changeRejected'),
      withdrawn: many('changeWithdrawn'),
      returned: many('changeReturned'),
      inHand,
      legal: { finished: legal.length, days: legal.reduce((sum, { days }) => sum + days, 0) },
    };
  }
  const asked = (query: string) => read('reform', `${desk}/changes/statistics${query}`, ChangeStatistics);

  test.each(['2026-03-02', '2026-03-12', '2026-03-19', '2026-03-28', '2026-04-02'])(
    'as of %s the figures are those of the ledger',
    async (asOf) => {
      const statistics = await asked(`?asOf=${asOf}&from=2026-03-01`);
      const { legal, ...total } = await recount(day('2026-03-01'), day(asOf));
      expect(statistics.total).toMatchObject(total);
      expect(statistics.steps.find(({ step }) => step === 'legalReview')).toMatchObject(legal);
      for (const lines of [statistics.departments, statistics.kinds, statistics.triggers])
        expect(lines.reduce((sum, { applied }) => sum + applied, 0)).toBe(total.applied);
    },
  );

  test('the days of a step are working days of the hall’s calendar, and what waits too long is told', async () => {
    hall.at('2026-04-03');
    await draft('head', 'planning-permit', promised(5));
    await apply('head', wish({ lines: [{ itemId: 'planning-permit', act: 'revise' }] }));
    const due = calendarOf(shippedNotices).workingDayAfter(day('2026-04-03'), 3);
    hall.at('2026-05-06');
    const late = await asked('');
    expect(late).toMatchObject({ asOf: '2026-05-06', from: '2026-04-29' });
    expect(late.total).toMatchObject({ applied: 0, inHand: 1, overdue: 1 });
    expect(late.steps.find(({ step }) => step === 'transfer')).toMatchObject({ waiting: 1, overdue: 1 });
    expect((await asked(`?asOf=${due}`)).total.overdue).toBe(0);
  });

  test('the workbook says the same', async () => {
    const at = `${desk}/changes/statistics`;
    const query = '?asOf=2026-04-28&from=2026-03-01';
    const { total } = await asked(query);
    const xlsx = await hall.as(people.reform).get(`${at}.xlsx${query}`);
    const workbook = new ExcelJS.Workbook();
    await workbook.xlsx.load(new Uint8Array(xlsx.rawPayload).buffer);
    expect(workbook.worksheets.map(({ name }) => name)).toEqual(['按单位', '按调整类型', '按依据', '各环节用时']);
    const sheet = workbook.getWorksheet('按单位');
    expect(sheet?.lastRow?.getCell(2).value).toBe(total.applied);
  });

  test(testName('pdftotext', pdftotext, 'the bulletin says it on paper'), async () => {
    const query = '?asOf=2026-04-28&from=2026-03-01';
    const { total } = await asked(query);
    const pdf = await hall.as(people.reform).get(`${desk}/changes/statistics.pdf${query}`);
    expect(pdf.rawPayload.subarray(0, 4).toString()).toBe('%PDF');
    const path = join(hall.folder, 'bulletin.pdf');
    await writeFile(path, pdf.rawPayload);
    const text = pdftotext?.(path, '-').replaceAll(/\s/g, '');
    if (text !== undefined) expect(text).toContain(`申请${String(total.applied)}件，公布${String(total.published)}件`);
  });

  test('每月28日: each 28th that is over is told once, with an entry of the same figures', async () => {
    expect((await asked('?asOf=2026-03-28')).issuedAt).toBeUndefined();
    expect(await issueBulletins(hall.worlds.changes)).toBe(2);
    expect(await issueBulletins(hall.worlds.changes)).toBe(0);
    const { issuedAt, ...told } = await asked('?asOf=2026-03-28');
    const { rows } = await read('reform', `${desk}/changes/statistics/bulletins`, ChangeBulletins);
    expect(rows).toMatchObject([
      { from: '2026-03-29', asOf: '2026-04-28' },
      { from: '2026-03-01', asOf: '2026-03-28', issuedAt, applied: told.total.applied },
    ]);
    const entries = await sql<{ body: object }>`select body from ledger.entries
      where stream = 'changeBulletins' order by revision`.execute(hall.shell.db);
    expect(entries.rows.map(({ body }) => body)[0]).toEqual(told);
    // Another period than the one told is counted, not taken from the bulletin.
    expect((await asked('?asOf=2026-03-28&from=2026-03-10')).issuedAt).toBeUndefined();
    hall.at('2026-05-28');
    expect(await issueBulletins(hall.worlds.changes)).toBe(0);
    hall.at('2026-05-29');
    expect(await issueBulletins(hall.worlds.changes)).toBe(1);
  });
});
