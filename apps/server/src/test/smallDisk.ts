import { execFileSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { closeSync, openSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Puts a disk of this size (as `mount` writes it: 256k, 700m) at a folder that exists. */
export function mountSmall(at: string, size: string): void {
  execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${size}`, 'tmpfs', at], { stdio: 'ignore' });
}

export function unmount(at: string): void {
  execFileSync('umount', [at], { stdio: 'ignore' });
}

/** Tried, because root in a container may not either. */
export function canMount(): boolean {
  const at = join(tmpdir(), `yimen-mount-${randomUUID()}`);
  execFileSync('mkdir', [at]);
  try {
    mountSmall(at, '64k');
    unmount(at);
    return true;
  } catch {
    return false;
  } finally {
    execFileSync('rmdir', [at]);
  }
}

/** Writes into a file until the disk takes nothing more. */
export function fillDisk(path: string): void {
  const file = openSync(path, 'w');
  try {
    for (const bytes of [1_048_576, 4096, 1]) writeUntilFull(file, Buffer.alloc(bytes));
  } finally {
    closeSync(file);
  }
}

function writeUntilFull(file: number, chunk: Buffer): void {
  try {
    while (writeSync(file, chunk) > 0);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ENOSPC')) throw error;
  }
}
