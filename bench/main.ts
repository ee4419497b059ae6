/** `npm run bench [name…]`: measurements as ratios against a baseline taken in the same run; nothing here passes or fails. */
import { availableParallelism } from 'node:os';
import type { Bench } from './report.ts';

const benches: Readonly<Record<string, () => Promise<Bench>>> = {
  clock: async () => (await import('./clock.ts')).clock,
  crash: async () => (await import('./crash.ts')).crash,
  lifecycle: async () => (await import('./lifecycle.ts')).lifecycle,
  documents: async () => (await import('./documents.ts')).documents,
  proof: async () => (await import('./proof.ts')).proof,
  timers: async () => (await import('./timers.ts')).timers,
};

/** Options belong to the benches; each takes what it knows. */
const options = process.argv.slice(2).findIndex((word) => word.startsWith('--'));
const asked = process.argv.slice(2, options < 0 ? undefined : options + 2);
const unknown = asked.filter((name) => !(name in benches));
if (unknown.length > 0) {
  console.error(`没有这个测量 / no such bench: ${unknown.join(', ')}; ${Object.keys(benches).join(', ')}`);
  process.exit(2);
}
console.log(`node ${process.version}, ${String(availableParallelism())} cores, ${new Date().toISOString()}`);
for (const [name, load] of Object.entries(benches)) {
  if (asked.length > 0 && !asked.includes(name)) continue;
  console.log(`\n${name}`);
  for (const line of await (await load())()) console.log(`  ${line}`);
}
