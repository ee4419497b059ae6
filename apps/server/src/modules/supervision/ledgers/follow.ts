import { createHash } from 'node:crypto';
import { dayOf, ok, refuse, type Day, type Result } from '@yimen/kernel';
import { authorityId, type Standing } from '@yimen/core/people';
import {
  decideRow,
  evolveRow,
  feeStatementWords,
  ledgerKinds,
  mismatches,
  openRow,
  raiseCard,
  ruleOfMismatch,
  ruleSetOn,
  shippedRuleSet,
  type CardActor,
  type Month,
  type ReconciledRow,
  type RowCommand,
  type RowFact,
  type RowState,
  type Words,
} from '@yimen/core/supervision';
import { sql } from 'kysely';
import { append, openStream, transact, type Head } from '../../../platform/ledger/index.ts';
import type { Tx } from '../../../platform/shell.ts';
import { cardIdOf } from '../cardStore.ts';
import { cardActor, officer } from '../handle.ts';
import { writeRaised } from '../raiseByHand.ts';
import { ruleSetsOf, todayOf, type Supervision } from '../world.ts';
import type { LedgerProblem } from './importing.ts';
import { readMonth, reconciled, rowsUnder, type LedgerName } from './store.ts';

export interface RowActing extends LedgerName {
  readonly serial: string;
  readonly standing: Standing;
  readonly command: RowCommand;
  readonly commandId: string;
}

export interface RowActed {
  readonly serial: string;
  readonly at: RowState['at'];
  readonly cardId?: string;
}

interface Standing_ {
  readonly row: ReconciledRow;
  readonly importedBy: string;
  readonly state: RowState;
}

/** A row's stream: serials may hold anything, streams not. */
const rowStream = ({ authority, kind }: LedgerName, serial: string): string =>
  `ledgerRow:${authority}:${kind}:${createHash('sha256').update(serial).digest('hex').slice(0, 32)}`;

async function standingRow(
  tx: Tx,
  { jurisdiction, authority, kind, serial }: RowActing,
): Promise<Standing_ | undefined> {
  const { rows } = await sql<{
    month: Month;
  }>`select month from supervision.ledger_rows where jurisdiction = ${jurisdiction}
    and authority = ${authority} and kind = ${kind} and serial = ${serial} and current`.execute(tx);
  const month = rows[0]?.month;
  if (month === undefined) return undefined;
  const on = await readMonth(tx, { jurisdiction, month, authorities: rowsUnder(authority) });
  const row = reconciled(on, { authority, kind }).rows.find((one) => one.row.serial === serial);
  const ledger = on.ledgers.find((one) => one.kind === kind && one.authority === authority);
  const followed = on.follow.find((one) => one.kind === kind && one.authority === authority && one.serial === serial);
  const state = followed?.state ?? openRow;
  return row === undefined || ledger === undefined ? undefined : { row, importedBy: ledger.imported_by, state };
}

export const rowContext = (
  actor: CardActor,
  today: Day,
  { row, importedBy }: Pick<Standing_, 'row' | 'importedBy'>,
) => ({
  today,
  actor,
  authority: row.row.department ?? '',
  importedBy,
  issuedOn: row.row.issuedOn,
  covered: row.standing === 'covered' || row.standing === 'exempt',
});

/** Does something about a row no case accounts for: judged by the core, kept in its stream; a card is raised with it. */
export async function actOnRow(world: Supervision, acting: RowActing): Promise<Result<RowActed, LedgerProblem>> {
  const { jurisdiction, commandId, command, serial } = acting;
  const stream = { jurisdiction, stream: rowStream(acting, serial) };
  const request = { serial, command };
  const done = await transact(world.shell.db, async (tx): Promise<Result<RowActed, LedgerProblem | 'stale'>> => {
    const opened = await openStream(tx, { ...stream, commandId, request });
    if (!opened.ok) return refuse({ code: 'command_reused' });
    if (opened.value.answered !== undefined) return ok(opened.value.answered as unknown as RowActed);
    const standing = await standingRow(tx, acting);
    const actor = cardActor(acting.standing, todayOf(world));
    const own = standing?.row.row.department;
    const near = actor.authorities.some((one) => one === own) || actor.roles.some((role) => WATCH.includes(role));
    if (standing === undefined || !near) return refuse({ code: 'not_found' });
    const context = rowContext(actor, todayOf(world), standing);
    const decided = decideRow(standing.state, command, context);
    if (!decided.ok) return decided;
    return keep(world, tx, { acting, standing, fact: decided.value, head: opened.value.head, request });
  });
  if (done.ok) {
    world.bell.ring(jurisdiction);
    return done;
  }
  return refuse(done.error === 'stale' ? { code: 'changed_meanwhile' } : done.error);
}

