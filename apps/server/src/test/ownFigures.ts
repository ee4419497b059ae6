import type { Day } from '@yimen/kernel';
import { sql, type Kysely } from 'kysely';

/** Off on the weekdays of spring 2026, and the Saturday worked instead, as the State Council's notice has them. */
const OFF = "'2026-04-06', '2026-05-01', '2026-05-04', '2026-05-05'";
const WORKED = "'2026-05-09'";

/**
 * What happened, from the ledger alone and by SQL that shares nothing with the figures. A case was decided late when a card
 * had been raised over its promise (T03) before the day of its decision was over.
 */
const FACTS = `
  filed as (select stream, body->>'channel' as channel, body->>'itemId' as item from ledger.entries where type = 'applicationFiled'),
  received as (select r.stream, r.body->>'receivedOn' as on_day, f.channel from ledger.entries r join filed f using (stream)
    where r.type = 'applicationReceived'),
  accepted as (select stream, body->>'acceptedOn' as on_day from ledger.entries where type = 'caseAccepted'),
  raised as (select stream as card, 'case:' || (body->'matter'->>'caseId') as stream, body->>'raisedOn' as on_day,
      body->>'level' as level, body->>'rule' as rule, body->>'family' as family from ledger.entries where type = 'cardRaised'),
  limits as (select item_id as item, content->>'handling' as handling, (content->'limits'->'promised'->>'count')::int as promised,
      (content->'limits'->'statutory'->>'count')::int as statutory from catalogue.item_version),
  decided as (select d.stream, d.body->>'decidedOn' as on_day, l.handling, l.promised, l.statutory,
      (select p.body->>'outcome' from ledger.entries p where p.stream = d.stream and p.type = 'decisionProposed') as outcome,
      exists (select from raised r where r.stream = d.stream and r.rule = 'T03' and r.level = 'yellow'
        and r.on_day <= d.body->>'decidedOn') as late,
      (select count(*)::int from generate_series(a.on_day::date + 1, (d.body->>'decidedOn')::date, '1 day') as g(day)
        where extract(isodow from day) < 6 and day::date::text not in (${OFF}) or day::date::text in (${WORKED})) as took
    from ledger.entries d join accepted a using (stream) join filed f using (stream) join limits l using (item)
    where d.type = 'decisionSigned'),
  came as (select e.stream, (e.at at time zone 'Asia/Shanghai')::date as on_day from ledger.entries e
    where e.type = 'applicationFiled' and e.body->>'channel' <> 'web'
      or e.type = 'correctionDelivered' and e.actor->>'kind' = 'officer'
      or e.type = 'decisionServed' and e.body->>'method' = 'inPerson'),
  rated as (select replace(stream, 'rating:', 'case:') as stream, (at at time zone 'Asia/Shanghai')::date::text as on_day,
      (body->>'level')::int as level from ledger.entries where type = 'ratingGiven'),
  served as (select e.stream, e.body->>'servedOn' as on_day, f.channel,
      (select count(distinct c.on_day) from came c where c.stream = e.stream) as visits,
      exists (select from rated g where g.stream = e.stream) as rated
    from ledger.entries e join filed f using (stream) where e.type = 'decisionServed'),
  bad as (select r.on_day, exists (select from ledger.entries a where a.stream = r.card and a.type = 'rectificationAccepted') as mended
    from raised r where r.rule = 'V01'
      and not exists (select from ledger.entries x where x.stream = r.card and x.type in ('cardRescinded', 'cardExcused'))),
  upheld as (select (at at time zone 'Asia/Shanghai')::date::text as on_day,
      (select (p.body->>'points')::int from ledger.entries p where p.stream = u.stream and p.type = 'pointsEntered') as points
    from ledger.entries u where u.type = 'cardUpheld')`;

const MEASURED = "handling = 'promised' and promised > 0";
/** What is added up, of which fact, and under what condition. */
const SUMS = {
  received: ['count(*)', 'received', 'true'],
  online: ['count(*)', 'received', "channel = 'web'"],
  accepted: ['count(*)', 'accepted', 'true'],
  decided: ['count(*)', 'decided', 'true'],
  refused: ['count(*)', 'decided', "outcome = 'refuse'"],
  late: ['count(*)', 'decided', 'late'],
  instant: ['count(*)', 'decided', "handling = 'instant'"],
  measured: ['count(*)', 'decided', MEASURED],
  early: ['count(*)', 'decided', `${MEASURED} and took < promised`],
  took: ['sum(took)', 'decided', MEASURED],
  promised: ['sum(promised)', 'decided', MEASURED],
  statutory: ['sum(statutory)', 'decided', MEASURED],
  ratings: ['count(*)', 'rated', 'true'],
  content: ['count(*)', 'rated', 'level >= 3'],
  served: ['count(*)', 'served', 'true'],
  whole: ['count(*)', 'served', "visits = 0 and channel = 'web'"],
  once: ['count(*)', 'served', 'visits <= 1'],
  servedRated: ['count(*)', 'served', 'rated'],
  bad: ['count(*)', 'bad', 'true'],
  mended: ['count(*)', 'bad', 'mended'],
  warnings: ['count(*)', 'raised', "level = 'warning' and family <> 'urging'"],
  yellows: ['count(*)', 'raised', "level = 'yellow'"],
  reds: ['count(*)', 'raised', "level = 'red'"],
  upheld: ['count(*)', 'upheld', 'true'],
  points: ['sum(points)', 'upheld', 'true'],
} as const;
type Sums = Readonly<Record<keyof typeof SUMS, number>>;

/** Every figure by its key: how many, and of how many; null where it is a number of its own. */
export async function ownFigures(
  db: Kysely<unknown>,
  from: Day,
  to: Day,
): Promise<Readonly<Record<string, readonly [count: number, of: number | null]>>> {
  const sums = Object.entries(SUMS).map(
    ([name, [sum, fact, when]]) =>
      `coalesce((select ${sum} from ${fact} where on_day between '${from}' and '${to}' and (${when})), 0)::int as "${name}"`,
  );
  const { rows } = await sql.raw<Sums>(`with ${FACTS} select ${sums.join(', ')}`).execute(db);
  const [is] = rows;
  if (is === undefined) throw new Error('no row');
  return figuresFrom(is);
}

function figuresFrom(is: Sums) {
  return {
    received: [is.received, null],
    accepted: [is.accepted, null],
    decided: [is.decided, null],
    refused: [is.refused, null],
    late: [is.late, null],
    onTimeRate: [is.late, is.decided],
    earlyRate: [is.early, is.measured],
    instantRate: [is.instant, is.decided],
    averageDays: [is.took, is.measured],
    decisionSpeedUp: [is.took, is.promised],
    promiseSpeedUp: [is.promised, is.statutory],
    onlineRate: [is.online, is.received],
    satisfaction: [is.content, is.ratings],
    served: [is.served, null],
    wholeOnlineRate: [is.whole, is.served],
    oneVisitRate: [is.once, is.served],
    ratingRate: [is.servedRated, is.served],
    mendedRate: [is.mended, is.bad],
    warnings: [is.warnings, null],
    yellows: [is.yellows, null],
    reds: [is.reds, null],
    upheld: [is.upheld, null],
    points: [is.points, null],
  } as const;
}
