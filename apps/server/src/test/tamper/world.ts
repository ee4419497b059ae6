import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { dayOf, instantFromMillis, type Instant } from '@yimen/kernel';
import { exportedCases } from '../../modules/casework/index.ts';
import { exportedPapers } from '../../modules/documents/index.ts';
import { exportLedger } from '../../modules/proof/index.ts';
import { exportedRatings } from '../../modules/rating/index.ts';
import { logState } from '../../platform/checkpoint/index.ts';
import { createLog } from '../../platform/log/index.ts';
import { connect, type Database } from '../../platform/database/index.ts';
import type { Db } from '../../platform/shell.ts';
import { advanceProof, openProof, tellWitnesses, type Proof } from '../../proof.ts';
import { act, cast, intake, proposed } from '../cases.ts';
import { openHall, type TestHall } from '../hall.ts';

/** A hall at work with its record signed and witnessed, and the hand of the database's superuser. */
export interface Witnessed {
  readonly hall: TestHall;
  readonly owner: Database<unknown>;
  readonly key: string;
  readonly witness: string;
  readonly files: string;
  /** The export as it was at an earlier checkpoint: what an older backup holds. */
  readonly earlier: string;
  readonly exported: (db: Db) => Promise<string>;
  /** Files of the store, by their paths. */
  readonly stored: readonly string[];
  readonly close: () => Promise<void>;
}

const realNow = (): Instant => instantFromMillis(Date.now());
const log = createLog('error', { write: () => undefined });

async function exported(db: Db): Promise<string> {
  let text = '';
  const projected = [exportedCases, exportedPapers, exportedRatings];
  for await (const lines of exportLedger({ db, at: realNow(), demo: false, projected })) text += lines;
  return text;
}

export async function openWitnessed(): Promise<Witnessed> {
  const hall = await openHall();
  setToNow(hall);
  const witness = join(hall.folder, 'witness');
  const settings = { keyFolder: undefined, folder: witness, mail: undefined, others: [], logs: [] };
  const proof = openProof(
    { db: hall.shell.db, realNow },
    { dataFolder: hall.folder, publicUrl: 'https://anyang.example', proof: settings },
  );
  await oneCase(hall, proof, true);
  await oneCase(hall, proof, false);
  const earlier = await exported(hall.shell.db);
  for (const whole of [true, false, true]) await oneCase(hall, proof, whole);
  const owner = connect<unknown>({ connectionString: hall.adminConnectionString, applicationName: 'superuser' });
  const files = join(hall.folder, 'files');
  const stored = (await readdir(files, { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
  return {
    hall,
    owner,
    key: (await logState(hall.shell.db)).verifierKey ?? '',
    witness,
    files,
    earlier,
    exported,
    stored,
    close: async () => {
      await owner.close();
      await hall.close();
    },
  };
}

/** The hall's clock at the machine's time: only then do dates of entries and of checkpoints mean the same. */
function setToNow(hall: TestHall): void {
  const beijing = instantFromMillis(Date.now() + 8 * 3_600_000);
  hall.at(dayOf(realNow()), beijing.slice(11, 16));
}

/** A case to its decision or to its acceptance, with papers, under a checkpoint of its own. */
async function oneCase(hall: TestHall, proof: Proof, whole: boolean): Promise<void> {
  const { caseId } = await intake(hall);
  if (whole) {
    await proposed(hall, caseId);
    await act(hall, cast.chief, caseId, { type: 'sign', opinion: '同意' });
  }
  await hall.makePapers(caseId);
  await advanceProof(proof, log);
  await tellWitnesses(proof, log);
}
