import { expect, test } from 'vitest';
import { createLog } from './index.ts';

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
