import type { ObjectionRequest, Publications } from '@yimen/contract';
import { addDays, ok, refuse, type Day, type Instant, type Result } from '@yimen/kernel';
import {
  decideObjection,
  objectionGrounds,
  objectionUntil,
  type ObjectionGround,
  type PublicationRefusal,
} from '@yimen/core/supervision';
import type { Standing } from '@yimen/core/people';
import { sql, type RawBuilder } from 'kysely';
import type { Db } from '../../../platform/shell.ts';
import { scopeOf } from '../asking.ts';
import { cardActor } from '../handle.ts';
import { recordOnce } from '../record.ts';
import type { Asking } from '../sight.ts';
import { todayOf, type Supervision } from '../world.ts';
import { namesOf } from './span.ts';

interface GrantedRow {
  readonly case_id: string;
  readonly number: string;
  readonly item_id: string;
  readonly authority: string;
  readonly decided_on: Day;
  readonly outcome: string | null;
  readonly ground: ObjectionGround | null;
  readonly reason: string | null;
  readonly by_person: string | null;
  readonly at: Instant | null;
}

const select = sql`select w.case_id, w.number, w.item_id, w.authority, w.decided_on::text as decided_on, w.outcome, o.ground, o.reason,
    o.by_person, to_char(o.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as at
  from supervision.watch w left join supervision.objections o using (jurisdiction, case_id)`;

const MOST = 200;
/** Decisions of so many days back are looked at; the time to object is far shorter, whatever holidays lie in it. */
const DAYS_BACK = 40;

const ofThose = (authorities: readonly string[] | undefined): RawBuilder<unknown> =>
  authorities === undefined ? sql`true` : sql`w.authority = any(${[...authorities]}::text[])`;

/** Granted decisions the public will see soon, and those kept back lately: of one's own department, or of the hall. */
export async function publicationsOf(world: Supervision, asking: Asking): Promise<Publications> {
  const { jurisdiction } = asking;
  const today = todayOf(world);
  const calendar = await world.near.calendar();
  const { rows } = await sql<GrantedRow>`${select} where w.jurisdiction = ${jurisdiction} and w.outcome = 'grant'
      and w.stage <> 'void' and w.decided_on >= ${addDays(today, -DAYS_BACK)}::date and ${ofThose(scopeOf(asking))}
    order by w.decided_on desc, w.case_id limit ${MOST}`.execute(world.shell.db);
  const due = rows.filter((row) => row.ground !== null || objectionUntil(row.decided_on, calendar) >= today);
  const names = await namesOf(world, jurisdiction);
  const applicants = await world.near.maskedApplicants(
    jurisdiction,
    due.map((row) => row.case_id),
  );
  const people = await world.near.peopleNames(
    jurisdiction,
    due.flatMap((row) => row.by_person ?? []),
  );
  const mayObject = asking.actor.roles.some((role) => role === 'authorityHead' || role === 'chiefRepresentative');
  return {
    rows: due.map((row) => ({
      caseId: row.case_id,
      number: row.number,
      itemName: names.item(row.item_id),
      authorityName: names.department(row.authority),
      applicant: applicants.get(row.case_id) ?? '',
      decidedOn: row.decided_on,
      until: objectionUntil(row.decided_on, calendar),
      open: mayObject && row.ground === null,
      ...objectionOf(row, people),
    })),
    grounds: GROUNDS,
  };
}

const groundNames = (Object.keys(objectionGrounds) as ObjectionGround[]).map((ground) => ({
  ground,
  ...objectionGrounds[ground],
}));
const GROUNDS: Publications['grounds'] = groundNames.map(({ ground, zh, en, article }) => ({
  ground,
  name: { zh, en },
  article,
}));

function objectionOf(
  { ground, reason, by_person: by, at }: GrantedRow,
  people: ReadonlyMap<string, string>,
): Pick<Publications['rows'][number], 'objection'> {
  if (ground === null || reason === null || by === null || at === null) return {};
  const { zh, en, article } = objectionGrounds[ground];
  return { objection: { groundName: { zh, en }, article, reason, by: people.get(by) ?? by, at } };
}

export type ObjectionProblem =
  PublicationRefusal | { readonly code: 'not_found' | 'command_reused' | 'changed_meanwhile' };

export interface Objecting extends ObjectionRequest {
  readonly jurisdiction: string;
  readonly standing: Standing;
}

async function grantedOf(db: Db, { jurisdiction, caseId }: Objecting): Promise<GrantedRow | undefined> {
  const { rows } = await sql<GrantedRow>`${select}
    where w.jurisdiction = ${jurisdiction} and w.case_id = ${caseId} and w.decided_on is not null`.execute(db);
  return rows[0];
}

/** A department keeps one of its decisions from the public: on record, with ground and reason, once and in time. */
export async function objectTo(world: Supervision, asked: Objecting): Promise<Result<true, ObjectionProblem>> {
  const { jurisdiction, standing, caseId, ground, reason, commandId } = asked;
  const actor = cardActor(standing, todayOf(world));
  const calendar = await world.near.calendar();
  const said = { stream: `publication:${caseId}`, type: 'publicationObjected', body: { caseId, ground, reason } };
  return recordOnce<ObjectionProblem>(world, { jurisdiction, standing, commandId }, said, async (tx, at) => {
    const row = await grantedOf(tx, asked);
    if (row === undefined || !actor.authorities.some((one) => one === row.authority))
      return refuse({ code: 'not_found' });
    const granted = row.outcome === 'grant';
    const decided = decideObjection({
      granted,
      decidedOn: row.decided_on,
      objected: row.ground !== null,
      reason,
      today: todayOf(world),
      calendar,
    });
    if (!decided.ok) return decided;
    await sql`insert into supervision.objections (jurisdiction, case_id, ground, reason, by_person, at)
      values (${jurisdiction}, ${caseId}, ${ground}, ${reason}, ${standing.person}, ${at}::timestamptz)`.execute(tx);
    return ok(true);
  });
}
