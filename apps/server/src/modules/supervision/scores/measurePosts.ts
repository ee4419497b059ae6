import { postContent, type EnteredPoints, type Measured, type ScoredCard } from '@yimen/core/performance';
import { firstDayOf, lastDayOf, type Month } from '@yimen/core/supervision';
import { sql, type RawBuilder } from 'kysely';
import type { Tx } from '../../../platform/shell.ts';

/** Which posts, from a month to a month, both included. */
export interface PostsAsked {
  readonly jurisdiction: string;
  readonly posts: readonly string[];
  readonly from: Month;
  /** Ratings further back: two periods that follow one another may lie before. */
  readonly ratedFrom: Month;
  readonly to: Month;
}

interface OfPost {
  readonly post: string;
  readonly month: Month;
}

/** Rows by post and month. */
function byPost<R extends OfPost>(rows: readonly R[]): (post: string, month: Month) => readonly R[] {
  const found = new Map<string, R[]>();
  for (const row of rows) {
    const name = `${row.post}|${row.month}`;
    found.set(name, [...(found.get(name) ?? []), row]);
  }
  return (post, month) => found.get(`${post}|${month}`) ?? [];
}

const days = ({ from, to }: Pick<PostsAsked, 'from' | 'to'>): RawBuilder<unknown> =>
  sql`between ${firstDayOf(from)}::date and ${lastDayOf(to)}::date`;
const wanted = ({ posts }: PostsAsked): RawBuilder<unknown> => sql`${[...posts]}::text[]`;

/** Cards of what was done at the posts, by the very condition departments are scored by. */
async function cardsAt(tx: Tx, asked: PostsAsked) {
  const { rows } = await sql<
    ScoredCard & OfPost
  >`select p.post, to_char(coalesce(upheld_on, raised_on), 'YYYY-MM') as month,
      card_id as "cardId", family, level
    from supervision.cards cross join lateral unnest(posts) p(post)
    where jurisdiction = ${asked.jurisdiction} and family <> 'urging' and p.post = any(${wanted(asked)})
      and (upheld_on ${days(asked)}
        or level = 'warning' and raised_on ${days(asked)} and coalesce(verdict, '') not in ('rescinded', 'excused'))
    order by raised_at, card_id`.execute(tx);
  return byPost(rows);
}

async function deedsAt(tx: Tx, asked: PostsAsked) {
  const { rows } = await sql<
    OfPost & { done: number; late: string[] }
  >`select post, to_char(on_day, 'YYYY-MM') as month,
      count(*)::int as done, coalesce(array_agg(case_id order by on_day, case_id) filter (where late), '{}') as late
    from supervision.deeds where jurisdiction = ${asked.jurisdiction} and post = any(${wanted(asked)}) and on_day ${days(asked)}
    group by 1, 2`.execute(tx);
  return byPost(rows);
}

async function ratingsAt(tx: Tx, asked: PostsAsked) {
  const rated = days({ from: asked.ratedFrom, to: asked.to });
  const { rows } = await sql<OfPost & { ratings: number; content: number }>`select post,
      to_char(on_day, 'YYYY-MM') as month, count(*)::int as ratings, (count(*) filter (where level >= 3))::int as content
    from supervision.ratings where jurisdiction = ${asked.jurisdiction} and post = any(${wanted(asked)}) and on_day ${rated}
    group by 1, 2`.execute(tx);
  return byPost(rows);
}

async function enteredAt(tx: Tx, { jurisdiction, posts, from, to }: PostsAsked) {
  const { rows } = await sql<EnteredPoints & OfPost>`select scored as post, month, line, times, reason, record
    from supervision.score_entries where jurisdiction = ${jurisdiction} and subject = 'post'
      and scored = any(${[...posts]}::text[]) and month between ${from} and ${to} order by entered_at`.execute(tx);
  return byPost(rows);
}

/** What a sheet may ask of a post's month, and how many rated. */
export interface MeasuredPost extends Measured {
  readonly ratings: number;
}

/** Measures of all these posts in one pass: four questions, however many posts and months. */
export async function measurePosts(tx: Tx, asked: PostsAsked): Promise<(post: string, month: Month) => MeasuredPost> {
  const cards = await cardsAt(tx, asked);
  const deeds = await deedsAt(tx, asked);
  const rated = await ratingsAt(tx, asked);
  const entered = await enteredAt(tx, asked);
  return (post, month) => {
    const [{ done, late } = { done: 0, late: [] }] = deeds(post, month);
    const [ratings = { ratings: 0, content: 0 }] = rated(post, month);
    return {
      cards: cards(post, month),
      late,
      decided: done,
      // A department's alone: a post promises nothing, keeps no ledger and is not urged.
      earlyShare: null,
      promiseCut: null,
      coverage: null,
      urgingsLate: 0,
      satisfaction: postContent(ratings),
      ratings: ratings.ratings,
      entered: entered(post, month),
    };
  };
}
