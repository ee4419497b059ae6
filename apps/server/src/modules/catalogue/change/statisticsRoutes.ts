import { ChangeStatistics, Day_ } from '@yimen/contract';
import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import { sendBytes, staffOf, type App } from '../../../platform/http/index.ts';
import { XLSX } from '../../../platform/workbook/index.ts';
import { bulletinOf, statisticsWorkbook } from './papers.ts';
import { changeReaders } from './readers.ts';
import { periodBefore, statisticsOf } from './statistics.ts';
import { todayOf, type ChangeWorld } from './world.ts';

const tags = ['list change'];
const Asked = z.object({ asOf: Day_.optional(), from: Day_.optional() });

async function asked(
  world: ChangeWorld,
  request: FastifyRequest,
  query: z.infer<typeof Asked>,
): Promise<ChangeStatistics> {
  const { jurisdiction } = staffOf(request);
  const asOf = query.asOf ?? todayOf(world);
  const names = await world.near.authorityNames(jurisdiction);
  return statisticsOf(world.shell.db, { jurisdiction, asOf, from: query.from ?? periodBefore(asOf) }, names);
}

/** The monthly statistics as numbers, as a workbook and as a bulletin: the same figures, as of any day. */
export function statisticsRoutes(app: App, world: ChangeWorld): void {
  const at = '/api/v1/desk/catalogue/changes/statistics';
  app.get(
    at,
    {
      config: changeReaders,
      schema: { tags, summary: '月度统计 / statistics', querystring: Asked, response: { 200: ChangeStatistics } },
    },
    (request) => asked(world, request, request.query),
  );
  app.get(
    `${at}.xlsx`,
    {
      config: { ...changeReaders, answers: { status: 200, type: XLSX } },
      schema: { tags, summary: '月度统计表 / the statistics as a workbook', querystring: Asked },
    },
    async (request, reply) => {
      const statistics = await asked(world, request, request.query);
      const name = `清单调整统计-${statistics.asOf}.xlsx`;
      return sendBytes(reply, { bytes: await statisticsWorkbook(statistics), name, mediaType: XLSX });
    },
  );
  app.get(
    `${at}.pdf`,
    {
      config: { ...changeReaders, answers: { status: 200, type: 'application/pdf' } },
      schema: { tags, summary: '动态调整通报 / the bulletin', querystring: Asked },
    },
    async (request, reply) => {
      const statistics = await asked(world, request, request.query);
      const issuer = await world.near.hallName(staffOf(request).jurisdiction);
      const bytes = await world.near.print(bulletinOf(statistics, issuer), statistics.asOf);
      return sendBytes(reply, { bytes, name: `清单动态调整通报-${statistics.asOf}.pdf`, mediaType: 'application/pdf' });
    },
  );
}
