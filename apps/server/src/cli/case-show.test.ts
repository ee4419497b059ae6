import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { markAsDemo } from '../demo/clock.ts';
import { intake } from '../test/cases.ts';
import { openHall, type TestHall } from '../test/hall.ts';

const main = fileURLToPath(new URL('main.ts', import.meta.url));
let hall: TestHall;
beforeAll(async () => {
  hall = await openHall();
});
afterAll(() => hall.close());

function yimen(
  ...args: readonly string[]
): Promise<{ readonly code: number | null; readonly out: string; readonly err: string }> {
  return new Promise((resolve, reject) => {
    const env = { DATABASE_URL: hall.adminConnectionString, LOG_LEVEL: 'error', PATH: '' };
    const child = spawn(process.execPath, [main, ...args], { env });
    let [out, err] = ['', ''];
    child.stdout.on('data', (data: Buffer) => (out += data.toString()));
    child.stderr.on('data', (data: Buffer) => (err += data.toString()));
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, out, err }));
  });
}

describe('yimen case show', () => {
  test('shows stage, clocks, entries and papers, in words and as JSON, and nothing of the applicant', async () => {
    const { number } = await intake(hall);
    const told = await yimen('case', 'show', number.replaceAll('-', ''), '--json');
    expect(told.code, told.err).toBe(0);
    expect(JSON.parse(told.out)).toMatchObject({ number, stage: 'examining', jurisdiction: '410500', revision: 4 });
    const words = await yimen('case', 'show', number);
    expect(words.out).toContain('建筑工程施工许可证核发');
    expect(words.out).toContain('法定办结时限  2026-03-11');
    expect(words.out).not.toContain('9900');
  });

  test('refuses a number nobody gave, and says that one is mistyped', async () => {
    expect((await yimen('case', 'show', '260302-00099-8')).code).toBeGreaterThan(0);
    expect((await yimen('case', 'show', '260302-00001-0')).code).toBe(2);
  });
});

describe('yimen demo advance', () => {
  test('refuses a hall that is no demonstration, and moves one that is', async () => {
    const refused = await yimen('demo', 'advance', '--days', '6', '--json');
    expect(refused).toMatchObject({ code: 1, out: '{"error":{"code":"not_a_demonstration"}}\n' });
    await markAsDemo(hall.shell.db, hall.shell.now());
    const moved = await yimen('demo', 'advance', '--days', '6', '--json');
    expect(moved.code, moved.err).toBe(0);
    expect(JSON.parse(moved.out)).toMatchObject({ today: expect.stringMatching(/^\d{4}-\d\d-\d\d$/) as string });
    expect((await yimen('demo', 'advance', '--days', '0')).code).toBe(2);
  });
});
