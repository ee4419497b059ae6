import { dayOf, ok, refuse, type Result } from '@yimen/kernel';
import { passwordFault, passwordProfiles, personId, postId, type AdministratorRole } from '@yimen/core/people';
import { sql } from 'kysely';
import { COMMAND_LINE } from '../../platform/audit/index.ts';
import type { Shell } from '../../platform/shell.ts';
import { loadPeople } from './load.ts';
import { record } from './record.ts';

export interface NewAdministrator {
  readonly jurisdiction: string;
  readonly username: string;
  readonly name: string;
  readonly password: string;
  readonly role: AdministratorRole;
}

/** The post each of the three holds; made with its first holder. */
const POSTS: Readonly<Record<AdministratorRole, readonly [id: string, name: string]>> = {
  systemAdministrator: ['administrator', '系统管理岗'],
  securityAdministrator: ['security-administrator', '安全管理岗'],
  auditAdministrator: ['audit-administrator', '审计管理岗'],
};

const USERNAME = /^[a-z0-9][a-z0-9._-]{2,39}$/;

/** Why there can be no such administrator, in words: a bad or taken name, a weak password. Asked before a hall is made for one. */
export async function administratorFault(
  { db }: Pick<Shell, 'db'>,
  { username, name, password }: Pick<NewAdministrator, 'username' | 'name' | 'password'>,
): Promise<string | undefined> {
  if (!USERNAME.test(username)) return '用户名须为 3–40 位小写字母、数字、点或横线 / 3 to 40 of a–z, 0–9, . _ -';
  const fault = passwordFault(passwordProfiles.modern, password, { username, name, hasFactor: false });
  if (fault !== undefined) return `${fault.words.zh} / ${fault.words.en}`;
  const { rows } = await sql`select from people.account where username = ${username}`.execute(db);
  return rows.length > 0 ? `用户名已存在 / the user name is taken: ${username}` : undefined;
}

/** Makes one of the three administrators of a hall, with the post of that power alone, on record. Refuses a name that is taken and a weak password, in words. */
export async function createAdministrator(
  shell: Pick<Shell, 'db' | 'now' | 'realNow' | 'newId'>,
  { jurisdiction, username, name, password, role }: NewAdministrator,
): Promise<Result<{ readonly person: string }, string>> {
  const fault = await administratorFault(shell, { username, name, password });
  if (fault !== undefined) return refuse(fault);
  const [id, called] = POSTS[role];
  const post = { id: postId(id), name: called, roles: [role] };
  const from = dayOf(shell.now());
  await shell.db.transaction().execute(async (tx) => {
    await loadPeople(
      tx,
      jurisdiction,
      {
        people: [{ id: username, name }],
        posts: [post],
        postings: [{ person: personId(username), post: post.id, rank: 'A', from }],
        delegations: [],
        authorisations: [],
        accounts: [{ person: username, username, password, demonstration: false }],
      },
      shell.realNow(),
    );
    const made = { type: 'accountMade', jurisdiction, person: username, detail: { role } } as const;
    await record(tx, shell, { ...made, by: COMMAND_LINE, from: 'command line' });
  });
  return ok({ person: username });
}

/** How many accounts there are, and how many of them belong to the demonstration. */
export async function countAccounts({
  db,
}: Pick<Shell, 'db'>): Promise<{ readonly all: number; readonly demonstration: number }> {
  const { rows } = await sql<{ all: number; demonstration: number }>`select count(*)::int as all,
    (count(*) filter (where demonstration))::int as demonstration from people.account where disabled_at is null`.execute(
    db,
  );
  return rows[0] ?? { all: 0, demonstration: 0 };
}
