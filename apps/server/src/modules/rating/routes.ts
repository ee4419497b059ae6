import { RatingRequest } from '@yimen/contract';
import { Instant_ } from '@yimen/contract';
import { z } from 'zod';
import { notFound, refuseWith, trackedOf, type App } from '../../platform/http/index.ts';
import type { Shell } from '../../platform/shell.ts';
import { rateCase, type RatedCase } from './handle.ts';

/** How the case behind a tracking token is found; casework's to say. */
export type FindRated = (key: {
  readonly jurisdiction: string;
  readonly caseId: string;
}) => Promise<(RatedCase & { readonly number: string }) | undefined>;

export function ratingRoutes(shell: Shell, find: FindRated): (app: App) => void {
  return (app) => {
    app.post(
      '/api/v1/tracking/:number/rating',
      {
        config: { policy: 'tracking' },
        schema: {
          tags: ['tracking'],
          summary: '评价 / rate',
          params: z.object({ number: z.string().max(40) }),
          body: RatingRequest,
          response: { 200: z.object({ level: z.int(), at: Instant_ }) },
        },
      },
      async (request, reply) => {
        const rated = await find(trackedOf(request));
        if (rated?.number !== request.params.number) return notFound(request, reply);
        const { commandId, level, dimensions, comment } = request.body;
        const command = {
          type: 'rate',
          level,
          ...(comment === undefined ? {} : { comment }),
          ...(dimensions === undefined ? {} : { dimensions }),
        } as const;
        const done = await rateCase(shell, rated, command, commandId);
        return done.ok ? reply.send(done.value) : refuseWith(reply, done.error);
      },
    );
  };
}
