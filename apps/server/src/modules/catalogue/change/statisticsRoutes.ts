import { ChangeBulletins, ChangeStatistics, Day_ } from '@yimen/contract';
import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import { sendBytes, staffOf, type App } from '../../../platform/http/index.ts';
import { XLSX } from '../../../platform/workbook/index.ts';
import { bulletinsOf, statisticsTold } from './bulletins.ts';
import { bulletinOf, statisticsWorkbook } from './papers.ts';
import { changeReaders } from './readers.ts';
import { periodBefore } from './statistics.ts';
import { todayOf, type ChangeWorld } from './world.ts';

const tags = ['list change'];
const PDF = 'application/pdf';
const Asked = z.object({ asOf: Day_.optional(), from: Day_.optional() });

async function asked(
  world: ChangeWorld,
  request: FastifyRequest,
  query: z.infer<typeof Asked>,
): Promise<ChangeStatistics> {
  const { jurisdiction } = staffOf(request);
  const asOf = query.asOf ?? todayOf(world);
  return statisticsTold(world, { jurisdiction, asOf, from: query.from ?? periodBefore(asOf) });
}

const AT = '/api/v1/desk/catalogue/changes/statistics';

/** The monthly statistics as numbers, as a workbook and as a bulletin: the same figures, as of any day. */
export function statisticsRoutes(app: App, world: ChangeWorld): void {
  const schema = { tags, summary: '月度统计 / statistics', querystring: Asked, response: { 200: ChangeStatistics } };
  app.get(AT, { config: changeReaders, schema }, (request) => asked(world, request, request.query));
  const told = { tags, summary: '历次通报 / bulletins told', response: { 200: ChangeBulletins } };
  app.get(`${AT}/bulletins`, { config: changeReaders, schema: told }, (request) =>
    bulletinsOf(world.shell.db, staffOf(request).jurisdiction),
  );
  paperRoutes(app, world);
}

function paperRoutes(app: App, world: ChangeWorld): void {
  const answering = (type: string) => ({ ...changeReaders, answers: { status: 200, type } as const });
  const workbook = { tags, summary: '月度统计表 / the statistics as a workbook', querystring: Asked };
  app.get(`${AT}.xlsx`, { config: answering(XLSX), schema: workbook }, async (request, reply) => {
    const statistics = await asked(world, request, request.query);
    const name = `清单调整统计-${statistics.asOf}.xlsx`;
    return sendBytes(reply, { bytes: await statisticsWorkbook(statistics), name, mediaType: XLSX });
  });
  const bulletin = { tags, summary: '动态调整通报 / the bulletin', querystring: Asked };
  app.get(`${AT}.pdf`, { config: answering(PDF), schema: bulletin }, async (request, reply) => {
    const statistics = await asked(world, request, request.query);
    const issuer = await world.near.hallName(staffOf(request).jurisdiction);
    const bytes = await world.near.print(bulletinOf(statistics, issuer), statistics.asOf);
    return sendBytes(reply, { bytes, name: `清单动态调整通报-${statistics.asOf}.pdf`, mediaType: PDF });
  });
}
