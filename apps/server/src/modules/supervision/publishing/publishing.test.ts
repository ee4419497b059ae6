import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import {
  FiguresAnswer,
  Problem,
  Publications,
  PublicPerformance,
  PublicRows,
  Report,
  ReportList,
} from '@yimen/contract';
import ExcelJS from 'exceljs';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { popplerTool, testName } from '../../../platform/documents/testing/poppler.ts';
import { act, cast, proposed } from '../../../test/cases.ts';
import { commandId, intakeCommands, openHall, type TestHall } from '../../../test/hall.ts';
import { lookAtCards, makeReports } from '../index.ts';

const pdftotext = popplerTool('pdftotext');
const OPEN = '/open/halls/410500/performance';
let hall: TestHall;
const cases: string[] = [];
const refusal = {
  type: 'proposeDecision',
  outcome: 'refuse',
  facts: '资金未落实',
  basis: '《建筑法》第八条',
  conditions: [],
  reason: '未提交满足施工需要的资金安排证明',
  remedies: { reconsiderationBody: '安阳市人民政府', court: '安阳市文峰区人民法院' },
} as const;

/** March 2026 has no holiday: four permits granted in different times, one after a correction, one late, one refused. */
beforeAll(async () => {
  hall = await openHall();
  hall.at('2026-03-02');
  const [first, second, late] = [await begun(), await begun(), await begun()];
  hall.at('2026-03-03');
  const corrected = await begun('receive');
  await decide(first, '2026-03-04');
  await decide(second, '2026-03-06');
  const [file] = intakeCommands('construction-permit');
  const materials = file?.type === 'file' ? file.materials.slice(0, 1) : [];
  const defects = materials.map(({ requirementId }) => ({ requirementId, defect: '缺页', standard: '补齐' }));
  await act(hall, cast.clerk, corrected, { type: 'notifyCorrection', defects, contact: '周敏' });
  hall.at('2026-03-12');
  const delivered = { type: 'deliverCorrection', materials, complete: true } as const;
  await act(hall, cast.clerk, corrected, delivered, { type: 'accept' });
  await decide(corrected, '2026-03-16');
  hall.at('2026-03-25');
  const refused = await begun();
  await decide(refused, '2026-03-27', refusal);
  await decide(late, '2026-03-30');
}, 120_000);
afterAll(() => hall.close());

async function look(): Promise<void> {
  while ((await lookAtCards(hall.supervision)) > 0);
}
async function begun(upTo: 'accept' | 'receive' = 'accept'): Promise<string> {
  const commands = intakeCommands('construction-permit').slice(0, upTo === 'accept' ? 3 : 2);
  const opened = await hall.as(cast.clerk).post('/desk/cases', { commandId: commandId(), commands });
  expect(opened.statusCode, opened.body).toBe(201);
  return opened.json<{ caseId: string }>().caseId;
}
async function decide(caseId: string, on: string, decision?: Parameters<typeof proposed>[2]): Promise<void> {
  cases.push(caseId);
  hall.at(on);
  await look();
  await proposed(hall, caseId, decision);
  await act(hall, cast.chief, caseId, { type: 'sign', opinion: '同意' });
  await look();
}
async function performance(month = '2026-03'): Promise<PublicPerformance> {
  const response = await hall.anybody().get(`${OPEN}?month=${month}`);
  expect(response.statusCode, response.body).toBe(200);
  return PublicPerformance.parse(response.json());
}
async function rows(query = ''): Promise<PublicRows> {
  return PublicRows.parse((await hall.anybody().get(`${OPEN}/rows?month=2026-03${query}`)).json());
}

/** Weekdays after one day up to another: in March 2026 every weekday is worked. */
const weekdays = (from: string, to: string) => sql`(select count(*)::int from
  generate_series(${sql.raw(from)}::date + 1, ${sql.raw(to)}::date, interval '1 day') d where extract(isodow from d) < 6)`;

interface Own {
  readonly days: number;
  readonly waited: number;
}
/** From the entries alone, by SQL that shares nothing with the page. */
async function ownTimes(): Promise<readonly Own[]> {
  const { rows: found } = await sql<Own>`
    with told as (select stream,
        max(body->>'receivedOn') filter (where type = 'applicationReceived') as received,
        max(body->>'decidedOn') filter (where type = 'decisionSigned') as decided,
        max((at at time zone 'Asia/Shanghai')::date::text) filter (where type = 'correctionNotified') as notified,
        max((at at time zone 'Asia/Shanghai')::date::text) filter (where type = 'correctionDelivered') as delivered
      from ledger.entries where stream like 'case:%' group by stream),
    spans as (select ${weekdays('received', 'decided')} as whole,
        coalesce(${weekdays('notified', 'delivered')}, 0) as waited from told where decided is not null)
    select whole - waited as days, waited from spans order by 1`.execute(hall.shell.db);
  return found;
}
/** The smallest value at or below which at least this share lies. */
const at = (sorted: readonly number[], share: number): number | undefined =>
  sorted[Math.ceil(sorted.length * share) - 1];

