import { createHash } from 'node:crypto';
import { caseNumber, type Applicant, type CaseCommand } from '@yimen/core/casework';
import { creditCodeCheck } from '@yimen/core/people';
import { addMonths, canonicalJson, dayOf, type Instant } from '@yimen/kernel';
import { anyang, applicantOf } from '@yimen/demo';
import { CompiledQuery, sql } from 'kysely';
import { identityHash, lookUpHashes, nameHash, placeOf } from '../modules/casework/applicant.ts';
import { actOnCase, findCase, type World } from '../modules/casework/index.ts';
import { asJson } from '../platform/ledger/entry.ts';
import { fileCommand } from './hall.ts';
import { patternOf, type Hashes, type Own } from './loaderPattern.ts';

/** So many cases filed at one moment by one clerk: each the same act on another applicant. */
export interface Load {
  readonly at: Instant;
  readonly clerk: string;
  readonly cases: readonly Loaded[];
  /** What is done with each in one act, beside the filing. */
  readonly commands: readonly CaseCommand[];
}

export interface Loaded {
  readonly caseId: string;
  readonly commandId: string;
  readonly serial: number;
}

const base = applicantOf('company-1');
if (base.kind !== 'organisation') throw new Error('company-1 is an organisation');
const company = base;

/** An applicant of its own for every case: another name, another code, another telephone. */
export function applicantNumbered(serial: number): Applicant {
  const digits = String(serial).padStart(8, '0');
  const body = `9141${digits}00000`;
  const creditCode = `${body}${creditCodeCheck(body) ?? ''}`;
  // No digits: whoever types digits into the search looks for a number.
  const name = `测量${Array.from(digits, (digit) => '零一二三四五六七八九'.charAt(Number(digit))).join('')}有限公司`;
  return { ...company, name, creditCode, phone: `138${digits}` };
}

const received: CaseCommand = { type: 'receive', materials: fileCommand().materials };

/** Lives of one act: accepted and waiting for its examiner; declined and ended. */
export const loadedLives: Readonly<Record<'open' | 'ended', readonly CaseCommand[]>> = {
  open: [received, { type: 'accept' }],
  ended: [
    received,
    {
      type: 'declineAcceptance',
      ground: 'notCompetent',
      reason: '不属本机关职权范围',
      basis: '《中华人民共和国行政许可法》第三十二条',
      competentAuthority: '市自然资源局',
    },
  ],
};

export const filingNumbered = (serial: number) => ({ ...fileCommand(), applicant: applicantNumbered(serial) });

/** Cases whose first is done and whose others are ready to be written. */
export interface Planned {
  readonly write: () => Promise<void>;
}

/**
 * Writes cases as the acts would, without deciding each: the first is a real act, and the others its rows again, with
 * numbers, names, seals and hashes of their own. `loader.test.ts` proves that the rows are those of the acts. What it
 * leaves out: nobody is asked to make the papers, and nothing waits for the disk.
 */
export async function loadCases(here: World, load: Load): Promise<void> {
  await (await planCases(here, load)).write();
}

/** {@link loadCases} in two parts: what needs the acts, and what can be written without any index (`withoutIndexes`). */
export async function planCases(here: World, load: Load): Promise<Planned> {
  const [first, ...others] = load.cases;
  if (first === undefined) return { write: () => Promise.resolve() };
  const world: World = { ...here, shell: { ...here.shell, now: () => load.at } };
  await ensureMonth(world, load.at);
  const pattern = await patternFrom(world, first, load);
  const last = await takeNumbers(world, load.at, others.length);
  const write = async (from: number): Promise<void> => {
    const batch = others.slice(from, from + BATCH);
    const number = last - others.length + from + 1;
    const rows = batch.map((one, nth) => rowFor(world, pattern, { ...one, number: number + nth, load }));
    await world.shell.db.transaction().execute(async (tx) => {
      await sql`set local synchronous_commit = off`.execute(tx);
      await sql`set local jit = off`.execute(tx);
      await tx.executeQuery(CompiledQuery.raw(pattern.text, [JSON.stringify(rows)]));
    });
  };
  return { write: () => inLanes(others.length, write) };
}

