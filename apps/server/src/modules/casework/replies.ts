import type { Reply, ReplyAct, ReplyChange } from '@yimen/contract';
import { sql } from 'kysely';
import { openContent, sealContent, type Keeper } from '../../platform/personal/index.ts';
import type { Db, Shell } from '../../platform/shell.ts';
import { placeOf } from './applicant.ts';
import type { CaseKey } from './tracking.ts';

/** What is typed rests sealed whole. */
interface Sealed {
  readonly shell: Pick<Shell, 'db' | 'now'>;
  readonly keeper: Keeper;
}

const EMPTY: Reply = { fields: {}, materials: [] };

/** What was typed so far for an act on this case; empty when nothing was. */
export async function findReply({ shell, keeper }: Sealed, key: CaseKey, act: ReplyAct): Promise<Reply> {
  const { jurisdiction, caseId } = key;
  const { rows } = await sql<{ content: Reply | string }>`select content from casework.replies
    where jurisdiction = ${jurisdiction} and case_id = ${caseId} and act = ${act}`.execute(shell.db);
  return openContent(keeper, placeOf(key), rows[0]?.content ?? EMPTY);
}

/** Keeps what one page saves beside the rest, whoever else is saving at the same time. */
export async function saveReply(
  { shell, keeper }: Sealed,
  key: CaseKey,
  { act, change }: { readonly act: ReplyAct; readonly change: ReplyChange },
): Promise<Reply> {
  const { jurisdiction, caseId } = key;
  const savedAt = shell.now();
  return shell.db.transaction().execute(async (tx) => {
    // The row is there and locked after this, whoever wrote it first.
    const { rows } = await sql<{ content: Reply | string }>`insert into casework.replies as kept
      (jurisdiction, case_id, act, content, saved_at)
      values (${jurisdiction}, ${caseId}, ${act}, ${sealContent(keeper, placeOf(key), EMPTY)}::jsonb, ${savedAt}::timestamptz)
      on conflict (jurisdiction, case_id, act) do update set saved_at = excluded.saved_at
      returning kept.content`.execute(tx);
    const content = changed(openContent(keeper, placeOf(key), rows[0]?.content ?? EMPTY), change);
    await sql`update casework.replies set content = ${sealContent(keeper, placeOf(key), content)}::jsonb, saved_at = ${savedAt}::timestamptz
      where jurisdiction = ${jurisdiction} and case_id = ${caseId} and act = ${act}`.execute(tx);
    return content;
  });
}

/** After the act itself: what it said is on record, what was typed for it is needed no longer. */
export async function dropReply(db: Db, { jurisdiction, caseId }: CaseKey, act: ReplyAct): Promise<void> {
  await sql`delete from casework.replies
    where jurisdiction = ${jurisdiction} and case_id = ${caseId} and act = ${act}`.execute(db);
}

function changed(reply: Reply, change: ReplyChange): Reply {
  if ('fields' in change) return { ...reply, fields: { ...reply.fields, ...change.fields } };
  const kept = reply.materials.filter(({ requirementId }) => requirementId !== change.material.requirementId);
  return { ...reply, materials: [...kept, change.material].slice(-60) };
}
