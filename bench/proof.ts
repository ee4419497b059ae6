import { spawnSync } from 'node:child_process';
import { createWriteStream, readFileSync, statSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { instantFromMillis, type Instant } from '@yimen/kernel';
import { exportLedger } from '../apps/server/src/modules/proof/index.ts';
import { openParts, type Parts } from '../apps/server/src/parts.ts';
import { logState } from '../apps/server/src/platform/checkpoint/index.ts';
import { hashOf, type StoredEntry } from '../apps/server/src/platform/ledger/entry.ts';
import { createLog } from '../apps/server/src/platform/log/index.ts';
import { advanceProof, openProof, tellWitnesses, type Proof } from '../apps/server/src/proof.ts';
import { cpuTime } from './hall/cpu.ts';
import { numberOption, perSecond, type Bench } from './report.ts';

const BATCH_STREAMS = 500;
const STREAM = 20;
/** Entries a second that 500 transitions make. */
const TARGET = 1000;
const VERIFIER = fileURLToPath(new URL('../tools/verify/verify.py', import.meta.url));
const realNow = (): Instant => instantFromMillis(Date.now());

/**
 * `npm run bench -- proof [--entries 1000000]`: so many entries taken into the tree and signed every thousand, exported and
 * verified by the program in Python. Entries are written in bulk: writing them is not what is measured.
 */
export const proof: Bench = async () => {
  const entries = numberOption('entries', 1_000_000);
  const folder = await mkdtemp(join(tmpdir(), 'yimen-proof-'));
  const log = createLog('error');
  const parts = await openParts({ dataFolder: folder, log, origin: 'http://127.0.0.1' });
  try {
    const settings = { keyFolder: undefined, folder: join(folder, 'witness'), mail: undefined, others: [], logs: [] };
    const opened = openProof(parts.shell, { dataFolder: folder, publicUrl: undefined, proof: settings });
    for (let written = 0; written < entries; written += BATCH_STREAMS * STREAM) await writeBatch(parts, written);
    const sealing = await measureSealing(parts, opened, { folder, entries });
    return [sealing, ...(await measureVerifying(parts, folder)), `load average ${loadavg()[0]?.toFixed(1) ?? ''}`];
  } finally {
    await parts.close();
    await rm(folder, { recursive: true, force: true });
  }
};

async function writeBatch({ database: { pool } }: Parts, from: number): Promise<void> {
  const rows = Array.from({ length: BATCH_STREAMS }, (_, n) => streamOf(from + n * STREAM)).flat();
  await pool.query(
    `insert into ledger.entries
        (jurisdiction, stream, revision, type, at, actor, body, command_id, prev_hash, hash)
      select jurisdiction, stream, revision, type, at, actor, body, "commandId",
        case when "prevHash" = '' then null else decode("prevHash", 'hex') end, decode(hash, 'hex')
      from json_to_recordset($1::json) as t(jurisdiction text, stream text, revision int, type text,
        at timestamptz, actor jsonb, body jsonb, "commandId" text, "prevHash" text, hash text)`,
    [JSON.stringify(rows)],
  );
  await pool.query(
    `insert into ledger.heads (jurisdiction, stream, revision, hash)
      select jurisdiction, stream, revision, decode(hash, 'hex')
      from json_to_recordset($1::json) as t(jurisdiction text, stream text, revision int, hash text)`,
    [JSON.stringify(rows.filter(({ revision }) => revision === STREAM))],
  );
}

/** As long and as deep as an entry of an examination; of a kind no projection is made from. */
function streamOf(serial: number): readonly StoredEntry[] {
  const entries: StoredEntry[] = [];
  let prevHash = '';
  for (let revision = 1; revision <= STREAM; revision += 1) {
    const covered = {
      jurisdiction: '410500',
      stream: `bench:${String(serial).padStart(9, '0')}`,
      revision,
      type: 'stepCompleted',
      at: realNow(),
      actor: { kind: 'officer', person: 'li.qing', name: '李青', post: 'zhujian-examiner', roles: ['examiner'] },
      body: {
        stepId: 'examine',
        duty: 'examination',
        agreed: true,
        opinion: '经审查，申请材料齐全、符合法定形式，符合许可条件。',
        serial,
      },
      commandId: `bench-${String(serial)}-${String(revision)}`,
      prevHash,
    };
    prevHash = hashOf(covered);
    entries.push({ ...covered, hash: prevHash });
  }
  return entries;
}

interface Sized {
  readonly folder: string;
  readonly entries: number;
}

async function measureSealing({ shell }: Parts, opened: Proof, { folder, entries }: Sized): Promise<string> {
  const postmaster = Number(readFileSync(join(folder, 'postgres', 'postmaster.pid'), 'utf8').split('\n')[0]);
  const [began, before] = [performance.now(), cpuTime(process.pid, postmaster)];
  while ((await advanceProof(opened, shell.log)) > 0);
  const millis = performance.now() - began;
  const after = cpuTime(process.pid, postmaster);
  await tellWitnesses(opened, shell.log);
  const { size, signed } = await logState(shell.db);
  const used = (kind: 'server' | 'postgres'): number => ((after?.[kind] ?? 0) - (before?.[kind] ?? 0)) / entries;
  const share = (kind: 'server' | 'postgres'): string =>
    `${(used(kind) * TARGET * 0.1).toFixed(1)} % of a core (${kind})`;
  return `${String(size)} entries into the tree, ${String(signed)} signed, a checkpoint every 1,000: ${perSecond(entries, millis)}; at ${String(TARGET)} entries/s ${share('server')}, ${share('postgres')}`;
}

async function measureVerifying({ shell }: Parts, folder: string): Promise<readonly string[]> {
  const path = join(folder, 'record.ndjson');
  const began = performance.now();
  const file = createWriteStream(path);
  await shell.db
    .transaction()
    .setIsolationLevel('repeatable read')
    .execute(async (db) => {
      for await (const lines of exportLedger({ db, at: realNow(), demo: false, projected: [] }))
        if (!file.write(lines)) await once(file, 'drain');
    });
  file.end();
  await once(file, 'close');
  const exported = ((performance.now() - began) / 1000).toFixed(1);
  const key = (await logState(shell.db)).verifierKey ?? '';
  const ran = spawnSync('python3', ['-B', VERIFIER, path, '--key', key, '--witness', join(folder, 'witness')], {
    encoding: 'utf8',
  });
  const verdict = ran.error === undefined ? ran.stdout.trim().split('\n').at(-1) : 'not tested: no python3';
  return [
    `exported in ${exported} s, ${String(Math.round(statSync(path).size / 1_048_576))} MiB`,
    `verified by Python (the promise is 60 s a million): ${verdict ?? ''}`,
  ];
}
