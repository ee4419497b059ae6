import { defineConfig } from 'vitest/config';

/** `core` needs nothing, `db` a real PostgreSQL (embedded, started once per run), `web` a simulated browser. */
export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'core',
          include: ['packages/{kernel,core,contract}/src/**/*.test.ts', '{demo,tools}/**/*.test.ts'],
          environment: 'node',
        },
      },
      {
        test: {
          name: 'db',
          include: ['{apps/server,packages/testkit}/src/**/*.test.ts'],
          environment: 'node',
          globalSetup: ['./tools/test-cluster.ts'],
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
