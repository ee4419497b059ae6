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
  const parts = new Map(
    nodes.map(({ id, callFrame }) => [id, partOf(callFrame.url === '' ? callFrame.functionName : callFrame.url)]),
  );
  const counts = new Map<string, number>();
  for (const id of samples) {
    const part = parts.get(id) ?? 'the rest';
    counts.set(part, (counts.get(part) ?? 0) + 1);
  }
  const busy = samples.length - (counts.get('idle') ?? 0);
  return [...counts]
    .filter(([part]) => part !== 'idle')
    .toSorted(([, left], [, right]) => right - left)
    .map(([part, count]) => `${((count * 100) / busy).toFixed(0).padStart(3)} % ${part}`);
}

const partOf = (where: string): string => PARTS.find(([, pattern]) => pattern.test(where))?.[0] ?? 'the rest';
