import { createHash } from 'node:crypto';
import { canonicalJson, dayOf, ok, refuse, yearOf, type Instant, type Json, type Result } from '@yimen/kernel';
import {
  checkPaper,
  formatVerificationCode,
  numberNature,
  numberSeries,
  paperNumber,
  paperRules,
  verificationCode,
  type CheckedPaper,
  type PaperContent,
  type PaperRefusal,
} from '@yimen/core/documents';
import { sql } from 'kysely';
import { append, EMPTY, headOf, transact } from '../../platform/ledger/index.ts';
import type { Tx } from '../../platform/shell.ts';
import { contentOf, type Body, type EarlierPaper, type PaperMatter } from './content/index.ts';
import { matterOf, readHistory, type CaseHistory } from './matter.ts';
import { openRow, paperRows, streamOfPaper, titleOf, type PaperRow } from './papers.ts';
import { placeOf, type CaseKey, type PaperWorld, type SealHolder } from './world.ts';

/**
 * Makes every paper of a case that was asked for and is not there yet, in order: first the number, in the ledger, then
 * the page and the seal. Running it twice, or twice at once, is harmless; a crash in between resumes with the same
 * number and the same words.
 */
export async function makePapers(world: PaperWorld, key: CaseKey): Promise<number> {
  const rows = (await paperRows(world.shell.db, key)).map((row) => openRow(world.keeper, row));
  const unmade = rows.filter(({ state }) => state === 'requested' || state === 'numbered');
  if (unmade.length === 0) return 0;
  const history = await readHistory(world, key);
  // Keyed by paper: one that was numbered by a maker that stopped half-way is here already, and still unmade.
  const numbered = new Map(rows.filter((row) => row.content !== null).map((row) => [row.paper_id, row]));
  for (const row of unmade) {
    const made = await makeOne(world, history, row, [...numbered.values()].map(earlierOf));
    if (made !== undefined) numbered.set(made.paper_id, made);
  }
  return unmade.length;
}

const earlierOf = (row: PaperRow): EarlierPaper => ({ kind: row.kind, title: titleOf(row), number: row.number ?? '' });

async function makeOne(
  world: PaperWorld,
  history: CaseHistory,
  row: PaperRow,
  earlier: readonly EarlierPaper[],
): Promise<PaperRow | undefined> {
  const matter = matterOf(history, row.revision, earlier);
  const numbered = row.state === 'numbered' ? ok(row) : await numberPaper(world, row, matter);
  if (!numbered.ok) {
    await markFailed(world, row, numbered.error);
    return undefined;
  }
  await sealPaper(world, numbered.value, matter);
  return numbered.value;
}

/** Who makes a paper is what its number begins with and whose key seals it. */
function makerOf(
  { kind, jurisdiction }: Pick<PaperRow, 'kind' | 'jurisdiction'>,
  matter: PaperMatter,
): { readonly holder: SealHolder; readonly body: Body } {
  const centre = paperRules[kind].issuer === 'centre';
  const body = centre ? matter.centre : matter.department;
  return { holder: { id: `${jurisdiction}-${centre ? 'centre' : matter.item.authority}`, name: body.name }, body };
}

/** Takes the number and fixes the words, both or neither. The row's lock makes a second maker wait and then find it done. */
async function numberPaper(
  world: PaperWorld,
  row: PaperRow,
  matter: PaperMatter,
): Promise<Result<PaperRow, PaperRefusal>> {
  const code = verificationCode(world.shell.random(16));
  return transact(world.shell.db, async (tx) => {
    const { rows } = await sql<PaperRow>`select * from documents.papers
      where jurisdiction = ${row.jurisdiction} and paper_id = ${row.paper_id} for update`.execute(tx);
    const current = rows[0] === undefined ? undefined : openRow(world.keeper, rows[0]);
    if (current === undefined || current.state !== 'requested') return ok(current ?? row);
    const number = await nextNumber(tx, row, matter);
    const content = contentOf(row.kind, matter, {
      number,
      code,
      verifyAt: world.verifyAt,
      demonstration: world.shell.demo,
    });
    const checked = checkPaper(content);
    if (!checked.ok) return checked;
    const at = world.shell.now();
    await recordNumber(tx, row, {
      content,
      code,
      at,
      sealed: world.keeper.sealWithin(content, placeOf({ ...row, caseId: row.case_id })),
    });
    return ok({ ...row, state: 'numbered', number, content, verification_code: code } as const);
  });
}

