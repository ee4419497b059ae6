import type { CardDuty, CardList, CardRowView, CardView } from '@yimen/contract';
import { dayInWords, type Day, type Instant } from '@yimen/kernel';
import {
  appealGrounds,
  cardActs,
  closeReasons,
  excuseGrounds,
  families,
  levels,
  phases,
  shippedRuleSet,
  silences,
  urgingAnswer,
  urgingAnswers,
  type Card,
  type CardActor,
  type CardFact,
  type RuleSet,
  type Words,
} from '@yimen/core/supervision';
import { sql, type RawBuilder } from 'kysely';
import { readStream, type StoredEntry } from '../../platform/ledger/index.ts';
import { asSupervisor } from './asSupervisor.ts';
import { cardStream, findCard } from './cardStore.ts';
import { ledgersAwaited } from './ledgers/duties.ts';
import { mayRead, watchesHall, type Asking } from './sight.ts';
import { ruleSetsOf, todayOf, type Supervision } from './world.ts';

export interface CardFilter {
  readonly level?: string | undefined;
  readonly family?: string | undefined;
  readonly phase?: string | undefined;
  readonly authority?: string | undefined;
  readonly caseId?: string | undefined;
  readonly open?: boolean | undefined;
  readonly from?: Day | undefined;
  readonly to?: Day | undefined;
  readonly upheld?: boolean | undefined;
  /** Only what waits for whoever asks. */
  readonly mine?: boolean | undefined;
}

interface Listed {
  readonly card_id: string;
  readonly card: Card;
  readonly raised_at: Instant;
  readonly total: number;
}

const MOST = 300;

/** Cards this person may read, by index; the same rule in SQL as {@link mayRead}. */
const sight = ({ actor }: Asking) =>
  watchesHall(actor)
    ? sql`true`
    : sql`((authority = any(${[...actor.authorities]}::text[]) and (not confidential or ${actor.roles.includes('authorityHead')}))
        or (not confidential and responsible @> array[${actor.person}]::text[]))`;

/** What waits for this person: to be explained or rectified by the department, or to be verified by a supervisor. */
function waitingFor({ actor }: Asking) {
  const departments = sql`(phase in ('explanation', 'rectification') and due_on is not null
    and (responsible @> array[${actor.person}]::text[] and not confidential
      or authority = any(${[...actor.authorities]}::text[]) and ${actor.roles.includes('authorityHead')}))`;
  const supervisors = sql`(phase in ('verification', 'acceptance') and ${actor.roles.includes('supervisor')} and family <> 'urging')`;
  return sql`(${departments} or ${supervisors} or (phase = 'verification' and card->'raised'->>'urgedBy' = ${actor.person}))`;
}

const equal = (column: string, value: string | undefined): readonly RawBuilder<unknown>[] =>
  value === undefined ? [] : [sql`${sql.ref(column)} = ${value}`];

function matching(filter: CardFilter): RawBuilder<unknown> {
  const { from, to, upheld, open } = filter;
  const column = sql.ref(upheld === true ? 'upheld_on' : 'raised_on');
  const asked = [
    ...(['level', 'family', 'phase', 'authority'] as const).flatMap((name) => equal(name, filter[name])),
    ...equal('case_id', filter.caseId),
    // An urging is no warning: the board and the figures count it apart.
    ...(filter.level === 'warning' ? [sql`family <> 'urging'`] : []),
    ...(open === true ? [sql`phase <> 'closed'`] : []),
    ...(from === undefined || to === undefined ? [] : [sql`${column} between ${from}::date and ${to}::date`]),
  ];
  return asked.length === 0 ? sql`true` : sql.join(asked, sql` and `);
}

export async function listCards(world: Supervision, asking: Asking, filter: CardFilter): Promise<CardList> {
  const mine = filter.mine === true ? waitingFor(asking) : sql`true`;
  const { rows } = await asSupervisor(world, (tx) =>
    sql<Listed>`select card_id, card, to_char(raised_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as raised_at,
        (count(*) over ())::int as total
      from supervision.cards where jurisdiction = ${asking.jurisdiction} and ${sight(asking)} and ${matching(filter)} and ${mine}
      order by (phase = 'closed'), cards.raised_at desc, card_id limit ${MOST}`.execute(tx),
  );
  const names = await world.near.authorityNames(asking.jurisdiction);
  const sets = await ruleSetsOf(world, asking.jurisdiction);
  return {
    total: rows[0]?.total ?? 0,
    rows: rows.map((row) => rowView(row, { names, sets, actor: asking.actor, today: todayOf(world) })),
  };
}