describe('办理时长公开', () => {
  test('median and ninth tenth are what the ledger gives by the test’s own SQL, the wait for the applicant apart', async () => {
    const { total, items, departments } = await performance();
    const own = await ownTimes();
    const days = own.map((one) => one.days);
    expect(days).toEqual([2, 2, 4, 5, 20]);
    expect(total.real).toEqual({ cases: 5, median: at(days, 0.5), ninth: at(days, 0.9) });
    const waited = own.map((one) => one.waited).filter((one) => one > 0);
    expect(waited).toEqual([4]);
    expect(total.waited).toEqual({ cases: 1, median: 4, ninth: 4 });
    expect(items.map(({ id, real }) => [id, real])).toEqual([['construction-permit', total.real]]);
    expect(departments.map(({ id, real }) => [id, real])).toEqual([['zhujian', total.real]]);
  });
  test('the numbers are those of the board', async () => {
    const { total, departments } = await performance();
    const response = await hall.as(cast.supervisor).get('/desk/supervision/figures?from=2026-03-01&to=2026-03-31');
    const { figures } = FiguresAnswer.parse(response.json());
    const value = (key: string) => figures.find((figure) => figure.key === key)?.value;
    expect(total.late).toBe(1);
    for (const key of ['decided', 'late', 'yellows', 'reds', 'upheld'] as const) expect(total[key]).toBe(value(key));
    expect(total.onTime).toBe(value('onTimeRate'));
    expect(departments[0]).toMatchObject({ decided: total.decided, yellows: total.yellows });
  });
  test('a month nobody decided in says so, a hall nobody knows is none', async () => {
    const { total, departments, items } = await performance('2025-01');
    expect(total).toMatchObject({ decided: 0, onTime: null, real: { median: null } });
    expect([departments, items]).toEqual([[], []]);
    expect((await hall.anybody().get('/open/halls/999999/performance')).statusCode).toBe(404);
  });
});

describe('行政许可法第四十条：准予的决定公众有权查阅', () => {
  test('every number opens its rows, and says of those not shown why', async () => {
    hall.at('2026-04-01');
    const all = await rows();
    expect(all).toMatchObject({ total: 5, shown: 3, inWindow: 1, notGranted: 1, keptBack: 0 });
    expect(all.total).toBe((await performance()).total.decided);
    expect(all.rows).toHaveLength(3);
    const late = await rows('&figure=late');
    expect(late).toMatchObject({ total: 1, shown: 0, inWindow: 1 });
    expect(await rows('&department=nobody')).toMatchObject({ total: 0, rows: [] });
    expect(await rows('&item=construction-permit')).toMatchObject({ total: 5, of: '建筑工程施工许可证核发' });
  });
  test('names are masked and a refusal names nobody', async () => {
    const { decisions } = await performance();
    const { rows: listed } = await rows();
    expect(decisions.map(({ applicant }) => applicant)).toEqual(listed.map(({ applicant }) => applicant));
    for (const { applicant } of listed) expect(applicant).toMatch(/^.{1,2}\*+/);
  });
  test('a department keeps back a decision with ground and reason, in time and once; the number stays', async () => {
    const [, , , refused = '', last = ''] = cases;
    const object = (person: string, caseId: string, reason = '附图涉及商业秘密') =>
      hall.as(person).post('/desk/supervision/publications/objections', {
        commandId: commandId(),
        caseId,
        ground: 'tradeSecret',
        reason,
      });
    expect((await object(cast.clerk, last)).statusCode).toBe(403);
    expect((await object('jiang.tao', last)).statusCode).toBe(404);
    const code = async (...asked: Parameters<typeof object>) => Problem.parse((await object(...asked)).json()).code;
    expect(await code(cast.head, cases[0] ?? '')).toBe('objection_over');
    expect(await code(cast.head, refused)).toBe('objection_not_granted');
    expect(await code(cast.head, last, ' ')).toBe('objection_reason_missing');
    expect((await object(cast.head, last)).statusCode).toBe(204);
    expect(await code(cast.head, last)).toBe('objection_twice');
    const seen = Publications.parse((await hall.as(cast.head).get('/desk/supervision/publications')).json());
    expect(seen.rows.find(({ caseId }) => caseId === last)).toMatchObject({
      open: false,
      objection: { reason: '附图涉及商业秘密', by: '高钧' },
    });
    hall.at('2026-04-20');
    expect(await rows()).toMatchObject({ total: 5, shown: 3, inWindow: 0, keptBack: 1, notGranted: 1 });
  });
});