/** While the database writes one batch the next is made. */
async function inLanes(count: number, write: (from: number) => Promise<void>): Promise<void> {
  const from = Array.from({ length: Math.ceil(count / BATCH) }, (_, nth) => nth * BATCH);
  const lanes = Array.from({ length: LANES }, async () => {
    for (let next = from.shift(); next !== undefined; next = from.shift()) await write(next);
  });
  await Promise.all(lanes);
}

const BATCH = 1000;
const LANES = 3;

async function ensureMonth({ shell }: World, at: Instant): Promise<void> {
  const day = dayOf(at);
  await sql`select ledger.ensure_partitions(${day}::date, ${addMonths(day, 1)}::date)`.execute(shell.db);
}

/** Does the first case and makes the statement that repeats it. */
async function patternFrom(world: World, first: Loaded, load: Load) {
  const standing = await world.near.standingOf(anyang, load.clerk);
  if (standing === undefined) throw new Error(`${load.clerk} works nowhere`);
  const { caseId, commandId, serial } = first;
  const key = { jurisdiction: anyang, caseId };
  const commands = [filingNumbered(serial), ...load.commands];
  const done = await actOnCase(world, { key, commandId, commands, by: { kind: 'officer', standing } });
  if (!done.ok) throw new Error(JSON.stringify(done.error));
  const row = await findCase(world.shell.db, key);
  if (row === undefined) throw new Error('the first case is not there');
  const sealed = [...new Set(JSON.stringify(row.state).match(SEALED))];
  const place = placeOf(key);
  const applicant = applicantNumbered(serial);
  const own = { case_id: caseId, command_id: commandId, number: row.number, name: applicant.name, sealed };
  const text = await patternOf(world.shell.db, { ...own, code: codeOf(applicant) }, load.at);
  const requests = requestsLike({ commands }, applicant);
  return { text, requests, seals: sealed.map((token) => sealerOf(world.keeper.open(token, place), applicant)) };
}

/** The hash of the same request for another applicant: the canonical text but for the applicant is put together once. */
function requestsLike(request: object, first: Applicant): (other: Applicant) => string {
  const text = canonicalJson(asJson(request));
  const [before = '', after = ''] = text.split(canonicalJson(asJson(first)));
  return (other) =>
    createHash('sha256')
      .update(before + canonicalJson(asJson(other)) + after)
      .digest('hex');
}

const SEALED = /sealed:\w+:\w+:[\w-]+/g;

/** What of another applicant stands where this was sealed. */
function sealerOf(plain: string, applicant: Applicant): (other: Applicant) => string {
  return plain === applicant.phone ? ({ phone }) => phone : () => plain;
}

const codeOf = (applicant: Applicant): string => (applicant.kind === 'organisation' ? applicant.creditCode : '');

async function takeNumbers({ shell }: World, at: Instant, count: number): Promise<number> {
  const { rows } = await sql<{ last: number }>`insert into casework.number_serials (jurisdiction, day, last)
    values (${anyang}, ${dayOf(at)}::date, ${count})
    on conflict (jurisdiction, day) do update set last = number_serials.last + ${count} returning last`.execute(
    shell.db,
  );
  return rows[0]?.last ?? count;
}

interface Numbered extends Loaded {
  readonly number: number;
  readonly load: Load;
}

function rowFor(
  { keeper }: World,
  { seals, requests }: Awaited<ReturnType<typeof patternFrom>>,
  { caseId, commandId, serial, number, load }: Numbered,
): Own & Hashes {
  const key = { jurisdiction: anyang, caseId };
  const applicant = applicantNumbered(serial);
  return {
    case_id: caseId,
    command_id: commandId,
    number: caseNumber(dayOf(load.at), number),
    name: applicant.name,
    code: keeper.sealWithin(codeOf(applicant), placeOf(key)),
    sealed: seals.map((plain) => keeper.seal(plain(applicant), placeOf(key))),
    name_hash: nameHash(keeper, applicant.name).toString('hex'),
    identity_hash: identityHash(keeper, key, applicant).toString('hex'),
    look_ups: lookUpHashes(keeper, key, applicant).map((hash) => hash.toString('hex')),
    request: requests(applicant),
  };
}
