import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { LogAnswer, RehearsalView } from '@yimen/contract';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { intake, proposed } from '../../test/cases.ts';
import { commandId, openHall, type TestHall } from '../../test/hall.ts';
import { importLog } from './import.ts';
import { NO_HALL } from './store.ts';
import { uploadLog } from './test/upload.ts';

const CSV = `case,activity,transition,timestamp,resource
1,受理,complete,2026-03-02T09:00:00+08:00,窗口
1,审查,start,2026-03-04T09:00:00+08:00,审查岗
1,审查,complete,2026-03-05T09:00:00+08:00,审查岗
1,决定,complete,2026-03-09T09:00:00+08:00,首席代表
2,受理,complete,2026-03-02T10:00:00+08:00,窗口
2,决定,complete,2026-03-03T10:00:00+08:00,首席代表
`;
const NAME = '旧系统 2026';
const REFORM = { limit: 5, newLimit: 2, dropped: [], merged: [], parallel: [], capped: {}, notCounted: [] };

let hall: TestHall;
beforeAll(async () => {
  hall = await openHall();
});
afterAll(() => hall.close());

const upload = (person: string, name: string, file: { readonly name: string; readonly bytes: Uint8Array }, more = '') =>
  uploadLog(hall, person, { name, file, more });

const csv = { name: 'old.csv', bytes: Buffer.from(CSV) };
const at = (name: string): string => `/desk/history/logs/${encodeURIComponent(name)}`;

/** The log once it was read. */
async function read(name: string): Promise<Extract<LogAnswer, { state: 'done' }>> {
  for (let tries = 0; tries < 200; tries += 1) {
    const answer = (await hall.as('yu.cha').get(at(name))).json<LogAnswer>();
    if (answer.state === 'done') return answer;
    await new Promise((resolve) => void setTimeout(resolve, 50));
  }
  throw new Error(`${name} is not read`);
}

describe('a log that is brought', () => {
  test('is taken whole, listed, and says what it holds', async () => {
    const done = await upload('yu.cha', NAME, { name: 'old.csv.gz', bytes: gzipSync(CSV) });
    expect(done.statusCode, done.body).toBe(200);
    expect((await hall.as('peng.zhi').get('/desk/history/logs')).json()).toMatchObject({
      logs: [{ name: NAME, calendar: 'cn', format: 'csv', counts: { cases: 2, events: 6, variants: 2 } }],
    });
    const { mined } = await read(NAME);
    expect(mined.variants).toMatchObject({
      all: 2,
      rows: [
        { path: ['受理', '决定'], count: 1 },
        { path: ['受理', '审查', '决定'], count: 1 },
      ],
    });
    expect(mined.arrows.rows.find(({ from }) => from === '审查')).toMatchObject({ to: '决定', count: 1 });
    expect(mined.hours[9]).toBe(3);
    expect(mined.labels).toEqual({});
  });

  test('is refused with its line, and nothing of it stays', async () => {
    const bad = await upload('yu.cha', 'bad', { name: 'bad.csv', bytes: Buffer.from(`${CSV}3,受理,complete,,窗口\n`) });
    expect(bad.statusCode).toBe(422);
    expect(bad.json()).toMatchObject({
      code: 'log_no_timestamp',
      field: 'file',
      words: { zh: '第 8 行：事件没有时间' },
    });
    const cut = await upload('yu.cha', 'bad', { name: 'bad.csv.gz', bytes: gzipSync(CSV).subarray(0, 60) });
    expect(cut.json()).toMatchObject({ code: 'log_truncated' });
    const other = await upload('yu.cha', 'bad', { name: 'bad.exe', bytes: csv.bytes });
    expect(other.json()).toMatchObject({ code: 'log_not_xes' });
    expect((await hall.as('yu.cha').get(at('bad'))).statusCode).toBe(404);
  });

  test('cannot take the place of another, and needs a zone where its times name none', async () => {
    expect((await upload('yu.cha', NAME, csv)).json()).toMatchObject({ code: 'log_name_taken', field: 'name' });
    const zoneless = { name: 'z.csv', bytes: Buffer.from(CSV.replaceAll('+08:00', '')) };
    expect((await upload('yu.cha', 'z', zoneless)).json()).toMatchObject({ code: 'log_no_zone' });
    const told = await upload('yu.cha', 'z', zoneless, `&zone=${encodeURIComponent('+08:00')}`);
    expect(told.statusCode, told.body).toBe(200);
  });

  test('is for those who answer for the hall, and is on record', async () => {
    expect((await upload('zhou.min', 'x', csv)).statusCode).toBe(403);
    expect((await upload('mu.lu', 'x', csv)).statusCode).toBe(403);
    expect((await hall.as('zhou.min').get('/desk/history/logs')).statusCode).toBe(403);
    expect((await hall.as('mu.lu').get('/desk/history/logs')).statusCode).toBe(200);
    const { entries } = await onRecord();
    expect(entries.map(({ type }) => type)).toEqual(['logImported', 'logImported']);
  });
});

async function onRecord() {
  const { rows } = await sql<{ type: string }>`select type from ledger.entries where stream = 'settings:history'
    order by revision`.execute(hall.shell.db);
  return { entries: rows };
}

