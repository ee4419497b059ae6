import type { Board } from '@yimen/contract';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { openEvents, staffOf } from '../../platform/http/index.ts';
import { askingOf, scopeOf } from './asking.ts';
import { boardOf } from './board.ts';
import type { Supervision } from './world.ts';

/** Fresh to three seconds: asked this often, and at once after an act of this process. */
const EVERY_MS = 2_500;
const GATHER_MS = 200;

/** The board as server-sent events, with its time on every beat, so that a stale one can be told from a quiet one. */
export async function streamBoard(world: Supervision, request: FastifyRequest, reply: FastifyReply): Promise<void> {
  await askingOf(world, request);
  const raw = openEvents(request, reply);
  let waiting: NodeJS.Timeout | undefined;
  const tell = async (): Promise<void> => {
    const asking = await askingOf(world, request);
    const board: Board = await boardOf(world, asking.jurisdiction, scopeOf(asking));
    raw.write(`event: board\ndata: ${JSON.stringify(board)}\n\n`);
  };
  const soon = (): void => {
    waiting ??= setTimeout(() => {
      waiting = undefined;
      tell().catch((error: unknown) => world.shell.log.warn({ err: error }, 'the board could not be told'));
    }, GATHER_MS);
  };
  const stop = world.bell.listen(staffOf(request).jurisdiction, soon);
  const timer = setInterval(soon, EVERY_MS);
  raw.on('close', () => {
    clearInterval(timer);
    clearTimeout(waiting);
    stop();
  });
  soon();
}
