import { dayOf, type Day } from '@yimen/kernel';
import { isAccepted, isDecided, isEnded, isReceived, liveOf, stageWords, type CaseState } from '@yimen/core/casework';
import {
  checkPaper,
  paperTitle,
  type CheckedPaper,
  type ContentOf,
  type Officer,
  type PaperContent,
} from '@yimen/core/documents';
import { PDFDocument } from 'pdf-lib';
import { headOf, type PaperMatter } from './content/index.ts';
import { acceptedOn, receivedOn } from './content/acceptance.ts';
import { opinionsOf } from './content/approval.ts';
import { matterOf, readHistory, type CaseHistory } from './matter.ts';
import { paperRows, titleOf, type PaperRow } from './papers.ts';
import type { CaseKey, PaperWorld, Sealed } from './world.ts';

/** Retention by the item is not modelled yet; thirty years is what DA/T 85 gives licensing files by default. */
const RETENTION = '30年';

/**
 * The file of a case as one PDF: cover, list of contents with the hash of each paper, the internal approval sheet once
 * the case was accepted, and the papers. It is a copy for reading; each paper's own signed file stays what it is. Undefined while nothing has been received.
 */
export async function caseFilePdf(
  world: PaperWorld,
  key: CaseKey,
  compiledBy: Officer,
): Promise<Uint8Array | undefined> {
  const ready = (await paperRows(world.shell.db, key)).filter(({ state }) => state === 'ready');
  const last = ready.at(-1);
  if (last === undefined) return undefined;
  const history = await readHistory(world, key);
  const matter = matterOf(history, last.revision, []);
  if (!isReceived(matter.live)) return undefined;
  const papers = await Promise.all(ready.map((row) => bytesOf(world, row)));
  const sheet = await approvalSheet(world, history, matter, compiledBy);
  const pieces = [...sheetPiece(sheet, matter, dayOf(world.shell.now())), ...ready.map((row) => pieceOf(row, matter))];
  const compiled = { pieces, compiledBy };
  const printed = [
    (await world.works.print(checked(cover(world, matter, { ...compiled, now: history.now })))).pdf,
    (await world.works.print(checked(list(world, matter, compiled)))).pdf,
    ...(sheet === undefined ? [] : [sheet.pdf]),
    ...papers,
  ];
  return merge(printed);
}

async function bytesOf(world: PaperWorld, { sha256, paper_id: paper }: PaperRow): Promise<Uint8Array> {
  const bytes = sha256 === null ? null : await world.files.get(sha256);
  if (bytes === null) throw new Error(`the file of paper ${paper} is gone`);
  return bytes;
}

/** What every officer said, printed when the file is asked for: it says what the record says at that time. */
async function approvalSheet(
  world: PaperWorld,
  { entries, now }: CaseHistory,
  matter: PaperMatter,
  compiledBy: Officer,
): Promise<Sealed | undefined> {
  if (!isAccepted(matter.live)) return undefined;
  const { parts, issuedOn, verification } = unverified(world, matter);
  const content: PaperContent = {
    ...headOf('approvalSheet', matter, parts),
    issuedOn,
    verification,
    receivedOn: receivedOn(matter),
    acceptedOn: acceptedOn(matter),
    opinions: opinionsOf(entries, matter),
    outcome: outcomeOf(now),
    compiledBy,
  };
  return world.works.print(checked(content));
}

type Piece = ContentOf<'caseFileList'>['entries'][number];

function sheetPiece(sheet: Sealed | undefined, { item, department }: PaperMatter, on: Day): readonly Piece[] {
  if (sheet === undefined) return [];
  const title = paperTitle('approvalSheet', item.kind === 'licence' ? 'licence' : 'other');
  return [{ title, number: null, responsible: department.name, on, pages: sheet.pages, sha256: null }];
}

function pieceOf(row: PaperRow, { entry }: PaperMatter): Piece {
  return {
    title: titleOf(row),
    number: row.number,
    responsible: row.issuer ?? '',
    on: row.issued_on ?? dayOf(entry.at),
    pages: row.pages ?? 0,
    sha256: row.sha256,
  };
}

interface Compiled {
  readonly pieces: readonly Piece[];
  readonly compiledBy: Officer;
}

/** Neither is numbered, sealed or verifiable: they vouch for nothing but what they list. */
function unverified(world: PaperWorld, matter: PaperMatter) {
  const parts = { number: null, code: '' as never, verifyAt: '', demonstration: world.shell.demo };
  return { parts, issuedOn: dayOf(world.shell.now()), verification: null, matter };
}

interface Covered extends Compiled {
  readonly now: CaseState;
}

function cover(world: PaperWorld, matter: PaperMatter, { now, ...compiled }: Covered): PaperContent {
  const { parts, issuedOn, verification } = unverified(world, matter);
  return {
    ...headOf('caseFileCover', matter, parts),
    issuedOn,
    verification,
    title: `${matter.live.application.applicant.name}申请${matter.item.name}`,
    outcome: outcomeOf(now),
    receivedOn: receivedOn(matter),
    closedOn: now.stage !== 'unfiled' && isEnded(now) ? now.endedOn : null,
    retention: RETENTION,
    pieces: compiled.pieces.length,
    pages: compiled.pieces.reduce((sum, { pages }) => sum + pages, 0),
    compiledBy: compiled.compiledBy,
  };
}

const OUTCOMES = { grant: '准予', partialGrant: '部分准予', refuse: '不予' } as const;

/** The decision where there is one; else where the case stands or how it ended. */
function outcomeOf(now: CaseState): string {
  const live = liveOf(now);
  if (now.stage === 'unfiled' || live === undefined) return stageWords.filed.zh;
  const decided = isDecided(live) ? `${OUTCOMES[live.decision.outcome]}，` : '';
  return `${decided}${stageWords[now.stage].zh}`;
}

function list(world: PaperWorld, matter: PaperMatter, { pieces, compiledBy }: Compiled): PaperContent {
  const { parts, issuedOn, verification } = unverified(world, matter);
  return {
    ...headOf('caseFileList', matter, parts),
    issuedOn,
    verification,
    entries: pieces,
    compiledBy,
  };
}

function checked(content: PaperContent): CheckedPaper {
  const result = checkPaper(content);
  if (!result.ok) throw new Error(`the case file cannot be made: ${result.error.words.en}`);
  return result.value;
}

async function merge(files: readonly Uint8Array[]): Promise<Uint8Array> {
  const whole = await PDFDocument.create();
  for (const bytes of files) {
    const part = await PDFDocument.load(bytes, { updateMetadata: false });
    for (const page of await whole.copyPages(part, part.getPageIndices())) whole.addPage(page);
  }
  return whole.save();
}
