import { flowMarks } from '@yimen/core/casework';
import { flowOf, flowPicture } from '@yimen/core/catalogue';
import { z } from 'zod';
import { notFound, sendBytes, staffOf, type App } from '../../../platform/http/index.ts';
import { findCase } from '../snapshot.ts';
import type { CaseKey } from '../tracking.ts';
import type { World } from '../world.ts';
import { officerAt } from './answers.ts';
import { seenKey } from './deskCases.ts';

const Params = z.object({ caseId: z.string().max(64) });
/** `revision` only makes a new address of a new picture. */
const querystring = z.object({
  language: z.enum(['zh', 'en']).optional(),
  revision: z
    .string()
    .regex(/^\d{1,9}$/)
    .optional(),
});

/** The flowchart of the version a case keeps, with where it stands. */
export function deskFlowRoute(world: World): (app: App) => void {
  return (app) => {
    app.get(
      '/api/v1/desk/cases/:caseId/flow.svg',
      {
        config: { policy: 'staff', answers: { status: 200, type: 'image/svg+xml' } },
        schema: { tags: ['desk'], summary: '办件所在环节 / where the case stands', params: Params, querystring },
      },
      async (request, reply) => {
        const viewer = await officerAt(world, staffOf(request));
        const key = await seenKey(world, viewer, request.params.caseId);
        const picture = key === undefined ? undefined : await casePicture(world, key, request.query.language ?? 'zh');
        if (picture === undefined) return notFound(request, reply);
        const bytes = Buffer.from(picture, 'utf8');
        return sendBytes(reply, { bytes, name: 'flow.svg', mediaType: 'image/svg+xml; charset=utf-8' });
      },
    );
  };
}

async function casePicture(world: World, key: CaseKey, language: 'zh' | 'en'): Promise<string | undefined> {
  const row = await findCase(world.shell.db, key);
  if (row === undefined) return undefined;
  const [item, names] = await Promise.all([
    world.near.itemVersion(key.jurisdiction, row.item_id, row.item_version),
    world.near.authorityNames(key.jurisdiction),
  ]);
  const flow = flowOf(item, (authority) => names.get(authority) ?? authority);
  return flowPicture(flow, { title: item.name, language, marks: flowMarks(row.state, item) });
}
