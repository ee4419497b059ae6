import { instant } from '@yimen/kernel';
import { connect } from '../../database/index.ts';
import { append, openStream, transact } from '../index.ts';

/**
 * Appends as fast as it can until it is killed, saying on standard output what it was told was done: the writer of
 * crash.test.ts. Arguments: connection, stream, the first number to write.
 */
const [connectionString = '', stream = '', first = '0'] = process.argv.slice(2);
const { kysely: db } = connect<unknown>({ connectionString, applicationName: 'ledger writer', max: 1 });
const name = { jurisdiction: '410500', stream };

for (let n = Number(first); ; n += 1) {
  const commandId = `command-${String(n)}`;
  const request = { n };
  const opened = await openStream(db, { ...name, commandId, request });
  if (!opened.ok) throw new Error(opened.error);
  if (opened.value.answered === undefined) {
    const { head } = opened.value;
    const answer = { revision: head.revision + 1 };
    const stamp = { at: instant('2026-03-02T01:00:00.000Z'), actor: { kind: 'system', name: 'writer' }, commandId };
    const entries = [{ type: 'written', body: request }];
    const done = await transact(db, (tx) =>
      append(tx, { ...name, after: head, entries, stamp, remember: { request, answer } }),
    );
    if (!done.ok) throw new Error(done.error);
  }
  process.stdout.write(`${String(n)}\n`);
}
