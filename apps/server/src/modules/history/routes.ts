import { LogAnswer, LogList, LogName, LogView, OwnLog } from '@yimen/contract';
import type { ProcedureKey } from '@yimen/core/history';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import { notFound, refuseWith, sendBytes, staffOf, type App } from '../../platform/http/index.ts';
import { logOf, onRecord, reading } from './asked.ts';
import { conformanceRoutes } from './conformanceRoutes.ts';
import { labelsOf, logView, minedView } from './views.ts';
import { problemWords, type LogProblem } from './problem.ts';
import { bytesOf, minedOf } from './reading.ts';
import { rehearsalRoutes } from './rehearsalRoutes.ts';
import { listLogs, type StoredLog } from './store.ts';
import { takeOwn, takeUploaded } from './take.ts';
import type { History } from './world.ts';

/** A log shows which post took how long: taking one is for those who answer for the hall. */
const taking = { policy: { roles: ['supervisor', 'dutyManager'] } } as const;
const tags = ['history'];
const LogParams = z.object({ log: LogName });
/** Uploaded, packed or not; a larger one is imported at the command line. */
const LARGEST = 256 * 2 ** 20;

/** Beside the file, since a form's fields may come after it. */
const ImportQuery = z.object({
  name: LogName,
  zone: z
    .string()
    .regex(/^[+-](0\d|1[0-4]):[0-5]\d$/)
    .optional(),
  encoding: z.enum(['utf-8', 'gb18030']).optional(),
});

/** Logs of past cases on the desk: bring or take one, read what it says, rehearse a reform on it. */
export function historyRoutes(world: History): (app: App) => void {
  return (app) => {
    listRoute(world, app);
    importRoute(world, app);
    ownRoute(world, app);
    logRoute(world, app);
    fileRoute(world, app);
    rehearsalRoutes(world)(app);
    conformanceRoutes(world)(app);
  };
}

function listRoute({ shell }: History, app: App): void {
  const schema = { tags, summary: '历史日志 / logs', response: { 200: LogList } };
  app.get('/api/v1/desk/history/logs', { config: reading, schema }, (request) =>
    listLogs(shell.db, staffOf(request).jurisdiction).then((logs) => ({ logs: logs.map(logView) })),
  );
}

/** What is wrong with the name, or with what the log was to be made of. */
function refuseLog(reply: FastifyReply, problem: LogProblem, from: 'file' | 'from'): FastifyReply {
  const field = problem.code === 'name_taken' ? 'name' : from;
  return refuseWith(reply, { code: `log_${problem.code}`, field, words: problemWords(problem) });
}

function importRoute(world: History, app: App): void {
  const schema = {
    tags,
    summary: '导入历史日志 / bring a log (XES or CSV)',
    querystring: ImportQuery,
    response: { 200: LogView },
  };
  const config = { ...taking, takesFile: true };
  app.post('/api/v1/desk/history/logs', { config, schema }, async (request, reply) => {
    const { name, zone, encoding } = request.query;
    const upload = await request.file({ limits: { fileSize: LARGEST, files: 1 }, throwFileSizeLimit: false });
    if (upload === undefined) return refuseWith(reply, { code: 'invalid', field: 'file' });
    const how = { ...(zone === undefined ? {} : { zone }), ...(encoding === undefined ? {} : { encoding }) };
    const key = { jurisdiction: staffOf(request).jurisdiction, name };
    const done = await takeUploaded(world, key, upload, how);
    // What is still coming is let through to nowhere: a browser reads the answer only once it has sent everything.
    upload.file.resume();
    if (!done.ok) return refuseLog(reply, done.error, 'file');
    await onRecord(world, request, 'logImported', { name, sha256: done.value.sourceSha256 });
    return reply.send(logView(done.value));
  });
}

function ownRoute(world: History, app: App): void {
  const schema = {
    tags,
    summary: '取本大厅办件为日志 / take the hall’s own cases as a log',
    body: OwnLog,
    response: { 200: LogView },
  };
  app.post('/api/v1/desk/history/own', { config: taking, schema }, async (request, reply) => {
    const { jurisdiction } = staffOf(request);
    const { name, ...days } = request.body;
    const done = await takeOwn(world, { jurisdiction, name }, { jurisdiction, ...days });
    if (!done.ok) return refuseLog(reply, done.error, 'from');
    await onRecord(world, request, 'logTaken', { name, ...days });
    return reply.send(logView(done.value));
  });
}

function logRoute(world: History, app: App): void {
  const schema = { tags, summary: '日志说了什么 / what a log says', params: LogParams, response: { 200: LogAnswer } };
  app.get('/api/v1/desk/history/logs/:log', { config: reading, schema }, async (request, reply) => {
    const log = await logOf(world, request, request.params.log);
    return log === undefined ? notFound(request, reply) : reply.send(await answerOf(world, log));
  });
}

/** A log as far as it was read. */
async function answerOf(world: History, log: StoredLog): Promise<LogAnswer> {
  const { near } = world;
  const { read, answer: mined } = minedOf(world, log);
  if (mined === undefined) return { state: 'reading', log: logView(log), read };
  const activities = mined.steps.map(({ activity }) => activity);
  const ledgerNames = { facts: near.factWords, steps: await near.stepNames(log.jurisdiction) };
  const posts = log.format === 'ledger' ? mined.posts.map(({ resource }) => resource) : [];
  const labels = {
    ...labelsOf(log, activities, ledgerNames),
    ...Object.fromEntries(await near.doers(log.jurisdiction, posts)),
  };
  const names = new Map((await near.procedures(log.jurisdiction)).map(({ itemId, name }) => [itemId, name]));
  const procedureName = ({ itemId }: ProcedureKey): string => names.get(itemId) ?? itemId;
  return { state: 'done', log: logView(log), mined: minedView(mined, { labels, procedureName }) };
}

/** The log as a file for other programs; the same cases, times and posts as on the screen. */
function fileRoute(world: History, app: App): void {
  const params = LogParams.extend({ form: z.enum(['xes', 'csv']) });
  const schema = { tags, summary: '下载日志（XES、CSV） / the log as a file', params };
  const config = { ...taking, answers: { status: 200, type: 'application/gzip' } } as const;
  app.get('/api/v1/desk/history/logs/:log/files/:form', { config, schema }, async (request, reply) => {
    const { form } = request.params;
    const log = await logOf(world, request, request.params.log);
    if (log === undefined) return notFound(request, reply);
    const bytes = await world.miner.ask({ ask: 'write', bytes: await bytesOf(world, log), form });
    await onRecord(world, request, 'logDownloaded', { name: log.name, form });
    return sendBytes(reply, { bytes, name: `${log.name}.${form}.gz`, mediaType: 'application/gzip' });
  });
}