/** How many cards wait for this person: the badge in the desk's menu. */
export async function cardDuty(world: Supervision, asking: Asking): Promise<CardDuty> {
  const { rows } = await asSupervisor(world, (tx) =>
    sql<Omit<CardDuty, 'ledgers'>>`select (count(*) filter (where family <> 'urging'))::int as waiting,
        (count(*) filter (where family = 'urging'))::int as urgings from supervision.cards
      where jurisdiction = ${asking.jurisdiction} and phase <> 'closed' and ${waitingFor(asking)}`.execute(tx),
  );
  return { ...(rows[0] ?? { waiting: 0, urgings: 0 }), ledgers: await ledgersAwaited(world, asking) };
}

interface Naming {
  readonly names: ReadonlyMap<string, string>;
  readonly sets: readonly RuleSet[];
  readonly actor: CardActor;
  readonly today: Day;
}

const ruleOf = (sets: readonly RuleSet[], { raised }: Card) =>
  (sets.find(({ code }) => code === raised.ruleSet) ?? shippedRuleSet).rules.find(({ code }) => code === raised.rule);

function isMine({ raised, phase, dueOn }: Card, actor: CardActor): boolean {
  if (phase === 'verification' || phase === 'acceptance') {
    return raised.urgedBy === actor.person || (actor.roles.includes('supervisor') && raised.family !== 'urging');
  }
  if (phase === 'closed' || dueOn === undefined) return false;
  return (
    raised.responsible.includes(actor.person) ||
    (actor.authorities.includes(raised.matter.authority) && actor.roles.includes('authorityHead'))
  );
}

function rowView(
  row: Pick<Listed, 'card_id' | 'card' | 'raised_at'>,
  { names, sets, actor, today }: Naming,
): CardRowView {
  const { card } = row;
  const { raised } = card;
  const answer = urgingAnswer(card, today);
  return {
    cardId: row.card_id,
    caseNumber: raised.matter.caseNumber,
    rule: raised.rule,
    ruleName: ruleOf(sets, card)?.name ?? raised.about,
    family: raised.family,
    familyName: families[raised.family],
    level: raised.level,
    levelName: raised.family === 'urging' ? families.urging : levels[raised.level],
    phase: card.phase,
    phaseName:
      card.dueOn === undefined && card.phase === 'explanation' ? { zh: '提醒中', en: 'reminding' } : phases[card.phase],
    authorityName: names.get(raised.matter.authority) ?? raised.matter.authority,
    about: raised.about,
    raisedAt: row.raised_at,
    dueOn: card.dueOn ?? null,
    mine: isMine(card, actor),
    ...(answer === undefined ? {} : { answer, answerName: urgingAnswers[answer] }),
    ...(raised.question === undefined ? {} : { question: raised.question }),
  };
}

const titles: Readonly<Record<CardFact['type'], Words>> = {
  cardRaised: { zh: '发牌', en: 'raised' },
  cardTold: { zh: '通知', en: 'told' },
  explanationGiven: { zh: '说明', en: 'explained' },
  appealFiled: { zh: '申诉', en: 'appealed' },
  cardUpheld: { zh: '认定成立', en: 'upheld' },
  pointsEntered: { zh: '计分', en: 'points entered' },
  cardRescinded: { zh: '撤销', en: 'rescinded' },
  cardExcused: { zh: '免责', en: 'excused' },
  rectificationReported: { zh: '报告整改', en: 'rectification reported' },
  rectificationAccepted: { zh: '整改验收通过', en: 'rectification accepted' },
  rectificationRejected: { zh: '整改退回', en: 'rectification rejected' },
  cardEscalated: { zh: '升级催办', en: 'escalated' },
  cardClosed: { zh: '了结', en: 'closed' },
};

