import { defineConfig } from 'vitest/config';
import type { Rounds } from './packages/testkit/src/rounds.ts';

const count = (name: string, otherwise: number): number => Number(process.env[name] ?? otherwise);

/**
 * The small rounds of `npm test` repeat one seed: whether a change lands must not hang on luck. The full rounds draw a
 * new one each time.
 */
const SMALL_ROUND_SEED = 20_261_121;

/** How much the random tests do: little in `npm test`, the whole promise (P06, P27) in `npm run test:fuzz` and `test:model`. */
const yimenRounds: Rounds = {
  fuzz: count('YIMEN_FUZZ_RUNS', 16),
  chains: count('YIMEN_FUZZ_CHAINS', 4),
  model: count('YIMEN_MODEL_RUNS', 3000),
  tamper: count('YIMEN_TAMPER_RUNS', 24),
  seed: count('YIMEN_SEED', SMALL_ROUND_SEED),
  only: process.env['YIMEN_FUZZ_ONLY'] ?? '',
  report: process.env['YIMEN_ROUNDS_REPORT'] ?? '',
};
const provide = { yimenRounds };

/** `core` needs nothing, `db` a real PostgreSQL (embedded, started once per run), `web` a simulated browser. */
export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'core',
          provide,
          include: ['packages/{kernel,core,contract}/src/**/*.test.ts', '{demo,tools}/**/*.test.ts'],
          environment: 'node',
        },
      },
      {
        test: {
          name: 'db',
          provide,
          include: ['{apps/server,packages/testkit}/src/**/*.test.ts'],
          environment: 'node',
          globalSetup: ['./tools/test-cluster.ts'],
          // Each waits for its PostgreSQL half of the time; each has one of its own.
          maxWorkers: 2,
          testTimeout: 20_000,
          hookTimeout: 60_000,
        },
      },
      {
        oxc: { jsx: { runtime: 'automatic' } },
        test: {
          name: 'web',
          include: ['{apps/portal,apps/desk,packages/ui}/**/*.test.{ts,tsx}'],
          exclude: ['**/node_modules/**', '**/build/**', '**/dist/**'],
          environment: 'jsdom',
          testTimeout: 20_000,
        },
      },
    ],
  },
});
