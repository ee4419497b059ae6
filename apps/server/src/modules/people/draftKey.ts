import { DraftKey } from '@yimen/contract';
import { sql } from 'kysely';
import { staffOf, type App, type Staff } from '../../platform/http/index.ts';
import type { Shell } from '../../platform/shell.ts';

type World = Pick<Shell, 'db' | 'random'>;

/** The key of one person's unsent typing, made when first asked for; two asking at once agree on the first one written. */
async function draftKeyOf({ db, random }: World, { jurisdiction, person }: Staff): Promise<{ readonly key: string }> {
  await sql`insert into people.draft_key (jurisdiction, person, key)
    values (${jurisdiction}, ${person}, ${Buffer.from(random(32))}) on conflict do nothing`.execute(db);
  const { rows } = await sql<{ key: string }>`select encode(key, 'hex') as key from people.draft_key
    where jurisdiction = ${jurisdiction} and person = ${person}`.execute(db);
  const row = rows[0];
  if (row === undefined) throw new Error('a draft key just made is not there');
  return row;
}

/** What a person typed stays at the hall's computer, sealed under a key that only their own session is given. */
export function draftKeyRoutes(shell: Shell): (app: App) => void {
  return (app) => {
    app.get(
      '/api/v1/desk/draft-key',
      {
        config: { policy: 'staff' },
        schema: { tags: ['desk'], summary: '草稿密钥 / key of drafts', response: { 200: DraftKey } },
      },
      (request) => draftKeyOf(shell, staffOf(request)),
    );
  };
}