const WATCH: readonly string[] = ['supervisor', 'dutyManager'];

interface Keeping {
  readonly acting: RowActing;
  readonly standing: Standing_;
  readonly fact: RowFact;
  readonly head: Head;
  readonly request: object;
}

async function keep(world: Supervision, tx: Tx, keeping: Keeping): Promise<Result<RowActed, 'stale'>> {
  const { acting, standing, fact, head, request } = keeping;
  const { jurisdiction, authority, kind, serial, commandId } = acting;
  const state = evolveRow(standing.state, fact);
  const cardId = fact.type === 'rowCarded' ? cardIdOf(jurisdiction, cardKey(acting, standing)) : undefined;
  const answer = { serial, at: state.at, ...(cardId === undefined ? {} : { cardId }) };
  const at = world.shell.now();
  const { type, ...body } = fact;
  const appended = await append(tx, {
    jurisdiction,
    stream: rowStream(acting, serial),
    after: head,
    entries: [{ type, body: { serial, ...body } }],
    stamp: { at, actor: officer(cardActor(acting.standing, dayOf(at))), commandId },
    remember: { request, answer },
  });
  if (!appended.ok) return appended;
  await sql`insert into supervision.ledger_follow (jurisdiction, authority, kind, serial, revision, state, card_id)
    values (${jurisdiction}, ${authority}, ${kind}, ${serial}, ${head.revision + 1}, ${JSON.stringify(state)}::jsonb, ${cardId ?? null})
    on conflict (jurisdiction, authority, kind, serial) do update set revision = excluded.revision, state = excluded.state,
      card_id = coalesce(excluded.card_id, ledger_follow.card_id)`.execute(tx);
  if (fact.type !== 'rowCarded') return ok(answer);
  const raised = await raiseForRow(world, tx, keeping, fact.reason);
  return raised.ok ? ok(answer) : raised;
}

const cardKey = ({ authority, kind, serial }: RowActing, { row }: Standing_): string =>
  `ledger:${authority}:${kind}:${serial}|${ruleOfMismatch(row.mismatch)}`;

/** The rule in force; a hall that laid its own set down before there was this rule has it as it was shipped. */
async function ruleFor(world: Supervision, jurisdiction: string, wanted: string) {
  const set = ruleSetOn(await ruleSetsOf(world, jurisdiction), todayOf(world)) ?? shippedRuleSet;
  const rule = [...set.rules, ...shippedRuleSet.rules].find(({ code }) => code === wanted);
  if (rule === undefined) throw new Error(`no rule ${wanted}`);
  return { set, rule };
}

/** What the ledger says, why the record does not account for it, and what the list said of fees where it was asked. */
function workingOf({ kind }: RowActing, { row: { row, mismatch } }: Standing_, reason: string): readonly Words[] {
  const { zh, en } = ledgerKinds[kind].name;
  const why = mismatches[mismatch ?? 'no_case'];
  return [
    {
      zh: `${zh}第 ${String(row.line)} 行，编号 ${row.serial}，${row.issuedOn}：${why.zh}。`,
      en: `${en}, line ${String(row.line)}, serial ${row.serial}, ${row.issuedOn}: ${why.en}.`,
    },
    ...(row.listed === undefined ? [] : [feeStatementWords(row.listed)]),
    { zh: reason, en: reason },
  ];
}

/** 体外循环, 收费无依据: the red card on the department, with what the ledger says and what the record does not. */
async function raiseForRow(world: Supervision, tx: Tx, { acting, standing }: Keeping, reason: string) {
  const { jurisdiction, authority, kind, serial, standing: who, commandId } = acting;
  const { row } = standing.row;
  if (row.itemId === undefined || row.department === undefined) throw new Error(`${serial} is of no department`);
  const { set, rule } = await ruleFor(world, jurisdiction, ruleOfMismatch(standing.row.mismatch));
  const now = world.shell.now();
  const { zh, en } = ledgerKinds[kind].name;
  const key = cardKey(acting, standing);
  const finding = {
    key,
    rule: rule.code,
    ruleSet: set.code,
    family: rule.family,
    level: 'red',
    subject: 'ledger',
    about: { zh: `${zh}：${serial}`, en: `${en}: ${serial}` },
    at: now,
    working: workingOf(acting, standing, reason),
    evidence: [],
    responsible: [],
  } as const;
  const matter = {
    caseId: `ledger:${authority}:${kind}:${row.issuedOn.slice(0, 7)}`,
    caseNumber: serial,
    itemId: row.itemId,
    authority: authorityId(row.department),
  };
  const facts = raiseCard({ finding, rule, set, matter, now, calendar: await world.near.calendar() });
  const request = { serial, reason };
  return writeRaised(world, tx, { jurisdiction, key, facts, standing: who, commandId, request });
}
