/** `npm run bench -- [name… | all] [--out FILE]`: measurements as ratios against a baseline taken in the same run; nothing here passes or fails. */
import { writeFile } from 'node:fs/promises';
import { loadavg } from 'node:os';
import { machine, markdownOf, type Found } from './machine.ts';
import { textOption, type Bench } from './report.ts';

const benches: Readonly<Record<string, () => Promise<Bench>>> = {
  board: async () => (await import('./board.ts')).board,
  catalogue: async () => (await import('./catalogue.ts')).catalogue,
  clock: async () => (await import('./clock.ts')).clock,
  crash: async () => (await import('./crash.ts')).crash,
  lifecycle: async () => (await import('./lifecycle.ts')).lifecycle,
  group: async () => (await import('./group.ts')).group,
  growth: async () => (await import('./growth.ts')).growth,
  documents: async () => (await import('./documents.ts')).documents,
  mining: async () => (await import('./mining.ts')).mining,
  pages: async () => (await import('./pages.ts')).pages,
  proof: async () => (await import('./proof.ts')).proof,
  questions: async () => (await import('./questions.ts')).questions,
  search: async () => (await import('./search.ts')).search,
  spike: async () => (await import('./spike.ts')).spike,
  soak: async () => (await import('./soak.ts')).soak,
  supervision: async () => (await import('./supervision.ts')).supervision,
  timers: async () => (await import('./timers.ts')).timers,
};

/** Options belong to the benches; each takes what it knows. `all` is every one of them. */
const words = process.argv.slice(2);
const options = words.findIndex((word) => word.startsWith('--'));
const asked = words.slice(0, options < 0 ? undefined : options).filter((name) => name !== 'all');
const unknown = asked.filter((name) => !(name in benches));
if (unknown.length > 0) {
  console.error(`没有这个测量 / no such bench: ${unknown.join(', ')}; ${Object.keys(benches).join(', ')}`);
  process.exit(2);
}
const out = textOption('out');
const found: Found[] = [];
console.log(machine().join('\n'));
for (const [name, load] of Object.entries(benches)) {
  if (asked.length > 0 && !asked.includes(name)) continue;
  console.log(`\n${name}`);
  const before = loadavg()[0] ?? Number.NaN;
  // One that breaks must not cost the figures of the others; the run as a whole then fails.
  const lines = await load()
    .then((bench) => bench())
    .catch((error: unknown) => {
      process.exitCode = 1;
      return [`BROKE: ${error instanceof Error ? error.message : String(error)}`];
    });
  for (const line of lines) console.log(`  ${line}`);
  found.push({ name, lines, before, after: loadavg()[0] ?? Number.NaN });
}
if (out !== undefined) await writeFile(out, markdownOf(machine(), found));
// People of a bench that broke may still be asking a server that is gone.
process.exit();
