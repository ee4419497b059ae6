import type { Result } from '@yimen/kernel';
import { append, headOf, transact, type Head } from '../ledger/index.ts';
import type { Shell } from '../shell.ts';

/** Something that changes no case and is on record all the same: who looked, took away, was refused or set something. */
export interface Audited {
  readonly jurisdiction: string;
  /** Streams of their own, so that no act on a case waits for them. */
  readonly stream: `access:${string}` | `denied:${string}` | `settings:${string}`;
  readonly type:
    'fieldRevealed' | 'caseFileExported' | 'paperAskedAgain' | 'fileDownloaded' | 'accessDenied' | 'keysRotated';
  readonly actor: object;
  /** The address it came from, or `command line`. */
  readonly from: string;
  readonly body: object;
}

type AuditShell = Pick<Shell, 'db' | 'newId'> & { readonly now: Shell['realNow'] };

const TRIES = 8;

/**
 * Appends one entry of the ledger, by the machine's clock. What is to be recorded must be: it throws when it could not be,
 * and whoever calls it gives nothing away before it has returned.
 */
export async function recordAudit(shell: AuditShell, { jurisdiction, stream, type, ...said }: Audited): Promise<void> {
  const { actor, from, body } = said;
  const stamp = { at: shell.now(), actor, commandId: shell.newId() };
  const name = { jurisdiction, stream };
  for (let tries = 1; tries <= TRIES; tries += 1) {
    const done = await transact(shell.db, async (tx): Promise<Result<Head, 'stale'>> => {
      const after = await headOf(tx, name);
      return append(tx, { ...name, after, entries: [{ type, body: { ...body, from } }], stamp });
    });
    if (done.ok) return;
  }
  throw new Error(`${type} could not be recorded`);
}
