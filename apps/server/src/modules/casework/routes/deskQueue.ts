import { Counts, Queue } from '@yimen/contract';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { openEvents, staffOf, type App } from '../../../platform/http/index.ts';
import { authoritiesOf, countsOf, queueOf } from '../queue.ts';
import { searchCases } from '../search.ts';
import type { Concerned, World } from '../world.ts';
import { officerAt } from './answers.ts';

const tags = ['desk'];
const config = { policy: 'staff' } as const;
const QueueQuery = z.object({
  scope: z.enum(['mine', 'all']).default('mine'),
  light: z.enum(['green', 'amber', 'red', 'paused']).optional(),
  due: z.literal('today').optional(),
  cursor: z.string().max(140).optional(),
});

export function deskQueueRoutes(world: World): (app: App) => void {
  return (app) => {
    app.get(
      '/api/v1/desk/queue',
      { config, schema: { tags, summary: '待办 / the queue', querystring: QueueQuery, response: { 200: Queue } } },
      (request) => officerAt(world, staffOf(request)).then((viewer) => queueOf(world, viewer, request.query)),
    );
    app.get(
      '/api/v1/desk/counts',
      { config, schema: { tags, summary: '待办数 / counts', response: { 200: Counts } } },
      (request) => officerAt(world, staffOf(request)).then((viewer) => countsOf(world, viewer)),
    );
    app.get(
      '/api/v1/desk/search',
      {
        config,
        schema: {
          tags,
          summary: '按编号或姓名查找 / find by number or name',
          querystring: z.object({ q: z.string().min(1).max(120) }),
          response: { 200: Queue },
        },
      },
      (request) => officerAt(world, staffOf(request)).then((viewer) => searchCases(world, viewer, request.query.q)),
    );
    app.get(
      '/api/v1/desk/events',
      {
        config: { ...config, answers: { status: 200, type: 'text/event-stream' } },
        schema: { tags, summary: '实时待办数 / live counts' },
      },
      (request, reply) => streamCounts(world, request, reply),
    );
  };
}

/** Counts change with the days and with what other servers do; asked this often, and at once after an act here. */
const EVERY_MS = 10_000;
/** Several acts in a breath are one change. */
const GATHER_MS = 150;
/** Where acts never stop, each desk is counted for at most this often: three hundred of them would count all the time. */
const REST_MS = 2000;

/** Server-sent counts for one open desk, by the officer's standing at each count. */
async function streamCounts(world: World, request: FastifyRequest, reply: FastifyReply): Promise<void> {
  const staff = staffOf(request);
  await officerAt(world, staff);
  const raw = openEvents(request, reply);
  const counts = async (): Promise<Told> => {
    const viewer = await officerAt(world, staff);
    return { counts: await countsOf(world, viewer), authorities: await authoritiesOf(world, viewer) };
  };
  const teller = createTeller(world, counts, (text) => raw.write(text));
  const stop = world.bell.listen(staff.jurisdiction, teller.soon);
  const timer = setInterval(() => teller.soon(undefined), EVERY_MS);
  raw.on('close', () => {
    clearInterval(timer);
    teller.stop();
    stop();
  });
  teller.soon(undefined);
}

interface Told {
  readonly counts: Counts;
  /** The departments from whose queues these were counted. */
  readonly authorities: ReadonlySet<string>;
}

interface Teller {
  /** Something moved, in the queues of these departments. */
  readonly soon: (authorities: Concerned) => void;
  readonly stop: () => void;
}

/** Tells the counts when they differ from what was last told, and otherwise that the line is open. */
function createTeller(world: World, ask: () => Promise<Told>, write: (text: string) => void): Teller {
  let last: Last = { text: '', authorities: new Set(), at: -Infinity };
  let waiting: NodeJS.Timeout | undefined;
  const tell = async (): Promise<void> => {
    const { counts, authorities } = await ask();
    const { at, ...figures } = counts;
    const text = JSON.stringify(figures);
    write(text === last.text ? ': still here\n\n' : `event: counts\ndata: ${JSON.stringify({ ...figures, at })}\n\n`);
    last = { text, authorities, at: performance.now() };
  };
  const isConcerned = (moved: Concerned): boolean =>
    moved === undefined || last.text === '' || moved.some((authority) => last.authorities.has(authority));
  return {
    soon: (moved) => {
      if (waiting !== undefined || !isConcerned(moved)) return;
      const wait = Math.max(GATHER_MS, last.at + REST_MS - performance.now());
      waiting = setTimeout(() => {
        waiting = undefined;
        tell().catch((error: unknown) => world.shell.log.warn({ err: error }, 'counts could not be told'));
      }, wait);
    },
    stop: () => clearTimeout(waiting),
  };
}

/** What was told last, and when, on a clock that only goes forward. */
interface Last {
  readonly text: string;
  readonly authorities: ReadonlySet<string>;
  readonly at: number;
}
