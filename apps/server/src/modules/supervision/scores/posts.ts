import type { PostScoresView, ScoreView } from '@yimen/contract';
import { passedOver, scoreBy, yearlyPoints } from '@yimen/core/performance';
import type { Post, Role, Standing } from '@yimen/core/people';
import { firstDayOf, lastDayOf, monthOf, type Month } from '@yimen/core/supervision';
import type { Tx } from '../../../platform/shell.ts';
import { asSupervisor } from '../asSupervisor.ts';
import { postsOn, type Asking } from '../sight.ts';
import { todayOf, type Supervision } from '../world.ts';
import { measurePosts, type MeasuredPost } from './measurePosts.ts';
import { monthsUpTo, yearBack } from './months.ts';
import { choicesOf, partsView, quarterView, sheetView } from './parts.ts';
import { sheetBook } from './sheets.ts';

const subject = 'post';
const CENTRE = '政务服务中心';

/** Roles at whose posts work on cases is done. Posts that judge (heads, overseers, offices) are not scored by this. */
const WORKING: readonly Role[] = [
  'guide',
  'windowClerk',
  'examiner',
  'approver',
  'legalReviewer',
  'chiefRepresentative',
  'sealKeeper',
  'deliveryClerk',
];
/** Those who see every post of the hall. */
const OVER_ALL: readonly Role[] = ['supervisor', 'dutyManager'];

export interface AskingForPosts extends Asking {
  readonly standing: Standing;
}

/**
 * Who sees a post's month: a post with one holder points to an officer. So only supervisors, the duty manager, the head of
 * the post's own department, and whoever held it in that month.
 */
function seesPost(world: Supervision, { actor, standing }: AskingForPosts, post: Post, month: Month): boolean {
  if (actor.roles.some((role) => OVER_ALL.includes(role))) return true;
  const heads = postsOn(standing, todayOf(world)).some(
    ({ authority, roles }) =>
      authority !== undefined && authority === post.authority && roles.includes('authorityHead'),
  );
  return (
    heads || standing.postings.some((one) => one.person === standing.person && one.post === post.id && held(one, month))
  );
}

const held = ({ from, to }: Standing['postings'][number], month: Month): boolean =>
  from <= lastDayOf(month) && (to === undefined || firstDayOf(month) <= to);

async function seenPosts(world: Supervision, asking: AskingForPosts, month: Month): Promise<readonly Post[]> {
  const posts = await world.near.posts(asking.jurisdiction);
  return posts.filter(
    (post) => post.roles.some((role) => WORKING.includes(role)) && seesPost(world, asking, post, month),
  );
}

interface Reckoned {
  readonly sheetIn: Awaited<ReturnType<typeof sheetBook>>;
  readonly measured: (post: string, month: Month) => MeasuredPost;
}

/** What the posts' months are reckoned from. */
async function reckon(
  tx: Tx,
  jurisdiction: string,
  {
    posts,
    month,
    since,
  }: { readonly posts: readonly Post[]; readonly month: Month; readonly since: 'quarter' | 'year' },
): Promise<Reckoned> {
  const [from = month] = monthsUpTo(month, since);
  const [ratedFrom = month] = yearBack(month);
  const ids = posts.map(({ id }) => id);
  return {
    sheetIn: await sheetBook(tx, { jurisdiction, subject }),
    measured: await measurePosts(tx, { jurisdiction, posts: ids, from, ratedFrom, to: month }),
  };
}

const scoreIn = ({ sheetIn, measured }: Reckoned, post: string, month: Month) =>
  scoreBy(sheetIn(month), measured(post, month));

/** A month in which nothing was done, rated or raised at the post has no score: full points for nothing would be one. */
function wasActive({ measured }: Reckoned, post: string, month: Month): boolean {
  const { cards, decided, ratings, entered } = measured(post, month);
  return decided > 0 || ratings > 0 || cards.length > 0 || entered.length > 0;
}

const totals = (reckoned: Reckoned, post: string, months: readonly Month[]): readonly number[] =>
  months.filter((month) => wasActive(reckoned, post, month)).map((month) => scoreIn(reckoned, post, month).total);

/** 连续两次低于百分之八十, within the twelve months up to this one. */
const isPassedOver = ({ measured }: Reckoned, post: string, month: Month): boolean =>
  passedOver(yearBack(month).map((one) => measured(post, one).satisfaction));

/** The posts this person may see, by department and name: in no order of points, and nobody is named. */
export async function postScoresOf(world: Supervision, asking: AskingForPosts, month: Month): Promise<PostScoresView> {
  const posts = await seenPosts(world, asking, month);
  const names = await world.near.authorityNames(asking.jurisdiction);
  return asSupervisor(world, async (tx) => {
    const reckoned = await reckon(tx, asking.jurisdiction, { posts, month, since: 'quarter' });
    return {
      month,
      sheet: sheetView(reckoned.sheetIn(month)),
      lines: posts.map(({ id, name, authority }) => ({
        post: id,
        name,
        department: authority === undefined ? CENTRE : (names.get(authority) ?? authority),
        deeds: reckoned.measured(id, month).decided,
        total: wasActive(reckoned, id, month) ? scoreIn(reckoned, id, month).total : null,
        ...quarterView(totals(reckoned, id, monthsUpTo(month, 'quarter'))),
        satisfaction: reckoned.measured(id, month).satisfaction,
        passedOver: isPassedOver(reckoned, id, month),
      })),
    };
  });
}

/** One post's month, every point with what it stands on; undefined where there is none for this person. */
export async function postScoreView(
  world: Supervision,
  asking: AskingForPosts,
  { post: id, month }: { readonly post: string; readonly month: Month },
): Promise<ScoreView | undefined> {
  const post = (await seenPosts(world, asking, month)).find((one) => one.id === id);
  if (post === undefined) return undefined;
  const names = await world.near.authorityNames(asking.jurisdiction);
  return asSupervisor(world, async (tx) => {
    const reckoned = await reckon(tx, asking.jurisdiction, { posts: [post], month, since: 'year' });
    const { satisfaction, ratings, decided } = reckoned.measured(id, month);
    const year = yearlyPoints(totals(reckoned, id, monthsUpTo(month, 'year')));
    const sheet = reckoned.sheetIn(month);
    return {
      subject,
      scored: id,
      name: post.name,
      month,
      running: month >= monthOf(todayOf(world)),
      ...partsView(sheet, scoreIn(reckoned, id, month)),
      ...quarterView(totals(reckoned, id, monthsUpTo(month, 'quarter'))),
      ...(year === undefined ? {} : { year }),
      accountability: 0,
      satisfaction,
      short: false,
      post: {
        department: post.authority === undefined ? CENTRE : (names.get(post.authority) ?? post.authority),
        deeds: decided,
        ratings,
        passedOver: isPassedOver(reckoned, id, month),
      },
      ...(asking.actor.roles.includes('supervisor') ? { sheets: choicesOf(subject, sheet) } : {}),
    };
  });
}