const roleNames: Readonly<Record<string, string>> = {
  authorityHead: '部门负责人',
  dutyManager: '大厅值班主任',
  supervisor: '督查岗',
};

function linesOf(fact: CardFact, names: ReadonlyMap<string, string>): readonly string[] {
  switch (fact.type) {
    case 'cardTold':
      return [
        [
          ...fact.people.map((person) => names.get(person) ?? person),
          ...fact.roles.map((role) => roleNames[role] ?? role),
        ].join('、'),
      ];
    case 'explanationGiven':
      return [fact.text, fact.late === true ? urgingAnswers.answeredLate.zh : ''];
    case 'appealFiled':
      return [appealGrounds[fact.ground].zh, fact.text];
    case 'cardUpheld':
      return [fact.reason, `整改期限 ${dayInWords(fact.rectifyBy, 'zh')}`];
    case 'pointsEntered':
      return [`${String(fact.points)} 分`];
    case 'cardExcused':
      return [excuseGrounds[fact.ground].zh, fact.record, fact.reason];
    case 'rectificationReported':
      return [fact.text, fact.proof];
    case 'rectificationAccepted':
      return [fact.opinion];
    case 'cardEscalated':
      return [`${silences[fact.silent].zh}，报${roleNames[fact.to] ?? fact.to}`];
    case 'cardClosed':
      return [closeReasons[fact.why].zh];
    case 'cardRaised':
      return fact.question === undefined ? [] : [fact.question];
    default:
      return [fact.reason];
  }
}

function lifeOf(entries: readonly StoredEntry[], names: ReadonlyMap<string, string>): CardView['life'] {
  return entries.map(({ revision, at, type, body, actor, hash }) => {
    const fact = { type, ...(body as object) } as CardFact;
    const { kind, name = '' } = actor as { readonly kind: string; readonly name?: string };
    const by = kind === 'system' ? { zh: '监察程序', en: 'supervision' } : { zh: name, en: name };
    return {
      revision,
      at,
      title: titles[fact.type],
      by,
      lines: [...linesOf(fact, names)].filter((line) => line !== ''),
      hash,
    };
  });
}

/** A card whole: its rule and article, its counting, its evidence, its life, and what may be done now or why not. */
export async function viewCard(world: Supervision, asking: Asking, cardId: string): Promise<CardView | undefined> {
  const row = await findCard(world.shell.db, asking.jurisdiction, cardId);
  if (row === undefined || !mayRead(asking.actor, row.card)) return undefined;
  const { card } = row;
  const { raised } = card;
  const sets = await ruleSetsOf(world, asking.jurisdiction);
  const names = await world.near.authorityNames(asking.jurisdiction);
  const people = await world.near.peopleNames(asking.jurisdiction, raised.responsible);
  const entries = await readStream(world.shell.db, { jurisdiction: asking.jurisdiction, stream: cardStream(cardId) });
  const today = todayOf(world);
  const acts = cardActs(card, { today, calendar: await world.near.calendar(), actor: asking.actor });
  return {
    ...rowView(row, { names, sets, actor: asking.actor, today }),
    revision: row.revision,
    caseId: raised.matter.caseId,
    itemId: raised.matter.itemId,
    since: raised.since,
    basis: ruleOf(sets, card)?.basis ?? { law: '', article: '' },
    ruleSet: (sets.find(({ code }) => code === raised.ruleSet) ?? shippedRuleSet).title,
    subject: raised.subject,
    working: [...raised.working],
    evidence: [...raised.evidence],
    responsible: raised.responsible.map((person) => people.get(person) ?? person),
    confidential: raised.confidential,
    points: card.points,
    ...(raised.explainBy === undefined ? {} : { explainBy: raised.explainBy }),
    ...(raised.appealBy === undefined ? {} : { appealBy: raised.appealBy }),
    ...(card.verdict === undefined ? {} : { verdict: card.verdict }),
    life: lifeOf(entries, people),
    acts: acts.map(({ act, refusal }) => ({
      act,
      available: refusal === undefined,
      ...(refusal === undefined ? {} : { refusal: refusal.words }),
    })),
  };
}
