import { addMonths, dayOf } from '@yimen/kernel';
import { sql } from 'kysely';
import type pg from 'pg';
import { z } from 'zod';
import type { DemoClock } from './demo/index.ts';
import { CALENDAR_CHANGED, type LiveCalendar } from './modules/calendar/index.ts';
import { dropMissed, indexDue, issueBulletins, starNightly } from './modules/catalogue/index.ts';
import { lapseSilentCases, rederiveCases, sweepDrafts } from './modules/casework/index.ts';
import { MAKE_PAPERS, makePapers, unmadeCases } from './modules/documents/index.ts';
import { makeSheets } from './modules/proof/index.ts';
import { applyRuleSets, lookAtCards, makeReports, recountNightly, recountRungs } from './modules/supervision/index.ts';
import { sweepSessions } from './modules/people/index.ts';
import { startJobs, startTimers, type JobHandler, type Timers } from './platform/jobs/index.ts';
import type { Shell } from './platform/shell.ts';
import { advanceProof, tellWitnesses, type Proof } from './proof.ts';
import type { Worlds } from './wiring.ts';
import { starNeighbours } from './wiringChanges.ts';

export interface WorkerParts {
  readonly shell: Shell;
  readonly pool: pg.Pool;
  readonly worlds: Worlds;
  readonly calendar: LiveCalendar;
  readonly demoClock: DemoClock | undefined;
  /** Signs the ledger and tells its witnesses. */
  readonly proof: Proof;
}

export interface Worker {
  /** Looks at once what has become due: after the demonstration's time was moved. */
  readonly poke: () => void;
  /** Finishes what is in hand. */
  readonly stop: () => Promise<void>;
}

const SECOND = 1000;
const HOUR = 3_600_000;
const CaseKey = z.object({ jurisdiction: z.string(), caseId: z.string() });

/** Runs what happens without a person at a screen. Any number of workers may run; each job and each look is harmless twice. */
export async function startWorker(parts: WorkerParts): Promise<Worker> {
  const { log } = parts.shell;
  const lapses = startTimers({ name: 'lapse', everyMs: 3 * SECOND, due: () => lookAtCases(parts), log });
  const cards = startTimers({
    name: 'cards',
    everyMs: 2 * SECOND,
    due: () => lookAtCards(parts.worlds.supervision),
    log,
  });
  const timers: readonly Timers[] = [
    lapses,
    startTimers({
      name: 'catalogue',
      everyMs: 60 * SECOND,
      due: () => indexDue(parts.shell.db, dayOf(parts.shell.now())),
      log,
    }),
    cards,
    startTimers({ name: 'rules', everyMs: 60 * SECOND, due: () => applyRuleSets(parts.worlds.supervision), log }),
    startTimers({ name: 'recount', everyMs: 600 * SECOND, due: () => recountNightly(parts.worlds.supervision), log }),
    ...nightly(parts),
    startTimers({ name: 'stars', everyMs: 600 * SECOND, due: () => countStars(parts), log }),
    startTimers({ name: 'papers', everyMs: 60 * SECOND, due: () => sweepPapers(parts), log }),
    startTimers({ name: 'proof', everyMs: 15 * SECOND, due: () => advanceProof(parts.proof, log), log }),
    startTimers({ name: 'witnesses', everyMs: 10 * SECOND, due: () => tellWitnesses(parts.proof, log), log }),
    startTimers({ name: 'upkeep', everyMs: HOUR, due: () => keepUp(parts), log }),
  ];
  const jobs = await startJobs({ pool: parts.pool, handlers: handlersOf(parts), log });
  return {
    poke: () => {
      lapses.poke();
      cards.poke();
    },
    stop: async () => {
      await Promise.all([jobs.stop(), ...timers.map((timer) => timer.stop())]);
    },
  };
}

/** The papers a day, a week and a month are closed with. */
function nightly({ worlds, shell }: WorkerParts): readonly Timers[] {
  const { db, log, realNow } = shell;
  return [
    startTimers({ name: 'reports', everyMs: 60 * SECOND, due: () => makeReports(worlds.supervision), log }),
    startTimers({ name: 'bulletins', everyMs: 600 * SECOND, due: () => issueBulletins(worlds.changes), log }),
    startTimers({ name: 'sheets', everyMs: 60 * SECOND, due: () => makeSheets(db, realNow()), log }),
  ];
}

function handlersOf({ worlds, calendar, shell }: WorkerParts): { readonly [name: string]: JobHandler } {
  return {
    [MAKE_PAPERS]: async (payload) => {
      await makePapers(worlds.papers, CaseKey.parse(payload));
    },
    [CALENDAR_CHANGED]: async () => {
      await calendar.reload();
      shell.log.info(await rederiveCases(worlds.cases), 'the calendar changed; open cases were counted again');
      await recountRungs(worlds.supervision);
    },
  };
}

/** Another process may have moved the demonstration's clock. */
async function lookAtCases({ worlds, demoClock }: WorkerParts): Promise<number> {
  await demoClock?.refresh();
  return lapseSilentCases(worlds.cases);
}

/** Of the ratings the catalogue knows nothing: it is told how each item was rated. */
function countStars({ shell }: WorkerParts): Promise<number> {
  return starNightly(shell, starNeighbours(shell));
}

/** Papers whose job was lost in a crash are made all the same; one round each time, so that a failing one does not hold up the rest. */
async function sweepPapers({ worlds, shell }: WorkerParts): Promise<number> {
  for (const key of await unmadeCases(worlds.papers)) {
    await makePapers(worlds.papers, key).catch((error: unknown) =>
      shell.log.error({ err: error, caseId: key.caseId }, 'papers'),
    );
  }
  return 0;
}

/** The coming months of the ledger, by both clocks, and what no longer opens anything. */
async function keepUp({ shell }: WorkerParts): Promise<number> {
  for (const now of [shell.now(), shell.realNow()]) {
    const today = dayOf(now);
    await sql`select ledger.ensure_partitions(${today}::date, ${addMonths(today, 3)}::date)`.execute(shell.db);
  }
  await sweepSessions(shell);
  await sweepDrafts(shell);
  await dropMissed(shell.db, dayOf(shell.now()));
  return 0;
}
