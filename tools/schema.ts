import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { startEmbedded } from '../apps/server/src/platform/database/embedded.ts';
import { migrate } from '../apps/server/src/platform/database/migrate.ts';
import { dumpSchema } from './schema-dump.ts';

const FILE = fileURLToPath(new URL('../apps/server/schema.sql', import.meta.url));
const HEADER = `-- What all migrations together make. Written by \`npm run db:dump\`, checked by \`npm test\`; for reading, not for running.\n\n`;

async function dumpOf(connectionString: string): Promise<string> {
  const client = new pg.Client({ connectionString });
  await client.connect();
  try {
    return await dumpSchema(client);
  } finally {
    await client.end();
  }
}

/** Applies every migration to an empty PostgreSQL and writes down what has come of it. */
async function currentSchema(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'yimen-schema-'));
  const embedded = await startEmbedded({ dataFolder: folder });
  try {
    await migrate(embedded.ownerConnectionString);
    return HEADER + (await dumpOf(embedded.ownerConnectionString));
  } finally {
    await embedded.stop();
    await rm(folder, { recursive: true, force: true });
  }
}

function firstDifference(left: string, right: string): string {
  const [before, after] = [left.split('\n'), right.split('\n')];
  const at = after.findIndex((line, index) => line !== before[index]);
  const line = at === -1 ? after.length : at;
  return `line ${String(line + 1)}: ${before[line] ?? '(end)'} → ${after[line] ?? '(end)'}`;
}

const task = process.argv[2];
const schema = await currentSchema();
if (task === 'dump') {
  await writeFile(FILE, schema);
  console.log('apps/server/schema.sql is written');
} else {
  const kept = await readFile(FILE, 'utf8').catch(() => '');
  const same = kept.replaceAll('\r\n', '\n') === schema;
  if (!same)
    console.error(
      `apps/server/schema.sql is not what the migrations make: npm run db:dump\n${firstDifference(kept, schema)}`,
    );
  process.exitCode = same ? 0 : 1;
}
