import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { run } from './run.ts';

interface WebApp {
  readonly name: string;
  readonly folder: string;
  readonly output: string;
  readonly command: readonly [string, ...string[]];
}

const ROOT = fileURLToPath(new URL('..', import.meta.url));

const APPS: readonly WebApp[] = [
  { name: 'portal', folder: 'apps/portal', output: 'apps/portal/build', command: ['react-router', 'build'] },
  { name: 'desk', folder: 'apps/desk', output: 'apps/desk/dist', command: ['vite', 'build'] },
];

/** What a web app is made of besides its own folder. */
const SHARED = ['packages/kernel/src', 'packages/core/src', 'packages/contract/src', 'packages/ui/src'];
const IGNORED = new Set(['node_modules', 'build', 'dist', '.react-router', 'test-results']);

function filesBelow(folder: string): readonly string[] {
  if (!existsSync(join(ROOT, folder))) return [];
  const entries = readdirSync(join(ROOT, folder), { withFileTypes: true });
  return entries.flatMap((entry) => {
    const path = `${folder}/${entry.name}`;
    if (entry.isDirectory()) return IGNORED.has(entry.name) ? [] : filesBelow(path);
    return /\.test\.tsx?$/.test(entry.name) ? [] : [path];
  });
}

/** The same sources give the same text, whatever their dates: a fresh clone and a switched branch are told apart from a change. */
function sourcesHash(app: WebApp): string {
  const hash = createHash('sha256');
  const files = [...[app.folder, ...SHARED].flatMap((folder) => filesBelow(folder)), 'package-lock.json'];
  for (const file of files.toSorted())
    hash
      .update(`${file}\0`)
      .update(readFileSync(join(ROOT, file)))
      .update('\0');
  return hash.digest('hex');
}

function stampOf(app: WebApp): string {
  return join(ROOT, app.output, '.sources');
}

function isFresh(app: WebApp): boolean {
  return existsSync(stampOf(app)) && readFileSync(stampOf(app), 'utf8') === sourcesHash(app);
}

/** Text worth compressing is compressed once, as small as it gets; the server sends what lies beside the file. */
function compress(folder: string): void {
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile() || !/\.(js|css|svg)$/.test(entry.name) || entry.parentPath.endsWith('server')) continue;
    const path = join(entry.parentPath, entry.name);
    const bytes = readFileSync(path);
    if (bytes.length < 512) continue;
    writeFileSync(`${path}.br`, brotliCompressSync(bytes));
    writeFileSync(`${path}.gz`, gzipSync(bytes, { level: 9 }));
  }
}

async function build(app: WebApp): Promise<boolean> {
  const began = performance.now();
  const hash = sourcesHash(app);
  console.log(`正在构建 ${app.name}…… / building ${app.name}…`);
  rmSync(stampOf(app), { force: true });
  const { code, output } = await run(app.command, { cwd: join(ROOT, app.folder), env: { NODE_ENV: 'production' } });
  if (code !== 0) {
    console.error(`${output}\n构建 ${app.name} 失败 / building ${app.name} failed`);
    return false;
  }
  compress(join(ROOT, app.output));
  writeFileSync(stampOf(app), hash);
  console.log(`${app.name}: ${((performance.now() - began) / 1000).toFixed(1)} s`);
  return true;
}

/** Builds the web apps whose sources are not those they were last built from. */
const stale = APPS.filter((app) => process.argv.includes('--force') || !isFresh(app));
const built = await Promise.all(stale.map(build));
process.exitCode = built.every(Boolean) ? 0 : 1;
