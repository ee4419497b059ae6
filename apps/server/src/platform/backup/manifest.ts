import { readFile, rename } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { BackupError } from './error.ts';
import { writePrivate } from './copy.ts';

const Entry = z.object({ path: z.string(), bytes: z.int().min(0), sha256: z.string().regex(/^[0-9a-f]{64}$/) });

const shape = z.object({
  product: z.literal('yimen'),
  /** Of this layout; a reader refuses one it does not know. */
  format: z.literal(1),
  madeAt: z.string(),
  /** The write-ahead log from here to there brings the copied files to one moment: that of `to`. */
  log: z.object({ from: z.string(), to: z.string() }),
  /** `server_version_num`: the files of a database belong to its major version. */
  postgres: z.int(),
  /** And to the kind of machine. */
  machine: z.string(),
  migrations: z.array(z.string()),
  withKeys: z.boolean(),
  folders: z.array(z.string()),
  files: z.array(Entry),
});

/** What is in a backup. Written last: a folder without it is no backup. */
export type Manifest = z.infer<typeof shape>;

const NAME = 'manifest.json';
/** A path out of the folder would write where nobody asked. */
const UNSAFE = /(^|\/)\.\.(\/|$)|^\/|\\|^[A-Za-z]:/;

export async function writeManifest(folder: string, manifest: Manifest): Promise<void> {
  await writePrivate(join(folder, `${NAME}.new`), `${JSON.stringify(manifest, null, 1)}\n`);
  await rename(join(folder, `${NAME}.new`), join(folder, NAME));
}

/** Throws {@link BackupError} where there is no whole backup of ours. */
export async function readManifest(folder: string): Promise<Manifest> {
  const text = await readFile(join(folder, NAME), 'utf8').catch(() => undefined);
  if (text === undefined)
    throw new BackupError(
      `${folder} 不是完整的备份（没有 ${NAME}）`,
      `${folder} is no whole backup: it has no ${NAME}`,
    );
  const parsed = shape.safeParse(jsonOf(text));
  if (!parsed.success || [...parsed.data.folders, ...parsed.data.files.map(({ path }) => path)].some(isUnsafe))
    throw new BackupError('备份清单无法识别', 'the manifest cannot be read: damaged, or of another release');
  return parsed.data;
}

const isUnsafe = (path: string): boolean => UNSAFE.test(path);

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
