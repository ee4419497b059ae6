import { Revealed, RevealRequest } from '@yimen/contract';
import { z } from 'zod';
import { notFound, refuseWith, staffOf, type App } from '../../../platform/http/index.ts';
import { reveal } from '../reveal.ts';
import type { World } from '../world.ts';
import { officerAt } from './answers.ts';
import { seenKey } from './deskCases.ts';

const config = { policy: 'staff', rateLimit: { max: 30, timeWindow: 60_000 } } as const;

export const REVEAL_REFUSALS = {
  not_handling: {
    code: 'not_handling',
    words: {
      zh: '只有承办本办件的人员可以查看完整号码。',
      en: 'Only officers handling this case may see a number in full.',
    },
  },
  unknown_field: {
    code: 'invalid',
    field: 'field',
    words: { zh: '本办件没有这一项。', en: 'This case has no such field.' },
  },
} as const;

/** An identity number or a phone in full: with a reason, on record, for a minute. */
export function revealRoutes(world: World): (app: App) => void {
  return (app) => {
    app.post(
      '/api/v1/desk/cases/:caseId/reveals',
      {
        config,
        schema: {
          tags: ['desk'],
          summary: '查看完整号码（留痕）/ reveal a masked number, on record',
          params: z.object({ caseId: z.string().max(64) }),
          body: RevealRequest,
          response: { 200: Revealed },
        },
      },
      async (request, reply) => {
        const viewer = await officerAt(world, staffOf(request));
        const { caseId } = request.params;
        if ((await seenKey(world, viewer, caseId)) === undefined) return notFound(request, reply);
        const shown = await reveal(world, viewer, { caseId, ...request.body, from: request.ip });
        if (shown.ok) return reply.header('cache-control', 'no-store').send(shown.value);
        return shown.error === 'unknown_case'
          ? notFound(request, reply)
          : refuseWith(reply, REVEAL_REFUSALS[shown.error]);
      },
    );
  };
}