describe('日清、周结、月报', () => {
  async function report(kind: string, on: string): Promise<Report> {
    const response = await hall.as(cast.supervisor).get(`/desk/supervision/reports/${kind}?on=${on}`);
    expect(response.statusCode, response.body).toBe(200);
    return Report.parse(response.json());
  }
  const value = ({ total }: Report, key: string) => total.find((figure) => figure.key === key)?.value;

  test('each is made once when its period is over, with an entry, and stays as it was told', async () => {
    hall.at('2026-04-01', '00:05');
    expect(await makeReports(hall.supervision)).toBe(3);
    expect(await makeReports(hall.supervision)).toBe(0);
    hall.at('2026-04-07', '00:05');
    expect(await makeReports(hall.supervision)).toBe(4);
    const list = ReportList.parse((await hall.as(cast.supervisor).get('/desk/supervision/reports')).json());
    expect(list.rows.map(({ kind, to }) => `${kind} ${to}`)).toEqual([
      'weekly 2026-04-05',
      'daily 2026-04-03',
      'daily 2026-04-02',
      'daily 2026-04-01',
      'daily 2026-03-31',
      'monthly 2026-03-31',
      'weekly 2026-03-29',
    ]);
    const { rows: entries } = await sql`select from ledger.entries where type = 'reportMade'`.execute(hall.shell.db);
    expect(entries).toHaveLength(7);
    hall.at('2026-04-20');
    expect(await report('monthly', '2026-03-10')).toMatchObject({ madeAt: '2026-03-31T16:05:00.000Z', running: false });
    expect(await report('monthly', '2026-04-20')).toMatchObject({ from: '2026-04-01', running: true });
  });
  test('its figures are the board’s, of the hall and of each department', async () => {
    const bulletin = await report('monthly', '2026-03-10');
    const response = await hall.as(cast.supervisor).get('/desk/supervision/figures?from=2026-03-01&to=2026-03-31');
    expect(bulletin.total).toEqual(FiguresAnswer.parse(response.json()).figures);
    expect(bulletin.departments.map(({ authority }) => authority)).toEqual(['zhujian']);
    const week = await report('weekly', '2026-03-04');
    expect([value(week, 'received'), value(week, 'decided')]).toEqual([4, 2]);
    expect(value(await report('daily', '2026-03-16'), 'decided')).toBe(1);
  });
  test('the workbook says the same', async () => {
    const bulletin = await report('monthly', '2026-03-10');
    const response = await hall.as(cast.supervisor).get('/desk/supervision/reports/monthly/workbook?on=2026-03-10');
    const workbook = new ExcelJS.Workbook();
    await workbook.xlsx.load(new Uint8Array(response.rawPayload).buffer);
    expect(workbook.worksheets.map(({ name }) => name)).toEqual(['全厅指标', '各部门情况', '在办情况', '口径']);
    expect(workbook.getWorksheet('全厅指标')?.getRow(5).values).toEqual([
      undefined,
      '办结',
      value(bulletin, 'decided'),
    ]);
    const formulas = workbook.getWorksheet('口径')?.getRow(8).values;
    expect(formulas).toEqual([undefined, '按时办结率', 1, 5, '1 −（超期办结 ÷ 办结）']);
  });
  test(testName('pdftotext', pdftotext, 'the bulletin says it on paper'), async () => {
    const response = await hall.as(cast.supervisor).get('/desk/supervision/reports/monthly/paper?on=2026-03-10');
    const path = join(hall.folder, 'monthly.pdf');
    await writeFile(path, response.rawPayload);
    const text = pdftotext?.(path, '-').replaceAll(/\s/g, '');
    if (text !== undefined) expect(text).toContain('办结5件，其中超期1件，按时办结率80.0%');
  });
  test('a department’s head reads the figures of the department on the board, not the reports of the hall', async () => {
    expect((await hall.as(cast.head).get('/desk/supervision/reports')).statusCode).toBe(403);
    expect((await hall.anybody().get('/desk/supervision/reports/daily')).statusCode).toBe(401);
  });
});
