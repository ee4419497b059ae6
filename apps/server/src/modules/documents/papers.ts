import type { Day, Instant } from '@yimen/kernel';
import {
  formatVerificationCode,
  paperRules,
  paperTitle,
  type PaperContent,
  type PaperKind,
  type VerificationCode,
} from '@yimen/core/documents';
import type { PaperView } from '@yimen/contract';
import { sql } from 'kysely';
import { enqueueBeside } from '../../platform/jobs/index.ts';
import { append, headOf, type Act, type Beside } from '../../platform/ledger/index.ts';
import type { Keeper, SealedColumn } from '../../platform/personal/index.ts';
import type { Db, Tx } from '../../platform/shell.ts';
import { placeOf, type CaseKey } from './world.ts';

export interface PaperRow {
  readonly jurisdiction: string;
  readonly paper_id: string;
  readonly case_id: string;
  readonly revision: number;
  readonly kind: PaperKind;
  readonly requested_at: Instant;
  readonly state: 'requested' | 'numbered' | 'ready' | 'revoked' | 'failed';
  readonly number: string | null;
  readonly issuer: string | null;
  readonly issued_on: Day | null;
  readonly verification_code: VerificationCode | null;
  readonly content: PaperContent | null;
  readonly sha256: string | null;
  readonly pages: number | null;
  /** Why the law or the master data kept it from being made. */
  readonly failure: string | null;
}

export const streamOfPaper = (paperId: string): string => `paper:${paperId}`;

export interface PaperWish {
  readonly revision: number;
  readonly kind: PaperKind;
}

export const MAKE_PAPERS = 'documents.make';

const papers: Beside = {
  name: 'papers',
  sql: (rows) => `insert into documents.papers
      (jurisdiction, paper_id, case_id, revision, kind, ordinal, requested_at, state)
    select m.jurisdiction, w.id, w.case_id, w.revision, w.kind, w.ordinal, w.requested_at, 'requested'
    from json_to_recordset(${rows}) as w(at int, id text, case_id text, revision int, kind text, ordinal smallint,
      requested_at timestamptz)
    join moved m on m.at = w.at
    on conflict (jurisdiction, case_id, revision, kind) do nothing`,
};

/** The tables in which the papers of an act are asked for, in the statement that writes the ledger. */
export const besidePapers: readonly Beside[] = [papers, enqueueBeside('paper_jobs')];

/** Asks for the papers of an act: they are made if, and only if, the act is. */
export function paperWishes(
  { jurisdiction, caseId }: CaseKey,
  wishes: readonly PaperWish[],
  { at, newId }: { readonly at: Instant; readonly newId: () => string },
): Act['rows'] {
  if (wishes.length === 0) return {};
  const wish = { case_id: caseId, requested_at: at };
  return {
    papers: wishes.map((one, ordinal) => ({ ...wish, ...one, ordinal, id: newId() })),
    paper_jobs: [{ name: MAKE_PAPERS, payload: { jurisdiction, caseId } }],
  };
}

/** A voided case takes its papers with it: whoever checks one is told that it no longer holds. */
export async function revokePapers(tx: Tx, key: CaseKey, at: Instant): Promise<void> {
  const { rows } = await sql<{ paper_id: string }>`update documents.papers set state = 'revoked'
    where jurisdiction = ${key.jurisdiction} and case_id = ${key.caseId} and state <> 'revoked'
    returning paper_id`.execute(tx);
  for (const { paper_id } of rows) {
    const name = { jurisdiction: key.jurisdiction, stream: streamOfPaper(paper_id) };
    const revoked = await append(tx, {
      ...name,
      after: await headOf(tx, name),
      entries: [{ type: 'paperRevoked', body: { caseId: key.caseId, reason: 'caseVoided' } }],
      stamp: { at, actor: { kind: 'system', name: 'papers' }, commandId: `revoke-${paper_id}` },
    });
    if (!revoked.ok) throw new Error(`paper ${paper_id} was written to while it was revoked`);
  }
}

const STATES = {
  requested: 'making',
  numbered: 'making',
  ready: 'ready',
  revoked: 'revoked',
  failed: 'failed',
} as const;

/** Every paper of a case, in the order in which they were called for. */
export async function papersOf(db: Db, key: CaseKey): Promise<readonly PaperView[]> {
  return (await paperRows(db, key)).map(paperView);
}

/** The words of a paper as they are printed; at rest the numbers in them are sealed. */
export function openRow(keeper: Keeper, row: PaperRow): PaperRow {
  return { ...row, content: keeper.openWithin(row.content, placeOf({ ...row, caseId: row.case_id })) };
}

/** Ids of the papers of a case, in the order in which they were called for: each has a stream of its own. */
export async function paperIds(db: Db, key: CaseKey): Promise<readonly string[]> {
  return (await paperRows(db, key)).map(({ paper_id }) => paper_id);
}

export async function paperRows(db: Db, { jurisdiction, caseId }: CaseKey): Promise<readonly PaperRow[]> {
  const { rows } = await sql<PaperRow>`select * from documents.papers
    where jurisdiction = ${jurisdiction} and case_id = ${caseId} order by revision, ordinal`.execute(db);
  return rows;
}

/** The hash of every paper that was made: what a restored file store must hold. */
export async function storedPapers(db: Db): Promise<readonly string[]> {
  const { rows } = await sql<{ sha256: string }>`select sha256 from documents.papers where sha256 is not null`.execute(
    db,
  );
  return rows.map(({ sha256 }) => sha256);
}

function paperView(row: PaperRow): PaperView {
  const { content, number, sha256, pages, verification_code: code } = row;
  return {
    paperId: row.paper_id,
    kind: row.kind,
    name: { zh: titleOf(row), en: paperRules[row.kind].en },
    state: STATES[row.state],
    at: row.requested_at,
    ...(number === null ? {} : { number }),
    ...(code === null || content === null ? {} : { verificationCode: formatVerificationCode(code) }),
    ...(sha256 === null ? {} : { sha256 }),
    ...(pages === null ? {} : { pages }),
    ...(row.state === 'failed' && row.failure !== null ? { failure: row.failure } : {}),
  };
}

/** A licence bears its own name. */
export function titleOf({ kind, content }: Pick<PaperRow, 'kind' | 'content'>): string {
  if (content?.kind === 'licence') return content.licenceName;
  return paperTitle(kind, content?.item.matter ?? 'licence');
}

/** Where papers keep sealed numbers; the files themselves print none of a natural person in full. */
export const sealedPaperColumns: readonly SealedColumn[] = [
  {
    table: 'documents.papers',
    keys: ['jurisdiction', 'paper_id', 'case_id'],
    column: 'content',
    json: true,
    place: (keys) => placeOf({ jurisdiction: keys['jurisdiction'] ?? '', caseId: keys['case_id'] ?? '' }),
  },
];
