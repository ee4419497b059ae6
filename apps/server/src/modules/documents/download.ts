import { sql } from 'kysely';
import type { CaseKey, PaperWorld } from './world.ts';

/** The signed file of a paper of this case; undefined while it is being made, or where the case has none of that id. */
export async function findPaperFile(world: PaperWorld, key: CaseKey, paperId: string): Promise<Uint8Array | undefined> {
  const { rows } = await sql<{ sha256: string }>`select sha256 from documents.papers
    where jurisdiction = ${key.jurisdiction} and paper_id = ${paperId} and case_id = ${key.caseId}
      and sha256 is not null`.execute(world.shell.db);
  const sha256 = rows[0]?.sha256;
  return sha256 === undefined ? undefined : ((await world.files.get(sha256)) ?? undefined);
}
