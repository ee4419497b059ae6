import { Verification } from '@yimen/contract';
import { z } from 'zod';
import { refuseWith, type App } from '../../platform/http/index.ts';
import { verifyCode, verifyFile } from './verify.ts';
import type { PaperWorld } from './world.ts';

/** One address may check this many papers a minute: enough for a clerk with a stack, too few to try codes. */
const CHECKS_A_MINUTE = 60;

/** The public pages that say whether a paper is genuine. Papers themselves are handed out by the routes of their case. */
export function documentsRoutes(world: PaperWorld): (app: App) => void {
  const rateLimit = { max: CHECKS_A_MINUTE, timeWindow: 60_000 };
  return (app) => {
    app.get(
      '/api/v1/verification/:code',
      {
        config: { policy: 'public', rateLimit },
        schema: {
          tags: ['verification'],
          summary: '按验证码核验文书 / check a paper by its code',
          params: z.object({ code: z.string().max(40) }),
          response: { 200: Verification },
        },
      },
      (request) => verifyCode(world, request.params.code),
    );
    app.post(
      '/api/v1/verification',
      {
        config: { policy: 'public', takesFile: true, rateLimit },
        schema: { tags: ['verification'], summary: '上传文书核验 / check a file', response: { 200: Verification } },
      },
      async (request, reply) => {
        const upload = await request.file();
        if (upload === undefined) return refuseWith(reply, { code: 'invalid', field: 'file' });
        return verifyFile(world, await upload.toBuffer());
      },
    );
  };
}
