import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { playwrightCounts, vitestCounts } from './results.ts';

let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'yimen-results-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function reportOf(content: unknown): Promise<string> {
  const path = join(folder, 'report.json');
  await writeFile(path, JSON.stringify(content));
  return path;
}

const file = (status: string, ...results: readonly (readonly [string, string])[]) => ({
  name: 'a.test.ts',
  status,
  assertionResults: results.map(([fullName, result]) => ({ fullName, status: result })),
});

test('vitest’s tests are counted, and what was skipped is named', async () => {
  const path = await reportOf({
    testResults: [
      file('failed', ['one', 'passed'], ['two', 'failed']),
      file('passed', ['three', 'skipped'], ['four', 'todo']),
    ],
  });
  expect(vitestCounts(path)).toEqual({ passed: 1, failed: 1, skipped: ['three', 'four'] });
});

test('a test file that could not be loaded is a failure', async () => {
  const path = await reportOf({ testResults: [file('failed'), file('passed', ['one', 'passed'])] });
  expect(vitestCounts(path)).toEqual({ passed: 1, failed: 1, skipped: [] });
});

test('Playwright’s tests are counted through all suites; one that needed a second try is a failure', async () => {
  const spec = (title: string, status: string) => ({ title, tests: [{ status }] });
  const path = await reportOf({
    suites: [
      {
        title: 'case.spec.ts',
        specs: [spec('files', 'expected')],
        suites: [
          { title: 'deep', specs: [spec('flaps', 'flaky'), spec('waits', 'skipped'), spec('breaks', 'unexpected')] },
        ],
      },
    ],
    errors: [],
  });
  expect(playwrightCounts(path)).toEqual({ passed: 1, failed: 2, skipped: ['deep › waits'] });
});

test('an error outside any test is a failure', async () => {
  expect(playwrightCounts(await reportOf({ suites: [], errors: [{ message: 'no server' }] }))).toMatchObject({
    failed: 1,
  });
});

test('a report that was not written is not an empty one', async () => {
  expect(vitestCounts(join(folder, 'nowhere.json'))).toBeUndefined();
  expect(playwrightCounts(await reportOf({ something: 'else' }))).toBeUndefined();
});
