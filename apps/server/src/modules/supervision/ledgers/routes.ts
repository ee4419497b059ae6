import {
  CoverageView,
  LedgerDutyRequest,
  LedgerKind_,
  LedgerPreview,
  LedgerRowActed,
  LedgerRowActRequest,
  LedgerView,
  Month_,
} from '@yimen/contract';
import type { Result } from '@yimen/kernel';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { notFound, refuseWith, type App } from '../../../platform/http/index.ts';
import { askingOf } from '../asking.ts';
import { todayOf, type Supervision } from '../world.ts';
import { layDownDuty, monthDue, ownersOf } from './duties.ts';
import { actOnRow } from './follow.ts';
import { importLedger, previewLedger, type Imported, type Importing, type LedgerProblem } from './importing.ts';
import { coverageOf } from './overview.ts';
import { viewLedger } from './view.ts';

const tags = ['supervision'];
const staff = { policy: 'staff' } as const;
const LARGEST_LEDGER = 5 * 1_048_576;

const AUTHORITY = z.string().min(1).max(60);
const LedgerParams = z.object({ authority: AUTHORITY, kind: LedgerKind_, month: Month_ });
const NameParams = LedgerParams.omit({ month: true });
const HandingIn = z.object({
  commandId: z.string().regex(/^[A-Za-z0-9_-]{16,64}$/),
  reason: z.string().max(500).optional(),
});

/** 中心之外无审批: departments' ledgers against the record, month by month. */
export function ledgerRoutes(world: Supervision, app: App): void {
  readRoutes(world, app);
  handInRoutes(world, app);
  actRoutes(world, app);
  dutyRoutes(world, app);
}

function readRoutes(world: Supervision, app: App): void {
  app.get(
    '/api/v1/desk/supervision/coverage',
    {
      config: staff,
      schema: {
        tags,
        summary: '台账对账与覆盖率 / coverage of ledgers',
        querystring: z.object({ month: Month_.optional() }),
        response: { 200: CoverageView },
      },
    },
    (request) =>
      askingOf(world, request).then((asking) =>
        coverageOf(world, asking, request.query.month ?? monthDue(todayOf(world))),
      ),
  );
  app.get(
    '/api/v1/desk/supervision/ledgers/:authority/:kind/:month',
    {
      config: staff,
      schema: { tags, summary: '一份台账 / a ledger', params: LedgerParams, response: { 200: LedgerView } },
    },
    async (request, reply) => {
      const asking = await askingOf(world, request);
      const view = await viewLedger(world, asking, { jurisdiction: asking.jurisdiction, ...request.params });
      return view === undefined ? notFound(request, reply) : view;
    },
  );
}

type TakesIn = (world: Supervision, importing: Importing) => Promise<Result<Imported, LedgerProblem>>;

function handInRoutes(world: Supervision, app: App): void {
  app.post(
    '/api/v1/desk/supervision/ledgers/:authority/:kind/:month/preview',
    {
      config: { ...staff, takesFile: true },
      schema: { tags, summary: '台账预览 / try a ledger', params: LedgerParams, response: { 200: LedgerPreview } },
    },
    async (request, reply) => {
      const { jurisdiction, standing } = await askingOf(world, request);
      const name = { jurisdiction, standing, ...request.params, commandId: '' };
      return takeLedger(world, request, reply, { take: previewLedger, name });
    },
  );
  app.post(
    '/api/v1/desk/supervision/ledgers/:authority/:kind/:month',
    {
      config: { ...staff, takesFile: true },
      schema: {
        tags,
        summary: '报送台账 / hand a ledger in',
        params: LedgerParams,
        querystring: HandingIn,
        response: { 200: LedgerPreview },
      },
    },
    async (request, reply) => {
      const { jurisdiction, standing } = await askingOf(world, request);
      const name = { jurisdiction, standing, ...request.params, ...request.query };
      return takeLedger(world, request, reply, { take: importLedger, name });
    },
  );
}

interface Taking {
  readonly take: TakesIn;
  readonly name: Omit<Importing, 'bytes'>;
}

async function takeLedger(
  world: Supervision,
  request: FastifyRequest,
  reply: FastifyReply,
  { take, name }: Taking,
): Promise<FastifyReply> {
  const upload = await request.file({ limits: { fileSize: LARGEST_LEDGER, files: 1 } });
  if (upload === undefined) return refuseWith(reply, { code: 'invalid', field: 'file' });
  const done = await take(world, { ...name, bytes: await upload.toBuffer() });
  return done.ok ? reply.send(done.value) : refused(request, reply, done.error);
}

function actRoutes(world: Supervision, app: App): void {
  app.post(
    '/api/v1/desk/supervision/ledgers/:authority/:kind/acts',
    {
      config: staff,
      schema: {
        tags,
        summary: '跟进台账的一行：说明、补录、发牌 / follow up a row',
        params: NameParams,
        body: LedgerRowActRequest,
        response: { 200: LedgerRowActed },
      },
    },
    async (request, reply) => {
      const { jurisdiction, standing } = await askingOf(world, request);
      const done = await actOnRow(world, { jurisdiction, standing, ...request.params, ...request.body });
      return done.ok ? done.value : refused(request, reply, done.error);
    },
  );
}

function dutyRoutes(world: Supervision, app: App): void {
  app.post(
    '/api/v1/desk/supervision/ledgers/:authority/:kind/duty',
    {
      config: { policy: { roles: ['supervisor', 'dutyManager'] } },
      schema: {
        tags,
        summary: '指定台账责任人和期限 / lay down who hands it in and by when',
        params: NameParams,
        body: LedgerDutyRequest,
        response: { 204: z.null() },
      },
    },
    async (request, reply) => {
      const { jurisdiction } = await askingOf(world, request);
      const people = await ownersOf(world, { jurisdiction, ...request.params });
      const { owner } = request.body;
      const known = owner === undefined || people.some(({ person }) => person === owner);
      if (people.length === 0) return notFound(request, reply);
      if (!known) return refuseWith(reply, { code: 'invalid', field: 'owner' });
      await layDownDuty(world, { jurisdiction, ...request.params, ...request.body });
      return reply.code(204).send(null);
    },
  );
}

function refused(request: FastifyRequest, reply: FastifyReply, problem: LedgerProblem): FastifyReply {
  return problem.code === 'not_found' ? notFound(request, reply) : refuseWith(reply, problem);
}
