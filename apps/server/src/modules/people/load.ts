import type { Authorisation, Delegation, Post, Posting } from '@yimen/core/people';
import type { Instant } from '@yimen/kernel';
import { sql } from 'kysely';
import type { Tx } from '../../platform/shell.ts';
import { hashPassword } from './password.ts';

/** People of one hall as they are loaded: the demonstration's, or the first administrator's. */
export interface PeopleData {
  readonly people: readonly { readonly id: string; readonly name: string }[];
  readonly posts: readonly Post[];
  readonly postings: readonly Posting[];
  readonly delegations: readonly Delegation[];
  readonly authorisations: readonly Authorisation[];
  readonly accounts: readonly NewAccount[];
}

export interface NewAccount {
  readonly person: string;
  readonly username: string;
  readonly password: string;
  readonly demonstration: boolean;
}

/** Writes people, posts, authorisations and accounts; loading the same again changes only what differs. */
export async function loadPeople(tx: Tx, jurisdiction: string, data: PeopleData, at: Instant): Promise<void> {
  await loadStaff(tx, jurisdiction, data);
  await loadPapers(tx, jurisdiction, data);
  await loadAccounts(tx, jurisdiction, data.accounts, at);
}

async function loadStaff(tx: Tx, jurisdiction: string, { people, posts, postings }: PeopleData): Promise<void> {
  await sql`insert into people.person (jurisdiction, id, name)
    select ${jurisdiction}, id, name from json_to_recordset(${JSON.stringify(people)}::json)
      as p(id text, name text)
    on conflict (jurisdiction, id) do update set name = excluded.name`.execute(tx);
  await sql`insert into people.post (jurisdiction, id, authority, name, roles)
    select ${jurisdiction}, id, authority, name, roles from json_to_recordset(${JSON.stringify(posts)}::json)
      as p(id text, authority text, name text, roles text[])
    on conflict (jurisdiction, id) do update
      set authority = excluded.authority, name = excluded.name, roles = excluded.roles`.execute(tx);
  await sql`insert into people.posting (jurisdiction, person, post, rank, from_day, to_day)
    select ${jurisdiction}, person, post, rank, "from", "to" from json_to_recordset(${JSON.stringify(postings)}::json)
      as p(person text, post text, rank text, "from" date, "to" date)
    on conflict (jurisdiction, post, person, from_day) do update
      set rank = excluded.rank, to_day = excluded.to_day`.execute(tx);
}

async function loadPapers(tx: Tx, jurisdiction: string, { delegations, authorisations }: PeopleData): Promise<void> {
  await sql`insert into people.delegation (jurisdiction, id, post, to_person, from_day, to_day, reason)
    select ${jurisdiction}, id, post, "toPerson", "from", "to", reason
      from json_to_recordset(${JSON.stringify(delegations)}::json)
      as d(id text, post text, "toPerson" text, "from" date, "to" date, reason text)
    on conflict (jurisdiction, id) do update set to_day = excluded.to_day, reason = excluded.reason`.execute(tx);
  const rows = authorisations.map((paper) => ({ ...paper, items: paper.items === 'all' ? null : paper.items }));
  await sql`insert into people.authorisation
      (jurisdiction, id, number, authority, post, acts, items, handling, instant, from_day, to_day)
    select ${jurisdiction}, id, number, authority, post, acts, items, handling, instant, "from", "to"
      from json_to_recordset(${JSON.stringify(rows)}::json)
      as a(id text, number text, authority text, post text, acts text[], items text[], handling text, instant boolean,
           "from" date, "to" date)
    on conflict (jurisdiction, id) do update set number = excluded.number, authority = excluded.authority,
      post = excluded.post, acts = excluded.acts, items = excluded.items, handling = excluded.handling,
      instant = excluded.instant, from_day = excluded.from_day, to_day = excluded.to_day`.execute(tx);
}

async function loadAccounts(tx: Tx, jurisdiction: string, accounts: readonly NewAccount[], at: Instant): Promise<void> {
  // Demonstration accounts share one password; hashing it a hundred times would cost seconds and protect nothing.
  const hashes = new Map<string, Promise<string>>();
  const rows = await Promise.all(
    accounts.map(async ({ person, username, password, demonstration }) => {
      const hashed = hashes.get(password) ?? hashPassword(password);
      hashes.set(password, hashed);
      return { person, username: username.toLowerCase(), hash: await hashed, demonstration };
    }),
  );
  await sql`insert into people.account (jurisdiction, person, username, password_hash, demonstration, created_at, password_changed_at)
    select ${jurisdiction}, person, username, hash, demonstration, ${at}::timestamptz, ${at}::timestamptz
      from json_to_recordset(${JSON.stringify(rows)}::json)
      as a(person text, username text, hash text, demonstration boolean)
    on conflict (jurisdiction, person) do nothing`.execute(tx);
}
