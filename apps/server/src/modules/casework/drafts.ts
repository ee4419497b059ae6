import { ok, refuse, type Instant, type Result } from '@yimen/kernel';
import type { Draft, DraftChange, DraftContent } from '@yimen/contract';
import { sql } from 'kysely';
import { openContent, sealContent, type Keeper } from '../../platform/personal/index.ts';
import type { Db, Shell } from '../../platform/shell.ts';
import { resumeCodeOf, resumeLookUp } from './resume.ts';
import type { CaseKeys } from './secrets.ts';

interface DraftRow {
  readonly draft_id: string;
  readonly jurisdiction: string;
  readonly item_id: string;
  readonly item_version: number;
  readonly content: DraftContent;
  readonly saved_at: Instant;
  readonly revision: number;
  readonly touched: Draft['touched'];
  readonly reserved_case: string | null;
  readonly filed: NonNullable<Draft['filed']> | null;
}

export interface DraftItem {
  readonly jurisdiction: string;
  readonly itemId: string;
  readonly itemVersion: number;
}

const EMPTY: DraftContent = { applicant: {}, answers: {}, materials: [] };

type Typing = Exclude<DraftChange, { readonly itemRead: true }>;
/** What somebody typed, or the version of the item they have read. */
export type Kept = Typing | { readonly itemVersion: number };

/** What drafts take of the world. */
export interface Drawer {
  readonly shell: Pick<Shell, 'db' | 'random' | 'now'>;
  readonly keys: CaseKeys;
  readonly keeper: Keeper;
}

/** Opens an empty draft. Its id is the key to it: 128 random bits, told to its maker alone. */
export async function openDraft({ shell, keys, keeper }: Drawer, item: DraftItem): Promise<Draft> {
  const draftId = Buffer.from(shell.random(16)).toString('base64url');
  const savedAt = shell.now();
  const resumeCode = resumeCodeOf(keys, draftId);
  await sql`insert into casework.drafts
    (draft_id, jurisdiction, item_id, item_version, content, saved_at, resume_look_up)
    values (${draftId}, ${item.jurisdiction}, ${item.itemId}, ${item.itemVersion}, ${sealContent(keeper, `draft:${draftId}`, EMPTY)}::jsonb,
      ${savedAt}::timestamptz, ${resumeLookUp(keys, resumeCode)})`.execute(shell.db);
  return { draftId, ...item, content: EMPTY, savedAt, revision: 0, touched: {}, resumeCode };
}

export async function findDraft({ shell, keys, keeper }: Drawer, draftId: string): Promise<Draft | undefined> {
  const { rows } = await sql<DraftRow>`select * from casework.drafts where draft_id = ${draftId}`.execute(shell.db);
  const row = rows[0];
  return row === undefined ? undefined : draftOf(opened(keeper, row), keys);
}

/** The draft a code opens; codes of drafts begun before there were codes are found after their next save. */
export async function findByResumeCode({ shell, keys }: Drawer, code: string): Promise<string | undefined> {
  const { rows } = await sql<{ draft_id: string }>`select draft_id from casework.drafts
    where resume_look_up = ${resumeLookUp(keys, code)}`.execute(shell.db);
  return rows[0]?.draft_id;
}

/** Keeps what one page saves beside all the rest. A filed draft is the record of its filing and no longer changes. */
export async function saveDraft(
  { shell, keys, keeper }: Drawer,
  draftId: string,
  change: Kept,
): Promise<Result<Draft, 'unknown' | 'filed'>> {
  return shell.db.transaction().execute(async (tx) => {
    const found = await sql<DraftRow>`select * from casework.drafts where draft_id = ${draftId} for update`.execute(tx);
    const [row] = found.rows;
    if (row === undefined) return refuse('unknown');
    const draft = opened(keeper, row);
    if (draft.filed !== null) return refuse('filed');
    const next = changedRow(draft, change, shell.now());
    await sql`update casework.drafts set content = ${sealContent(keeper, `draft:${draftId}`, next.content)}::jsonb,
        saved_at = ${next.saved_at}::timestamptz, revision = ${next.revision}, item_version = ${next.item_version},
        touched = ${JSON.stringify(next.touched)}::jsonb, resume_look_up = ${resumeLookUp(keys, resumeCodeOf(keys, draftId))}
      where draft_id = ${draftId}`.execute(tx);
    return ok(draftOf(next, keys));
  });
}

/** The row as it rests has its content sealed whole; before there were keys it rested in the open. */
function opened(keeper: Keeper, row: DraftRow): DraftRow {
  return { ...row, content: openContent<DraftContent>(keeper, `draft:${row.draft_id}`, row.content) };
}

function changedRow(draft: DraftRow, change: Kept, savedAt: Instant): DraftRow {
  if ('itemVersion' in change) return { ...draft, saved_at: savedAt, item_version: change.itemVersion };
  const revision = draft.revision + 1;
  const mark = { revision, device: change.device ?? '' };
  const touched = { ...draft.touched };
  for (const field of fieldsOf(draft.content, change)) touched[field] = mark;
  return { ...draft, content: changed(draft.content, change), saved_at: savedAt, revision, touched };
}

/** The fields a change really changes: a page that saves what stands there already has typed nothing. */
function fieldsOf(content: DraftContent, change: Typing): readonly string[] {
  if ('applicant' in change) return differing('applicant', content.applicant, change.applicant);
  if ('answers' in change) return differing('answers', content.answers, change.answers);
  return [`materials.${'material' in change ? change.material.requirementId : change.withoutMaterial}`];
}

type Fields = Readonly<Record<string, string>>;

function differing(part: string, kept: Fields, typed: Fields): readonly string[] {
  return Object.keys(typed)
    .filter((name) => (kept[name] ?? '') !== typed[name])
    .map((name) => `${part}.${name}`);
}

function changed(content: DraftContent, change: Typing): DraftContent {
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
  await sql`delete from casework.replies
    where saved_at < ${realNow()}::timestamptz - make_interval(days => ${DAYS_KEPT})`.execute(db);
}

function draftOf(row: DraftRow, keys: CaseKeys): Draft {
  return {
    draftId: row.draft_id,
    jurisdiction: row.jurisdiction,
    itemId: row.item_id,
    itemVersion: row.item_version,
    content: row.content,
    savedAt: row.saved_at,
    revision: row.revision,
    touched: row.touched,
    resumeCode: resumeCodeOf(keys, row.draft_id),
    ...(row.filed === null ? {} : { filed: row.filed }),
  };
}
