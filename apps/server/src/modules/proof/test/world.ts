import { LogCheckpoint } from '@yimen/contract';
import { instantFromMillis, type Instant } from '@yimen/kernel';
import type { App } from '../../../platform/http/index.ts';
import { createLog } from '../../../platform/log/index.ts';
import type { WitnessSettings } from '../../../platform/witnessConfig.ts';
import { advanceProof, openProof } from '../../../proof.ts';
import { intake } from '../../../test/cases.ts';
import { openHall, type TestHall } from '../../../test/hall.ts';

export const log = createLog('error', { write: () => undefined });
export const unwitnessed: WitnessSettings = {
  keyFolder: undefined,
  folder: undefined,
  mail: undefined,
  others: [],
  logs: [],
};

/** A hall with one case whose papers are made and whose entries are signed. */
export interface ProvedHall {
  readonly hall: TestHall;
  readonly caseId: string;
  readonly proof: ReturnType<typeof openProof>;
  /** The same log with witnesses of its own. */
  readonly proofOf: (settings: Partial<WitnessSettings>) => ReturnType<typeof openProof>;
}

export async function openProvedHall(
  realNow: () => Instant = () => instantFromMillis(Date.now()),
): Promise<ProvedHall> {
  const hall = await openHall();
  const proofOf: ProvedHall['proofOf'] = (settings) =>
    openProof(
      { db: hall.shell.db, realNow },
      { dataFolder: hall.folder, publicUrl: 'https://a.example', proof: { ...unwitnessed, ...settings } },
    );
  const proof = proofOf({});
  const { caseId } = await intake(hall);
  await hall.makePapers(caseId);
  await advanceProof(proof, log);
  return { hall, caseId, proof, proofOf };
}

/** The checkpoint a server tells everybody who asks. */
export const newest = async (app: App): Promise<LogCheckpoint> =>
  LogCheckpoint.parse((await app.inject('/api/v1/proof')).json());
