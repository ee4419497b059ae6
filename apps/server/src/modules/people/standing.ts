import type { Authorisation, Delegation, PersonId, Post, Posting, Role, Standing } from '@yimen/core/people';
import type { Day } from '@yimen/kernel';
import { sql, type RawBuilder } from 'kysely';
import type { Db } from '../../platform/shell.ts';

interface StandingRow {
  readonly name: string;
  readonly posts: readonly Post[];
  readonly postings: readonly Posting[];
  readonly delegations: readonly Delegation[];
  readonly authorisations: readonly Authorisation[];
}

/**
 * Everything that says what one person may do, in one round trip: their posts and those delegated to them, who else holds
 * these, and the authorisations of these posts, past and coming ones too, so that a refusal can name what is missing.
 * Undefined for somebody unknown.
 */
export async function standingOf(db: Db, jurisdiction: string, person: string): Promise<Standing | undefined> {
  const { rows } = await sql<StandingRow>`
    with mine as (
      select post from people.posting where jurisdiction = ${jurisdiction} and person = ${person}
      union select post from people.delegation where jurisdiction = ${jurisdiction} and to_person = ${person}
    )
    select p.name,
      coalesce((select json_agg(json_strip_nulls(json_build_object('id', o.id, 'authority', o.authority, 'name', o.name, 'roles', o.roles)) order by o.id)
        from people.post o join mine on mine.post = o.id where o.jurisdiction = ${jurisdiction}), '[]') as posts,
      coalesce((select json_agg(json_strip_nulls(json_build_object('person', g.person, 'post', g.post, 'rank', g.rank, 'from', g.from_day, 'to', g.to_day)) order by g.post, g.rank, g.from_day)
        from people.posting g join mine on mine.post = g.post where g.jurisdiction = ${jurisdiction}), '[]') as postings,
      coalesce((select json_agg(json_build_object('id', d.id, 'post', d.post, 'toPerson', d.to_person, 'from', d.from_day, 'to', d.to_day, 'reason', d.reason) order by d.id)
        from people.delegation d join mine on mine.post = d.post where d.jurisdiction = ${jurisdiction}), '[]') as delegations,
      coalesce((select json_agg(json_build_object('id', a.id, 'number', a.number, 'authority', a.authority, 'post', a.post, 'acts', a.acts,
          'items', coalesce(to_json(a.items), '"all"'), 'handling', a.handling, 'instant', a.instant, 'from', a.from_day, 'to', a.to_day) order by a.id)
        from people.authorisation a join mine on mine.post = a.post where a.jurisdiction = ${jurisdiction}), '[]') as authorisations
    from people.person p where p.jurisdiction = ${jurisdiction} and p.id = ${person}`.execute(db);
  const row = rows[0];
  return row === undefined ? undefined : { person: person as PersonId, ...row };
}

/** The posts this person acts from on a day: held, deputised for, or delegated. */
export function postsHeld({ person, posts, postings, delegations }: Standing, on: Day): readonly Post[] {
  const held = postings.filter(
    (one) => one.person === person && one.from <= on && (one.to === undefined || on <= one.to),
  );
  const given = delegations.filter(({ toPerson, from, to }) => toPerson === person && from <= on && on <= to);
  const ids = new Set<string>([...held, ...given].map(({ post }) => post));
  return posts.filter(({ id }) => ids.has(id));
}

/** Every post of a hall, by department and name; those of the centre itself come first. */
export async function postsOf(db: Db, jurisdiction: string): Promise<readonly Post[]> {
  const { rows } = await sql<{ post: Post }>`select json_strip_nulls(json_build_object('id', id, 'authority', authority,
      'name', name, 'roles', roles)) as post
    from people.post where jurisdiction = ${jurisdiction} order by authority nulls first, name, id`.execute(db);
  return rows.map(({ post }) => post);
}

/** The authorisations of a hall valid on a day: who may what for which items, whoever holds the post. */
export async function authorisationsOn(
  db: Db,
  jurisdiction: string,
  on: Day,
): Promise<readonly Pick<Authorisation, 'authority' | 'acts' | 'items'>[]> {
  const { rows } = await sql<
    Pick<Authorisation, 'authority' | 'acts'> & { items: readonly string[] | null }
  >`select authority, acts, items from people.authorisation
    where jurisdiction = ${jurisdiction} and from_day <= ${on}::date and to_day >= ${on}::date`.execute(db);
  return rows.map(({ items, ...paper }) => ({ ...paper, items: items ?? 'all' }));
}

/** A person of a department, for handing over a step or going along on a site visit. */
export interface Colleague {
  readonly person: string;
  readonly name: string;
  /** The post's name. */
  readonly post: string;
}

/** Who holds a post of this department on this day; of the centre itself where it is `null`. */
export function colleaguesOf(
  db: Db,
  jurisdiction: string,
  authority: string | null,
  on: Day,
): Promise<readonly Colleague[]> {
  return holdersOf(db, { jurisdiction, on, posts: sql<boolean>`o.authority is not distinct from ${authority}` });
}

/** Who holds one of these offices of the hall itself on this day. */
export function hallOfficers(
  db: Db,
  jurisdiction: string,
  roles: readonly Role[],
  on: Day,
): Promise<readonly Colleague[]> {
  const posts = sql<boolean>`o.authority is null and o.roles && ${[...roles]}::text[]`;
  return holdersOf(db, { jurisdiction, on, posts });
}

interface Holding {
  readonly jurisdiction: string;
  readonly on: Day;
  readonly posts: RawBuilder<boolean>;
}

async function holdersOf(db: Db, { jurisdiction, on, posts }: Holding): Promise<readonly Colleague[]> {
  const { rows } = await sql<Colleague>`select p.id as person, p.name, o.name as post
    from people.posting g
    join people.post o on o.jurisdiction = g.jurisdiction and o.id = g.post
    join people.person p on p.jurisdiction = g.jurisdiction and p.id = g.person
    where g.jurisdiction = ${jurisdiction} and ${posts}
      and g.from_day <= ${on}::date and (g.to_day is null or g.to_day >= ${on}::date)
    order by o.name, g.rank, p.name`.execute(db);
  return rows;
}

/** Names by person id. */
export function peopleNames(
  db: Db,
  jurisdiction: string,
  ids: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  return namesFrom(db, jurisdiction, ids, 'people.person');
}

/** Names by post id. */
export function postNames(db: Db, jurisdiction: string, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  return namesFrom(db, jurisdiction, ids, 'people.post');
}

async function namesFrom(
  db: Db,
  jurisdiction: string,
  ids: readonly string[],
  table: 'people.person' | 'people.post',
): Promise<ReadonlyMap<string, string>> {
  const { rows } = await sql<{ id: string; name: string }>`select id, name from ${sql.table(table)}
    where jurisdiction = ${jurisdiction} and id = any(${[...ids]}::text[])`.execute(db);
  return new Map(rows.map(({ id, name }) => [id, name]));
}