describe('the hall’s own cases', () => {
  test('are a log of their own, with words for what happened and nobody’s name', async () => {
    const { caseId } = await intake(hall);
    await proposed(hall, caseId);
    const wish = { name: '本厅 2026', from: hall.today(), to: hall.today() };
    const done = await hall.as('peng.zhi').post('/desk/history/own', wish);
    expect(done.statusCode, done.body).toBe(200);
    expect(done.json()).toMatchObject({ name: '本厅 2026', format: 'ledger', calendar: 'cn', counts: { cases: 1 } });
    const { mined } = await read('本厅 2026');
    expect(mined.labels['caseAccepted']).toEqual({ zh: '受理', en: 'Accepted' });
    expect(mined.labels['step:examine']?.zh).toBe('环节 审核');
    expect(JSON.stringify(mined)).not.toContain('zhou.min');
  });

  test('can be those of one department, and are given away as a file that comes back the same', async () => {
    const other = { name: '别的部门', from: hall.today(), to: hall.today(), authority: 'shuili' };
    expect((await hall.as('peng.zhi').post('/desk/history/own', other)).json()).toMatchObject({
      code: 'log_no_events',
    });
    for (const form of ['xes', 'csv'] as const) {
      const file = await hall.as('peng.zhi').get(`${at('本厅 2026')}/files/${form}`);
      expect(file.headers['content-type']).toBe('application/gzip');
      const name = `回来 ${form}`;
      const again = await upload('yu.cha', name, { name: `own.${form}.gz`, bytes: file.rawPayload });
      expect(again.statusCode, again.body).toBe(200);
      const [kept, back] = [await read('本厅 2026'), await read(name)];
      expect(back.log.counts).toEqual(kept.log.counts);
      expect(back.mined.procedures).toEqual(kept.mined.procedures);
    }
    expect((await hall.as('mu.lu').get(`${at('本厅 2026')}/files/xes`)).statusCode).toBe(403);
  });

  test('of days without a case are no log', async () => {
    const none = { name: '空', from: '2020-01-01', to: '2020-01-31' };
    const refused = await hall.as('peng.zhi').post('/desk/history/own', none);
    expect(refused.json()).toMatchObject({ code: 'log_no_events', field: 'from' });
    const turned = await hall.as('peng.zhi').post('/desk/history/own', { ...none, from: '2020-02-01' });
    expect(turned.json()).toMatchObject({ code: 'invalid', fields: [{ field: 'to' }] });
  });
});

describe('a reform is rehearsed', () => {
  const wish = { commandId: commandId(), title: '审查环节取消', reform: { ...REFORM, dropped: ['审查'] } };

  test('on the published calendar, saved, and the same command answers the same', async () => {
    const first = await hall.as('mu.lu').post(`${at(NAME)}/rehearsals`, wish);
    expect(first.statusCode, first.body).toBe(200);
    // Case 1: Mon 2 to Mon 9 March are five working days, three of them until the examination was done.
    expect(first.json<RehearsalView>().result).toMatchObject({
      cases: 2,
      before: { late: 0, days: 6 },
      onlyLimit: { late: 1 },
      after: { late: 0, days: 3 },
      promised: 0.6,
      saved: 0.5,
    });
    const again = await hall.as('mu.lu').post(`${at(NAME)}/rehearsals`, wish);
    expect(again.json()).toEqual(first.json());
    const saved = await hall.as('yu.cha').get(`/desk/history/rehearsals/${wish.commandId}`);
    expect(saved.json()).toEqual(first.json());
    expect((await hall.as('yu.cha').get(`${at(NAME)}/rehearsals`)).json()).toMatchObject({
      rehearsals: [{ id: wish.commandId, title: '审查环节取消' }],
    });
    expect((await onRecord()).entries.filter(({ type }) => type === 'reformRehearsed')).toHaveLength(1);
  });

  test('and refused where a step is unknown, changed twice, or the command was another', async () => {
    const send = (reform: object, id = commandId()) =>
      hall.as('mu.lu').post(`${at(NAME)}/rehearsals`, { ...wish, commandId: id, reform: { ...REFORM, ...reform } });
    expect((await send({ dropped: ['审察'] })).json()).toMatchObject({ code: 'step_unknown', field: 'reform' });
    expect((await send({ dropped: ['审查'], notCounted: ['审查'] })).json()).toMatchObject({ code: 'step_twice' });
    expect((await send({}, wish.commandId)).json()).toMatchObject({ code: 'command_reused' });
    expect((await send({ merged: [['审查']] })).json()).toMatchObject({ code: 'invalid' });
    expect((await hall.as('mu.lu').post(`${at('nothing')}/rehearsals`, wish)).statusCode).toBe(404);
  });
});

test('a log of another hall, or of none, is not there', async () => {
  const { db, now } = hall.shell;
  const path = join(hall.folder, 'other.csv');
  await writeFile(path, CSV);
  for (const jurisdiction of ['511602', NO_HALL]) {
    const done = await importLog({ db, now, files: hall.parts.files }, { jurisdiction, name: '别处' }, { path });
    expect(done.ok).toBe(true);
  }
  expect((await hall.as('yu.cha').get(at('别处'))).statusCode).toBe(404);
  expect((await hall.as('yu.cha').get('/desk/history/logs')).body).not.toContain('别处');
});
