// The full rounds of the random tests: `npm run test:fuzz` (P27), `npm run test:model` (P06) and `npm run test:tamper` (P09). Each prints its seed and
// writes its table to docs/rounds/. `--seed=`, `--runs=` and `--only="post /api/v1/drafts"` repeat one failing round.
import { mkdirSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { run } from './run.ts';

interface Kind {
  readonly project: string;
  readonly file: string;
  readonly runs: string;
  readonly variable: string;
  readonly table: (figures: never) => string;
}

interface ModelFigures {
  readonly runs: number;
  readonly seed: number;
  readonly pairs: readonly {
    readonly stage: string;
    readonly act: string;
    readonly accepted: number;
    readonly refused: number;
  }[];
}

interface FuzzFigures {
  readonly seed: number;
  readonly operations: readonly {
    readonly name: string;
    readonly sent: number;
    readonly forbidden: number;
    readonly by: Readonly<Record<string, number>>;
  }[];
  readonly chains: number;
}

interface TamperFigures {
  readonly runs: number;
  readonly seed: number;
  readonly found: Readonly<Record<string, number>>;
}

const KINDS: Readonly<Record<string, Kind>> = {
  fuzz: {
    project: 'db',
    file: 'apps/server/src/fuzz.test.ts',
    runs: '900',
    variable: 'YIMEN_FUZZ_RUNS',
    table: fuzzTable,
  },
  model: {
    project: 'core',
    file: 'packages/core/src/casework/lawModel.test.ts',
    runs: '100000',
    variable: 'YIMEN_MODEL_RUNS',
    table: modelTable,
  },
  tamper: {
    project: 'db',
    file: 'apps/server/src/tamper.test.ts',
    runs: '1000',
    variable: 'YIMEN_TAMPER_RUNS',
    table: tamperTable,
  },
};

const sum = (list: readonly number[]): number => list.reduce((total, one) => total + one, 0);
const rowOf = (cells: readonly (string | number)[]): string => `| ${cells.join(' | ')} |`;

function modelTable({ runs, seed, pairs }: ModelFigures): string {
  const stages = [...new Set(pairs.map(({ stage }) => stage))];
  const acts = [...new Set(pairs.map(({ act }) => act))];
  const cell = (act: string, stage: string): string => {
    const found = pairs.find((pair) => pair.act === act && pair.stage === stage);
    return `${String(found?.accepted ?? 0)}/${String(found?.refused ?? 0)}`;
  };
  return [
    `# The core against a plain model of the law`,
    '',
    `${String(runs)} random histories of 20–60 moves by 23 people, seed ${String(seed)}: ${String(sum(pairs.map(({ accepted, refused }) => accepted + refused)))} commands, 0 divergences.`,
    'Each cell: how often the act was done / refused at the stage. Repeat with `npm run test:model -- --seed=…`.',
    '',
    rowOf(['act', ...stages]),
    rowOf(['---', ...stages.map(() => '---')]),
    ...acts.map((act) => rowOf([act, ...stages.map((stage) => cell(act, stage))])),
    '',
  ].join('\n');
}

function fuzzTable({ seed, operations, chains }: FuzzFigures): string {
  const statuses = [...new Set(operations.flatMap(({ by }) => Object.keys(by)))].toSorted();
  const sent = sum(operations.map((one) => one.sent));
  const forbidden = sum(operations.map((one) => one.forbidden));
  return [
    '# The API under random requests',
    '',
    `${String(sent)} requests, ${String(forbidden)} of them forbidden by the document, and ${String(chains)} whole cases acted on at random; seed ${String(seed)}: 0 answers 5xx, 0 replies that break their declared shape, 0 forbidden requests accepted, 0 undocumented routes.`,
    'Repeat with `npm run test:fuzz -- --seed=…`.',
    '',
    rowOf(['operation', 'sent', 'forbidden', ...statuses]),
    rowOf(['---', '---', '---', ...statuses.map(() => '---')]),
    ...operations.map(({ name, by, ...one }) =>
      rowOf([`\`${name}\``, one.sent, one.forbidden, ...statuses.map((status) => by[status] ?? 0)]),
    ),
    '',
  ].join('\n');
}

function tamperTable({ runs, seed, found }: TamperFigures): string {
  return [
    '# The record under the hand of its database’s superuser',
    '',
    `${String(runs)} tamperings planted in a hall at work, seed ${String(seed)}: ${String(sum(Object.values(found)))} found by tools/verify/verify.py, 0 missed. Each is hidden`,
    'at random not at all, with every hash and head made anew, or with the tree’s leaves made anew too. Nothing planted: 0 findings.',
    'Repeat with `npm run test:tamper -- --seed=…`.',
    '',
    rowOf(['tampering', 'planted and found']),
    rowOf(['---', '---']),
    ...Object.entries(found).map(([kind, count]) => rowOf([kind, count])),
    '',
  ].join('\n');
}

const [name = '', ...args] = process.argv.slice(2);
const kind = KINDS[name];
if (kind === undefined) throw new Error(`node tools/rounds.ts ${Object.keys(KINDS).join('|')}`);
const told = new Map(args.map((arg) => [arg.slice(2, arg.indexOf('=')), arg.slice(arg.indexOf('=') + 1)]));
const began = performance.now();
const commit = (await run(['git', 'rev-parse', '--short', 'HEAD'])).output.trim();
const { code, output } = await run(['vitest', 'run', '--project', kind.project, kind.file, '--reporter=verbose'], {
  env: {
    NO_COLOR: '1',
    [kind.variable]: told.get('runs') ?? kind.runs,
    YIMEN_FUZZ_CHAINS: told.get('chains') ?? '200',
    YIMEN_SEED: told.get('seed') ?? '0',
    YIMEN_FUZZ_ONLY: told.get('only') ?? '',
    YIMEN_ROUNDS_REPORT: 'yes',
  },
});
const figures = /^FIGURES (.*)$/m.exec(output)?.[1];
console.log(output.replace(/^FIGURES .*$/m, ''));
if (code === 0 && figures !== undefined && told.get('only') === undefined) {
  mkdirSync('docs/rounds', { recursive: true });
  const seconds = Math.round((performance.now() - began) / 1000);
  const where = `${String(seconds)} s on ${String(cpus().length)} shared cores (${cpus()[0]?.model ?? 'unknown'}), Node ${process.version}, commit ${commit}.\n`;
  writeFileSync(`docs/rounds/${name}.md`, `${kind.table(JSON.parse(figures) as never)}\n${where}`);
}
process.exitCode = code ?? 1;
