import { spawn } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openHall, type TestHall } from '../test/hall.ts';

const main = fileURLToPath(new URL('main.ts', import.meta.url));
let hall: TestHall;
let folder: string;
beforeAll(async () => {
  hall = await openHall();
  folder = await mkdtemp(join(tmpdir(), 'yimen-history-'));
});
afterAll(async () => {
  await hall.close();
  await rm(folder, { recursive: true });
});

function history(
  ...args: readonly string[]
): Promise<{ readonly code: number | null; readonly out: string; readonly err: string }> {
  return new Promise((resolve, reject) => {
    const env = { DATABASE_URL: hall.adminConnectionString, LOG_LEVEL: 'error', PATH: '' };
    const child = spawn(process.execPath, [main, 'history', ...args, '--data', folder], { env });
    let [out, err] = ['', ''];
    child.stdout.on('data', (data: Buffer) => (out += data.toString()));
    child.stderr.on('data', (data: Buffer) => (err += data.toString()));
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, out, err }));
  });
}

async function file(name: string, content: string): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, content);
  return path;
}

const csv = `办件编号,环节,状态,时间,岗位
1,受理,complete,2024-03-01 09:00+08:00,窗口
1,审查,start,2024-03-04 09:00+08:00,审查岗
1,审查,complete,2024-03-04 17:00+08:00,审查岗
1,决定,complete,2024-03-05 09:00+08:00,审批岗
2,受理,complete,2024-03-01 10:00+08:00,窗口
2,决定,complete,2024-03-01 11:00+08:00,审批岗
`;

// Every line starts the command anew.
describe('yimen history', { timeout: 90_000 }, () => {
  test('imports a log, lists it and says what it says', async () => {
    const done = await history('import', await file('hall.csv', csv), '--as', '旧系统', '--json');
    expect(done.code, done.err).toBe(0);
    expect(JSON.parse(done.out)).toMatchObject({
      name: '旧系统',
      calendar: 'cn',
      counts: { cases: 2, events: 6, variants: 2 },
    });
    expect((await history('list')).out).toContain('旧系统');
    const shown = await history('show', '旧系统', '--variants', '--map', '--waiting', '--rework', '--people');
    expect(shown.code, shown.err).toBe(0);
    expect(shown.out).toContain('受理 → 审查 → 决定');
    expect(shown.out).toContain('3.0 天 d');
  });

  test('leaves nothing of a log that it refuses', async () => {
    const bad = await history('import', await file('bad.csv', `${csv}3,受理,complete,,窗口\n`));
    expect(bad).toMatchObject({ code: 1, out: '' });
    expect(bad.err).toContain('第 8 行 line 8: 事件没有时间');
    expect((await history('list', '--json')).out).not.toContain('bad');
    expect((await history('import', join(folder, 'none.xes'))).code).toBe(1);
  });

  test('keeps the first of two logs of one name, and refuses settings that mean nothing', async () => {
    const path = await file('hall.csv', csv);
    expect((await history('import', path, '--as', '旧系统')).err).toContain('已有同名');
    for (const wrong of [
      ['--zone', 'Beijing'],
      ['--encoding', 'big5'],
      ['--max-mb', '-1'],
    ]) {
      expect((await history('import', path, ...wrong)).code).toBe(2);
    }
  });

  test('rehearses a reform, with what it takes for granted, and refuses a step the log does not have', async () => {
    await history('import', await file('hall.csv', csv), '--as', '旧系统');
    const done = await history('rehearse', '旧系统', '--limit', '2', '--new-limit', '1', '--drop', '审查');
    expect(done.code, done.err).toBe(0);
    expect(done.out).toContain('用时提速率 days saved: 50.0%');
    expect(done.out).toContain('《民法典》第二百零一条');
    expect((await history('rehearse', '旧系统', '--limit', '2', '--drop', '审察')).code).toBe(2);
  });

  test('exports the hall’s own cases', async () => {
    const path = join(folder, 'own.xes.gz');
    const done = await history('export', path, '--hall', '410500', '--json');
    expect(done.code, done.err).toBe(0);
    expect(JSON.parse(done.out)).toEqual({ file: path, cases: 0 });
  });
});
