import { ok, refuse, type Instant, type Result } from '@yimen/kernel';
import type { Draft, DraftChange, DraftContent } from '@yimen/contract';
import { sql } from 'kysely';
import type { Db, Shell } from '../../platform/shell.ts';

interface DraftRow {
  readonly draft_id: string;
  readonly jurisdiction: string;
  readonly item_id: string;
  readonly item_version: number;
  readonly content: DraftContent;
  readonly saved_at: Instant;
  readonly reserved_case: string | null;
  readonly filed: NonNullable<Draft['filed']> | null;
}

export interface DraftItem {
  readonly jurisdiction: string;
  readonly itemId: string;
  readonly itemVersion: number;
}

const EMPTY: DraftContent = { applicant: {}, answers: {}, materials: [] };

/** Opens an empty draft. Its id is the only key to it: 128 random bits, told to its maker alone. */
export async function openDraft(shell: Pick<Shell, 'db' | 'random' | 'now'>, item: DraftItem): Promise<Draft> {
  const draftId = Buffer.from(shell.random(16)).toString('base64url');
  const savedAt = shell.now();
  await sql`insert into casework.drafts (draft_id, jurisdiction, item_id, item_version, content, saved_at)
    values (${draftId}, ${item.jurisdiction}, ${item.itemId}, ${item.itemVersion}, ${JSON.stringify(EMPTY)}::jsonb,
      ${savedAt}::timestamptz)`.execute(shell.db);
  return { draftId, ...item, content: EMPTY, savedAt };
}

export async function findDraft(db: Db, draftId: string): Promise<Draft | undefined> {
  const { rows } = await sql<DraftRow>`select * from casework.drafts where draft_id = ${draftId}`.execute(db);
  const row = rows[0];
  return row === undefined ? undefined : draftOf(row);
}

/** Keeps what one page saves beside all the rest. A filed draft is the record of its filing and no longer changes. */
export async function saveDraft(
  shell: Pick<Shell, 'db' | 'now'>,
  draftId: string,
  change: DraftChange,
): Promise<Result<Draft, 'unknown' | 'filed'>> {
  return shell.db.transaction().execute(async (tx) => {
    const found = await sql<DraftRow>`select * from casework.drafts where draft_id = ${draftId} for update`.execute(tx);
    const draft = found.rows[0];
    if (draft === undefined) return refuse('unknown');
    if (draft.filed !== null) return refuse('filed');
    const content = changed(draft.content, change);
    const savedAt = shell.now();
    await sql`update casework.drafts set content = ${JSON.stringify(content)}::jsonb, saved_at = ${savedAt}::timestamptz
      where draft_id = ${draftId}`.execute(tx);
    return ok(draftOf({ ...draft, content, saved_at: savedAt }));
  });
}

function changed(content: DraftContent, change: DraftChange): DraftContent {
  if ('applicant' in change) return { ...content, applicant: { ...content.applicant, ...change.applicant } };
  if ('answers' in change) return { ...content, answers: { ...content.answers, ...change.answers } };
  const gone = 'material' in change ? change.material.requirementId : change.withoutMaterial;
  const kept = content.materials.filter(({ requirementId }) => requirementId !== gone);
  return { ...content, materials: 'material' in change ? [...kept, change.material] : kept };
}

/**
 * Which case the draft becomes. The id is fixed before the filing, so that neither two clicks nor a crash in between can
 * make two cases of one draft: the second writer finds the stream begun.
 */
export async function caseOfDraft(db: Db, draftId: string, fresh: string): Promise<string | undefined> {
  const { rows } = await sql<{ reserved_case: string }>`update casework.drafts
    set reserved_case = coalesce(reserved_case, ${fresh}) where draft_id = ${draftId} returning reserved_case`.execute(
    db,
  );
  return rows[0]?.reserved_case;
}

export async function markFiled(db: Db, draftId: string, filed: NonNullable<Draft['filed']>): Promise<void> {
  await sql`update casework.drafts set filed = ${JSON.stringify(filed)}::jsonb where draft_id = ${draftId}`.execute(db);
}

/** Kept this long after the last save. Longer would be keeping people's data for no purpose (PIPL Art. 19). */
const DAYS_KEPT = 30;

/** Removes drafts nobody went on with; what was filed stays, as the record of its filing. By the machine's clock. */
export async function sweepDrafts({ db, realNow }: Pick<Shell, 'db' | 'realNow'>): Promise<void> {
  await sql`delete from casework.drafts
    where filed is null and saved_at < ${realNow()}::timestamptz - make_interval(days => ${DAYS_KEPT})`.execute(db);
}

function draftOf(row: DraftRow): Draft {
  return {
    draftId: row.draft_id,
    jurisdiction: row.jurisdiction,
    itemId: row.item_id,
    itemVersion: row.item_version,
    content: row.content,
    savedAt: row.saved_at,
    ...(row.filed === null ? {} : { filed: row.filed }),
  };
}
