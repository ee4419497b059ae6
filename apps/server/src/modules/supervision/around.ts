import { addDays, instantFromMillis, millisOf, type Day } from '@yimen/kernel';
import type { CaseEntry } from '@yimen/core/casework';
import type { Around } from '@yimen/core/supervision';
import { sql } from 'kysely';
import type { StoredEntry } from '../../platform/ledger/index.ts';
import type { Tx } from '../../platform/shell.ts';
import type { Followed } from './followed.ts';

const DECIDING: readonly string[] = ['stepCompleted', 'decisionSigned', 'decisionSealed'];
const TEN_MINUTES = 600_000;
const PHONE_DAYS = 30;
const REFILE_DAYS = 30;
const MINUTE = 60_000;

/** What lies outside the case at an entry: read by index, bounded, and only for the entries that are asked about. */
export async function aroundOf(tx: Tx, stored: StoredEntry, entry: CaseEntry, followed: Followed): Promise<Around> {
  return {
    ...deviceOf(stored),
    ...(DECIDING.includes(entry.fact.type) ? await paceOf(tx, entry, followed) : {}),
    ...(entry.fact.type === 'applicationFiled' ? await applicantOf(tx, followed) : {}),
  };
}

function deviceOf({ at, deviceTime }: StoredEntry): Around {
  if (deviceTime === undefined) return {};
  return { deviceMinutes: Math.round(Math.abs(millisOf(at) - millisOf(deviceTime)) / MINUTE) };
}

/** Counted without this act's own row and with it added, so that a recount finds the same whatever came later. */
async function paceOf(tx: Tx, { actor, at, revision }: CaseEntry, { jurisdiction, caseId }: Followed): Promise<Around> {
  if (actor.kind !== 'officer') return {};
  const since = instantFromMillis(millisOf(at) - TEN_MINUTES);
  const { rows } = await sql<{ acts: number }>`with mine as (
      insert into supervision.acts (jurisdiction, person, at, case_id, revision)
      values (${jurisdiction}, ${actor.person}, ${at}::timestamptz, ${caseId}, ${revision}) on conflict do nothing
    )
    select count(*)::int as acts from supervision.acts where jurisdiction = ${jurisdiction} and person = ${actor.person}
      and at > ${since}::timestamptz and at <= ${at}::timestamptz and (case_id, revision) <> (${caseId}, ${revision})`.execute(
    tx,
  );
  return { actsInTenMinutes: (rows[0]?.acts ?? 0) + 1 };
}

interface ApplicantRow {
  readonly applicants: number;
  readonly number: string | null;
  readonly stage: string | null;
  readonly ended_on: Day | null;
}

async function applicantOf(
  tx: Tx,
  { jurisdiction, caseId, identity, phone, itemId, filedOn }: Followed,
): Promise<Around> {
  if (identity === null || phone === null) return {};
  const { rows } = await sql<ApplicantRow>`select
      (select count(distinct p.identity_hash)::int from supervision.watch p
        where p.jurisdiction = ${jurisdiction} and p.phone_hash = decode(${phone}, 'hex')
          and p.filed_on between ${addDays(filedOn, -PHONE_DAYS)}::date and ${filedOn}::date
          and p.identity_hash <> decode(${identity}, 'hex')) as applicants,
      e.number, e.stage, e.ended_on::text as ended_on
    from (select 1) one left join lateral (
      select number, stage, ended_on from supervision.watch
      where jurisdiction = ${jurisdiction} and identity_hash = decode(${identity}, 'hex') and item_id = ${itemId}
        and case_id <> ${caseId} and ended_on between ${addDays(filedOn, -REFILE_DAYS)}::date and ${filedOn}::date
      order by ended_on desc, number desc limit 1) e on true`.execute(tx);
  const [row] = rows;
  if (row === undefined) return {};
  const { number, stage, ended_on: endedOn } = row;
  const earlier =
    number === null || stage === null || endedOn === null ? {} : { earlier: { number, ending: stage, endedOn } };
  return { applicantsOfPhone: row.applicants + 1, ...earlier };
}
