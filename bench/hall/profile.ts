import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';

const Profile = z.object({
  nodes: z.array(z.object({ id: z.number(), callFrame: z.object({ functionName: z.string(), url: z.string() }) })),
  samples: z.array(z.number()),
});

/** The first that matches; the last is what belongs to nobody else. */
const PARTS: readonly (readonly [name: string, pattern: RegExp])[] = [
  ['idle', /^\(idle\)/],
  ['garbage collection', /^\(garbage collector\)/],
  ['pg: protocol and sockets', /node_modules\/(pg|pg-.*)\//],
  ['kysely', /node_modules\/kysely\//],
  ['zod: checking requests and answers', /node_modules\/(zod|fastify-type-provider-zod)\//],
  [
    'fastify and its plugins',
    /node_modules\/(@fastify|fastify|find-my-way|light-my-request|pino|secure-json-parse|fast-.*)\//,
  ],
  ['typst and pdf', /node_modules\/(@myriaddreamin|pdf-lib|@pdf-lib)\/|platform\/documents/],
  ['the ledger: hashing, canonical JSON', /platform\/ledger|kernel\/src\/.*json|node:internal\/crypto/],
  ['the rules (core)', /packages\/core\//],
  ['casework and people (server)', /apps\/server\/src\/modules/],
  ['starting: loading modules', /node:internal\/modules|amaro|^wasm:|acorn|undici/],
  ['native code, system calls', /^\(program\)/],
  ['HTTP, streams and timers of Node', /^node:/],
  ['the rest', /./],
];

/** Shares of the processor's time by what was running, from the one profile in the folder. */
export async function sharesIn(folder: string): Promise<readonly string[]> {
  const [file] = (await readdir(folder)).filter((name) => name.endsWith('.cpuprofile'));
  if (file === undefined) return ['no profile was written'];
  const { nodes, samples } = Profile.parse(JSON.parse(await readFile(join(folder, file), 'utf8')));
  const frames = new Map(nodes.map(({ id, callFrame }) => [id, callFrame]));
  const parts = new Map(
    nodes.map(({ id, callFrame }) => [id, partOf(callFrame.url === '' ? callFrame.functionName : callFrame.url)]),
  );
  const counts = countBy(samples.map((id) => parts.get(id) ?? 'the rest'));
  for (const part of NOT_WORK) counts.delete(part);
  const busy = [...counts.values()].reduce((sum, count) => sum + count, 0);
  const rest = samples.filter((id) => parts.get(id) === 'the rest').map((id) => nameOf(frames.get(id)));
  const named = sorted(countBy(rest)).slice(0, 4);
  const share = (count: number): string => `${((count * 100) / busy).toFixed(0).padStart(3)} %`;
  return [
    ...sorted(counts).map(([part, count]) => `${share(count)} ${part}`),
    `of the rest: ${named.map(([name, count]) => `${name} ${share(count).trim()}`).join(', ')}`,
  ];
}

/** Waiting, and what happens once at the start. */
const NOT_WORK = ['idle', 'starting: loading modules'];

function countBy(names: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return counts;
}

const sorted = (counts: ReadonlyMap<string, number>) => [...counts].toSorted(([, left], [, right]) => right - left);

function nameOf(frame: { readonly functionName: string; readonly url: string } | undefined): string {
  const file = frame?.url.split('/').slice(-2).join('/') ?? '';
  return `${frame?.functionName === '' || frame === undefined ? 'anonymous' : frame.functionName} ${file}`.trim();
}

const partOf = (where: string): string => PARTS.find(([, pattern]) => pattern.test(where))?.[0] ?? 'the rest';
