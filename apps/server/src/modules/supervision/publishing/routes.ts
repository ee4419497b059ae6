import {
  Day_,
  JurisdictionCode,
  Month_,
  ObjectionRequest,
  PublicPerformance,
  PublicRows,
  Publications,
  Report,
  ReportKind_,
  ReportList,
} from '@yimen/contract';
import { monthBefore, monthOf, type Month } from '@yimen/core/supervision';
import { z } from 'zod';
import { notFound, refuseWith, sendBytes, staffOf, type App } from '../../../platform/http/index.ts';
import { XLSX } from '../../../platform/workbook/index.ts';
import { askingOf } from '../asking.ts';
import { todayOf, type Supervision } from '../world.ts';
import { publicRowsOf } from './decisions.ts';
import { objectTo, publicationsOf } from './objections.ts';
import { reportOnPaper, reportWorkbook } from './papers.ts';
import { performanceOf } from './performance.ts';
import { reportOf, reportsOf } from './reports.ts';

const tags = ['supervision'];
const open = { policy: 'public' } as const;
const overseers = { policy: { roles: ['supervisor', 'dutyManager', 'windowHead'] } } as const;
const heads = { policy: { roles: ['supervisor', 'dutyManager', 'authorityHead', 'chiefRepresentative'] } } as const;
const objectors = { policy: { roles: ['authorityHead', 'chiefRepresentative'] } } as const;

const Hall = z.object({ jurisdiction: JurisdictionCode });
const Asked = z.object({ month: Month_.optional() });
const Id = z.string().min(1).max(60);
const RowsAsked = Asked.extend({
  figure: z.enum(['decided', 'late']).optional(),
  department: Id.optional(),
  item: Id.optional(),
  cursor: z
    .string()
    .regex(/^\d{1,6}$/)
    .optional(),
});
const ReportAsked = { params: z.object({ reportKind: ReportKind_ }), querystring: z.object({ on: Day_.optional() }) };

/** What the public sees, what a department keeps back, and what the hall closes its day, week and month with. */
export function publishingRoutes(world: Supervision): (app: App) => void {
  return (app) => {
    publicRoutes(world, app);
    publicRows(world, app);
    objectionRoutes(world, app);
    reportRoutes(world, app);
    printedReports(world, app);
  };
}

/** The month before in its first days, when there is nothing yet to tell of the new one. */
const FIRST_DAYS = 5;
function monthShown(world: Supervision, asked: Month | undefined): Month {
  const today = todayOf(world);
  const month = monthOf(today);
  return asked ?? (Number(today.slice(8)) <= FIRST_DAYS ? monthBefore(month) : month);
}

const PERFORMANCE = '/api/v1/open/halls/:jurisdiction/performance';

function publicRoutes(world: Supervision, app: App): void {
  // The same for everybody, and asked again by every reader: a busy page costs one reading in half a minute.
  const performance = world.keepAWhile((key) => {
    const [jurisdiction = '', month = ''] = key.split(' ');
    return performanceOf(world, { jurisdiction, month: month as Month });
  });
  app.get(
    PERFORMANCE,
    {
      config: open,
      schema: {
        tags,
        summary: '办理时长公开 / real processing times, for everybody',
        params: Hall,
        querystring: Asked,
        response: { 200: PublicPerformance },
      },
    },
    async (request, reply) => {
      const found = await performance(`${request.params.jurisdiction} ${monthShown(world, request.query.month)}`);
      return found === undefined ? notFound(request, reply) : found;
    },
  );
}

function publicRows(world: Supervision, app: App): void {
  app.get(
    `${PERFORMANCE}/rows`,
    {
      config: open,
      schema: {
        tags,
        summary: '公开数字背后的决定 / the decisions behind a public number',
        params: Hall,
        querystring: RowsAsked,
        response: { 200: PublicRows },
      },
    },
    async (request, reply) => {
      const { month, figure = 'decided', department, item, cursor } = request.query;
      const found = await publicRowsOf(world, {
        ...request.params,
        month: monthShown(world, month),
        figure,
        authority: department,
        itemId: item,
        offset: Number(cursor ?? 0),
      });
      return found === undefined ? notFound(request, reply) : found;
    },
  );
}

function objectionRoutes(world: Supervision, app: App): void {
  const at = '/api/v1/desk/supervision/publications';
  app.get(
    at,
    {
      config: heads,
      schema: { tags, summary: '拟公示的决定 / decisions about to be public', response: { 200: Publications } },
    },
    (request) => askingOf(world, request).then((asking) => publicationsOf(world, asking)),
  );
  app.post(
    `${at}/objections`,
    {
      config: objectors,
      schema: {
        tags,
        summary: '公示异议 / keep a decision from the public',
        body: ObjectionRequest,
        response: { 204: z.null() },
      },
    },
    async (request, reply) => {
      const { jurisdiction, standing } = await askingOf(world, request);
      const done = await objectTo(world, { jurisdiction, standing, ...request.body });
      if (done.ok) return reply.code(204).send(null);
      return done.error.code === 'not_found' ? notFound(request, reply) : refuseWith(reply, done.error);
    },
  );
}

const REPORTS = '/api/v1/desk/supervision/reports';

function reportRoutes(world: Supervision, app: App): void {
  app.get(
    REPORTS,
    {
      config: overseers,
      schema: { tags, summary: '已生成的日清、周结、月报 / reports made', response: { 200: ReportList } },
    },
    (request) => reportsOf(world, staffOf(request).jurisdiction),
  );
  app.get(
    `${REPORTS}/:reportKind`,
    {
      config: overseers,
      schema: { tags, summary: '日清、周结、月报 / a report', ...ReportAsked, response: { 200: Report } },
    },
    (request) => wanted(world, request),
  );
}

interface Wanted {
  readonly params: z.infer<typeof ReportAsked.params>;
  readonly query: z.infer<typeof ReportAsked.querystring>;
}

function wanted(world: Supervision, request: Parameters<typeof staffOf>[0] & Wanted): Promise<Report> {
  const { jurisdiction } = staffOf(request);
  return reportOf(world, {
    jurisdiction,
    kind: request.params.reportKind,
    on: request.query.on ?? todayOf(world),
  });
}

const nameOf = ({ kindName, to }: Report): string => `${kindName.zh}-${to}`;

function printedReports(world: Supervision, app: App): void {
  app.get(
    `${REPORTS}/:reportKind/workbook`,
    {
      config: { ...overseers, answers: { status: 200, type: XLSX } },
      schema: { tags, summary: '报表（XLSX） / a report as a workbook', ...ReportAsked },
    },
    async (request, reply) => {
      const report = await wanted(world, request);
      const bytes = await reportWorkbook(report);
      return sendBytes(reply, { bytes, name: `${nameOf(report)}.xlsx`, mediaType: XLSX });
    },
  );
  app.get(
    `${REPORTS}/:reportKind/paper`,
    {
      config: { ...overseers, answers: { status: 200, type: 'application/pdf' } },
      schema: { tags, summary: '报表（PDF） / a report on paper', ...ReportAsked },
    },
    async (request, reply) => {
      const report = await wanted(world, request);
      const bytes = await world.near.print(reportOnPaper(report), report.to);
      return sendBytes(reply, { bytes, name: `${nameOf(report)}.pdf`, mediaType: 'application/pdf' });
    },
  );
}
