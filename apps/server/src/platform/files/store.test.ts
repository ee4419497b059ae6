import { chmod, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sha256 } from '../crypto/local.ts';
import { createLocalFiles, DamagedFile, type FileStore } from './store.ts';

describe('the file store', () => {
  let folder = '';
  let files: FileStore;
  const bytes = new TextEncoder().encode('准予行政许可决定书');
  const pathOf = (name: string): string => join(folder, name.slice(0, 2), name.slice(2, 4), name);

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'yimen-files-'));
    files = createLocalFiles({ folder, crypto: { sha256 } });
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  it('names a file by its content and gives back the same bytes', async () => {
    const name = await files.put(bytes);
    expect(name).toBe(sha256(bytes));
    expect(await files.get(name)).toEqual(bytes);
    expect(await files.exists(name)).toBe(true);
  });

  it('keeps the same bytes once, whoever brings them, even at the same moment', async () => {
    const names = await Promise.all(Array.from({ length: 8 }, () => files.put(bytes)));
    expect(new Set(names).size).toBe(1);
    const [name = ''] = names;
    expect(await readdir(join(folder, name.slice(0, 2), name.slice(2, 4)))).toEqual([name]);
  });

  it('says when a file is no longer what was stored, and takes the true bytes again', async () => {
    const name = await files.put(bytes);
    await chmod(pathOf(name), 0o640);
    await writeFile(pathOf(name), '不予行政许可决定书');
    await expect(files.get(name)).rejects.toThrow(DamagedFile);
    await files.put(bytes);
    expect(await files.get(name)).toEqual(bytes);
  });

  it('has nothing under a name never put, and refuses names that are no digest', async () => {
    expect(await files.get('0'.repeat(64))).toBeNull();
    expect(await files.exists('0'.repeat(64))).toBe(false);
    await expect(files.get('../../etc/passwd')).rejects.toThrow(RangeError);
  });

  it('keeps an empty file too', async () => {
    expect(await files.get(await files.put(new Uint8Array(0)))).toEqual(new Uint8Array(0));
  });
});
