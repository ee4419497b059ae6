import { rounds } from '@yimen/testkit/cases';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { chains, walk } from './test/fuzz/chains.ts';
import { operationsOf, type ApiDocument, type Operation } from './test/fuzz/document.ts';
import { replyProblem } from './test/fuzz/replies.ts';
import { invalidShots, validShots, type Shot } from './test/fuzz/requests.ts';
import { openTarget, type Target } from './test/fuzz/target.ts';
import { lines } from './test/hall.ts';

const { fuzz: runs, chains: cases, seed, only, report } = rounds();
/** Signing out would end the callers' sessions; a stream does not end by itself. */
const isLeftOut = ({ name, responses }: Operation): boolean =>
  name === 'delete /api/v1/session' || responses['200']?.content?.['text/event-stream'] !== undefined;
/** Moves the clock under every other operation's feet. */
const LAST = 'post /api/v1/demo/advance';

let target: Target;
let operations: readonly Operation[];
beforeAll(async () => {
  target = await openTarget();
  operations = operationsOf((await target.app.inject('/api/openapi.json')).json<ApiDocument>());
}, 180_000);
afterAll(() => target.close());

/** What was sent to one operation and what came back. */
interface Tally {
  sent: number;
  /** Requests the document forbids. */
  forbidden: number;
  readonly by: Record<string, number>;
}
const tallies = new Map<string, Tally>();

function note({ name }: Operation, { allowed }: Shot, status: number): void {
  const tally = tallies.get(name) ?? { sent: 0, forbidden: 0, by: {} };
  tally.sent += 1;
  if (!allowed) tally.forbidden += 1;
  tally.by[status] = (tally.by[status] ?? 0) + 1;
  tallies.set(name, tally);
}
const answered = (status: number): number => [...tallies.values()].reduce((sum, { by }) => sum + (by[status] ?? 0), 0);

/** A file is shown as bytes. */
const textOf = (payload: unknown): string => (typeof payload === 'string' ? payload : JSON.stringify(payload ?? ''));

async function fire(operation: Operation, shot: Shot): Promise<void> {
  lines.length = 0;
  const reply = await target.app.inject(shot.request);
  note(operation, shot, reply.statusCode);
  const problem = replyProblem(operation, shot, reply) ?? lines.find((line) => line.includes('"level":50'));
  if (problem === undefined) return;
  const { payload, ...request } = shot.request;
  const sent = `${JSON.stringify(request)}\n${textOf(payload).slice(0, 2000)}`;
  throw new Error(`${problem}\n${sent}\n→ ${reply.payload.slice(0, 500)} ${lines.join('').slice(0, 1500)}`);
}

async function barrage(operation: Operation, kind: string, shots: fc.Arbitrary<Shot>): Promise<readonly string[]> {
  const property = fc.asyncProperty(shots, (shot) => fire(operation, shot));
  const outcome = await fc.check(property, { numRuns: runs, seed, endOnFailure: runs < 100 });
  if (!outcome.failed) return [];
  const again = `npm run test:fuzz -- --seed=${outcome.seed} --runs=${runs} --only="${operation.name}"`;
  const { errorInstance } = outcome;
  return [`${kind}: ${again}\n${errorInstance instanceof Error ? errorInstance.message : String(errorInstance)}`];
}

describe(`seed ${seed}`, () => {
  test('every route of the API is in the document, and nothing else', () => {
    const routes = target.policies
      .filter(({ url, method }) => url.startsWith('/api/v1/') && method !== 'HEAD')
      .map(({ url, method }) => `${method.toLowerCase()} ${url.replaceAll(/:(\w+)/g, '{$1}')}`);
    expect(routes.toSorted()).toEqual(operations.map(({ name }) => name).toSorted());
  });

  test('whatever anybody sends: nothing breaks, nothing forbidden is accepted, every reply is as declared', async () => {
    const chosen = operations.filter((one) => !isLeftOut(one) && (only === '' || one.name === only));
    const failures: string[] = [];
    for (const operation of chosen.toSorted((one) => (one.name === LAST ? 1 : -1))) {
      failures.push(...(await barrage(operation, 'valid', validShots(operation, target.known))));
      failures.push(...(await barrage(operation, 'invalid', invalidShots(operation, target.known))));
    }
    expect(failures.join('\n\n')).toBe('');
    // Enough of them were let in and answered for the rest to mean something.
    if (only === '') expect([chosen.length > 25, answered(200) > 50, answered(422) > 50]).toEqual([true, true, true]);
  }, 3_600_000);

  test('whatever several officers do to whole cases, one act after another', async () => {
    const acts = operations.find(({ name }) => name === 'post /api/v1/desk/cases/{caseId}/acts');
    if (acts === undefined) throw new Error('acts are not in the document');
    const histories = fc.sample(chains(acts, Object.keys(target.officers)), { numRuns: only === '' ? cases : 0, seed });
    const problems: string[] = [];
    for (const links of histories) problems.push(...(await walk(target, operations, links)));
    expect(problems).toEqual([]);
    const operationsSent = [...tallies].map(([name, tally]) => ({ name, ...tally }));
    if (report !== '')
      process.stdout.write(`\nFIGURES ${JSON.stringify({ seed, operations: operationsSent, chains: cases })}\n`);
  }, 3_600_000);
});
