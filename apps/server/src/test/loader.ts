import {
  caseNumber,
  evolve,
  initialState,
  liveOf,
  type Applicant,
  type CaseCommand,
  type CaseEntry,
} from '@yimen/core/casework';
import { creditCodeCheck } from '@yimen/core/people';
import { addMonths, dayOf, type Instant } from '@yimen/kernel';
import { anyang, applicantOf } from '@yimen/demo';
import { sql } from 'kysely';
import { openApplicant, sealedFact } from '../modules/casework/applicant.ts';
import { contextOf } from '../modules/casework/context.ts';
import { projectionOf, rowsOf } from '../modules/casework/project.ts';
import { actOnCase, findCase, type World } from '../modules/casework/index.ts';
import { streamOf } from '../modules/casework/snapshot.ts';
import { caseEntryOf } from '../modules/casework/view/entries.ts';
import { EMPTY, readStream, type Act } from '../platform/ledger/index.ts';
import { fileCommand } from './hall.ts';

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

/** An applicant of its own for every case: another name, another code, another telephone. */
export function applicantNumbered(serial: number): Applicant {
  const base = applicantOf('company-1');
  if (base.kind !== 'organisation') throw new Error('company-1 is an organisation');
  const digits = String(serial).padStart(8, '0');
  const body = `9141${digits}00000`;
  const creditCode = `${body}${creditCodeCheck(body) ?? ''}`;
  // No digits: whoever types digits into the search looks for a number.
  const name = `测量${Array.from(digits, (digit) => '零一二三四五六七八九'.charAt(Number(digit))).join('')}有限公司`;
  return { ...base, name, creditCode, phone: `138${digits}` };
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

/**
 * Writes cases as the acts would, without deciding each: the first is a real act, whose facts are then written for the
 * others under their own numbers, names and hashes, through the very functions and the statement that acts go through.
 * `loader.test.ts` proves that the rows are those of the acts.
 */
export async function loadCases(here: World, load: Load): Promise<void> {
  const [first, ...others] = load.cases;
  if (first === undefined) return;
  const world: World = { ...here, shell: { ...here.shell, now: () => load.at } };
  await ensureMonth(world, load.at);
  const standing = await world.near.standingOf(anyang, load.clerk);
  if (standing === undefined) throw new Error(`${load.clerk} works nowhere`);
  const key = { jurisdiction: anyang, caseId: first.caseId };
  const commands = [filingNumbered(first.serial), ...load.commands];
  const run = { key, commandId: first.commandId, commands, by: { kind: 'officer', standing } as const };
  const done = await actOnCase(world, run);
  if (!done.ok) throw new Error(JSON.stringify(done.error));
  const pattern = await patternOf(world, first.caseId);
  const last = await takeNumbers(world, load.at, others.length);
  for (let from = 0; from < others.length; from += CHUNK) {
    const acts = others
      .slice(from, from + CHUNK)
      .map((one, nth) => actOf(world, pattern, { ...one, number: last - others.length + from + nth + 1, load }));
    const written = await Promise.all(acts.map((act) => world.pen.write(act)));
    if (!written.every(({ ok }) => ok)) throw new Error('a loaded case was there already');
  }
}

const CHUNK = 256;

async function ensureMonth({ shell }: World, at: Instant): Promise<void> {
  const day = dayOf(at);
  await sql`select ledger.ensure_partitions(${day}::date, ${addMonths(day, 1)}::date)`.execute(shell.db);
}

/** What the first case became: its facts in the clear, and everything that is the same for all of this moment. */
async function patternOf(world: World, caseId: string) {
  const key = { jurisdiction: anyang, caseId };
  const stored = await readStream(world.shell.db, { jurisdiction: anyang, stream: streamOf(caseId) });
  const entries = stored.map(caseEntryOf).map((entry) => opened(world, caseId, entry));
  const row = await findCase(world.shell.db, key);
  if (row === undefined) throw new Error('the first case is not there');
  const item = await world.near.itemVersion(anyang, row.item_id, row.item_version);
  const outcome = { key, before: initialState, state: row.state, revision: row.revision, entries };
  return projectionOf(world, { ...outcome, context: await contextOf(world, item) });
}

function opened({ keeper }: World, caseId: string, entry: CaseEntry): CaseEntry {
  const { fact } = entry;
  if (fact.type !== 'applicationFiled') return entry;
  const applicant = openApplicant(keeper, { jurisdiction: anyang, caseId }, fact.applicant);
  return { ...entry, fact: { ...fact, applicant } };
}

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

function actOf(world: World, pattern: Awaited<ReturnType<typeof patternOf>>, one: Numbered): Act {
  const { caseId, commandId, serial, load } = one;
  const key = { jurisdiction: anyang, caseId };
  const filing = filingNumbered(serial);
  const number = caseNumber(dayOf(load.at), one.number);
  const entries = pattern.entries.map((entry) => {
    const { fact } = entry;
    const own = fact.type === 'applicationFiled' ? { ...fact, applicant: filing.applicant, number } : fact;
    return { ...entry, fact: sealedFact(world.keeper, key, own) };
  });
  const state = entries.reduce(evolve, initialState);
  const live = liveOf(state);
  if (live === undefined) throw new Error('a filing that leaves no case');
  const answer = { caseId, number, revision: pattern.revision };
  return {
    append: {
      jurisdiction: anyang,
      stream: streamOf(caseId),
      after: EMPTY,
      entries: entries.map(({ fact: { type, ...body }, actor }) => ({ type, body, actor })),
      stamp: { at: load.at, deviceTime: undefined, actor: entries[0]?.actor ?? {}, commandId },
      remember: { request: { commands: [filing, ...load.commands] }, answer },
    },
    rows: rowsOf(world, { ...pattern, key, entries, state, live }),
  };
}