/** The next serial of authority, nature and year; the row stays locked until the paper is recorded, so there is no gap. */
async function nextNumber(tx: Tx, row: PaperRow, matter: PaperMatter): Promise<string | null> {
  const { holder, body } = makerOf(row, matter);
  const kindOfItem = matter.item.kind === 'licence' ? 'licence' : 'other';
  const year = yearOf(dayOf(matter.entry.at));
  const series = numberSeries(row.kind, holder.id, year, kindOfItem);
  const nature = numberNature(row.kind, kindOfItem);
  if (series === null || nature === null) return null;
  const { rows } = await sql<{ last: number }>`insert into documents.number_series (jurisdiction, series, last)
    values (${row.jurisdiction}, ${series}, 1)
    on conflict (jurisdiction, series) do update set last = number_series.last + 1 returning last`.execute(tx);
  return paperNumber({ authorityShortName: body.shortName, nature, year, serial: rows[0]?.last ?? 1 });
}

interface Numbered {
  readonly content: PaperContent;
  readonly code: string;
  readonly at: Instant;
  /** The content as it rests. */
  readonly sealed: PaperContent;
}

async function recordNumber(tx: Tx, row: PaperRow, { content, code, at, sealed }: Numbered): Promise<void> {
  const text = canonicalJson(content as unknown as Json);
  const contentHash = createHash('sha256').update(text, 'utf8').digest('hex');
  const { kind, revision, case_id: caseId } = row;
  const recorded = await append(tx, {
    jurisdiction: row.jurisdiction,
    stream: streamOfPaper(row.paper_id),
    after: EMPTY,
    entries: [{ type: 'paperNumbered', body: { caseId, revision, kind, number: content.number, contentHash } }],
    stamp: { at, actor: { kind: 'system', name: 'papers' }, commandId: `number-${row.paper_id}` },
  });
  if (!recorded.ok) throw new Error(`paper ${row.paper_id} already has a number`);
  await sql`update documents.papers set state = 'numbered', number = ${content.number}, issuer = ${content.issuer.name},
      issued_on = ${content.issuedOn}::date, verification_code = ${code}, content = ${JSON.stringify(sealed)}::jsonb
    where jurisdiction = ${row.jurisdiction} and paper_id = ${row.paper_id}`.execute(tx);
}

/** Prints, seals, keeps the file, and puts its hash on record. Losing the race to another maker costs only the work. */
async function sealPaper(world: PaperWorld, row: PaperRow, matter: PaperMatter): Promise<void> {
  const { content, verification_code: code } = row;
  if (content === null || code === null) return;
  const at = world.shell.now();
  const reason = `${titleOf(row)} ${row.number ?? ''} 验证码 ${formatVerificationCode(code)}`;
  const checked = content as CheckedPaper;
  const { pdf, pages } =
    content.seal === null
      ? await world.works.print(checked)
      : await world.works.seal(checked, { holder: makerOf(row, matter).holder, at, reason });
  const sha256 = await world.files.put(pdf);
  await transact(world.shell.db, async (tx): Promise<Result<void, 'stale'>> => {
    const name = { jurisdiction: row.jurisdiction, stream: streamOfPaper(row.paper_id) };
    const { rows } = await sql`update documents.papers
      set state = 'ready', sha256 = ${sha256}, pages = ${pages}, sealed_at = ${at}::timestamptz
      where jurisdiction = ${row.jurisdiction} and paper_id = ${row.paper_id} and state = 'numbered'
      returning 1`.execute(tx);
    if (rows.length === 0) return refuse('stale');
    const sealed = await append(tx, {
      ...name,
      after: await headOf(tx, name),
      entries: [{ type: 'paperSealed', body: { sha256, pages, verificationCode: code } }],
      stamp: { at, actor: { kind: 'system', name: 'papers' }, commandId: `seal-${row.paper_id}` },
    });
    return sealed.ok ? ok(undefined) : sealed;
  });
}

/** What the law forbids on paper is not printed; the desk shows that it failed and the log says why. */
async function markFailed({ shell }: PaperWorld, row: PaperRow, refusal: PaperRefusal): Promise<void> {
  shell.log.error(
    { paper: row.paper_id, kind: row.kind, refused: refusal.code, member: refusal.field },
    'paper not made',
  );
  await sql`update documents.papers set state = 'failed', failure = ${refusal.words.zh}
    where jurisdiction = ${row.jurisdiction} and paper_id = ${row.paper_id} and state = 'requested'`.execute(shell.db);
}

/** Cases with papers that should have been made by now: what a crash or a lost job left behind. */
export async function unmadeCases({ shell }: PaperWorld, limit = 20): Promise<readonly CaseKey[]> {
  const { rows } = await sql<{ jurisdiction: string; case_id: string }>`select distinct jurisdiction, case_id
    from documents.papers where state in ('requested', 'numbered') limit ${limit}`.execute(shell.db);
  return rows.map((row) => ({ jurisdiction: row.jurisdiction, caseId: row.case_id }));
}
