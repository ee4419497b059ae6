import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { createLog, createServerLog } from './index.ts';

test('a line never carries a password or the name of a person, whoever logs it', () => {
  const lines: string[] = [];
  const log = createLog('info', { write: (line) => lines.push(line) });
  log.info(
    { applicant: { name: '王大明' }, password: 'secret', account: { phone: '13800000000' }, caseId: 'c1' },
    'filed',
  );
  expect(lines.join('')).toContain('"caseId":"c1"');
  for (const secret of ['王大明', 'secret', '13800000000']) expect(lines.join('')).not.toContain(secret);
});

test('a server keeps its log in a file that grows', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'yimen-log-'));
  for (const n of [1, 2]) createServerLog('info', join(folder, 'log')).info({ n }, 'started');
  const lines = (await readFile(join(folder, 'log', 'yimen.log'), 'utf8')).trimEnd().split('\n');
  expect(lines.map((line) => (JSON.parse(line) as { n: number }).n)).toEqual([1, 2]);
  await rm(folder, { recursive: true });
});
