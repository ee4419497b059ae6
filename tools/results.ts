import { existsSync, readFileSync } from 'node:fs';
import { z } from 'zod';

/** What a test program counted, and by name what it did not test. */
export interface Counts {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: readonly string[];
}

const vitestShape = z.object({
  testResults: z.array(
    z.object({
      name: z.string(),
      status: z.string(),
      assertionResults: z.array(z.object({ fullName: z.string(), status: z.string() })),
    }),
  ),
});

function read(path: string): unknown {
  return existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : undefined;
}

/** Counts a vitest JSON report. A file that could not be loaded has no test that failed, but is a failure. */
export function vitestCounts(path: string): Counts | undefined {
  const report = vitestShape.safeParse(read(path));
  if (!report.success) return undefined;
  const files = report.data.testResults;
  const tests = files.flatMap((file) => file.assertionResults);
  const unloaded = files.filter(
    (file) => file.status === 'failed' && !file.assertionResults.some((result) => result.status === 'failed'),
  );
  return {
    passed: tests.filter((test) => test.status === 'passed').length,
    failed: tests.filter((test) => test.status === 'failed').length + unloaded.length,
    skipped: tests.filter((test) => !['passed', 'failed'].includes(test.status)).map((test) => test.fullName),
  };
}

interface Suite {
  readonly title: string;
  readonly specs?: readonly {
    readonly title: string;
    readonly tests: readonly { readonly status: string }[];
  }[];
  readonly suites?: readonly Suite[];
}

const suiteShape: z.ZodType<Suite> = z.lazy(() =>
  z.object({
    title: z.string(),
    specs: z.array(z.object({ title: z.string(), tests: z.array(z.object({ status: z.string() })) })).exactOptional(),
    suites: z.array(suiteShape).exactOptional(),
  }),
);

const playwrightShape = z.object({ suites: z.array(suiteShape), errors: z.array(z.unknown()) });

function testsOf(suite: Suite): readonly { readonly name: string; readonly status: string }[] {
  const own = (suite.specs ?? []).flatMap((spec) =>
    spec.tests.map((test) => ({ name: `${suite.title} › ${spec.title}`, status: test.status })),
  );
  return [...own, ...(suite.suites ?? []).flatMap(testsOf)];
}

/** Counts a Playwright JSON report. A test that passed only when repeated is a failure: it will fail again. */
export function playwrightCounts(path: string): Counts | undefined {
  const report = playwrightShape.safeParse(read(path));
  if (!report.success) return undefined;
  const tests = report.data.suites.flatMap(testsOf);
  return {
    passed: tests.filter((test) => test.status === 'expected').length,
    failed: tests.filter((test) => ['unexpected', 'flaky'].includes(test.status)).length + report.data.errors.length,
    skipped: tests.filter((test) => test.status === 'skipped').map((test) => test.name),
  };
}
