// Runs the dependency rules of boundary-rules.mjs over the repository. dependency-cruiser answers "all well" when it
// could read nothing (it did so under TypeScript 7), so two things are proved first: every rule finds a violation
// planted for it, and at least as many modules were seen as there are source files.
import { mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { cruise } from 'dependency-cruiser';
import { forbidden, options } from './boundary-rules.mjs';

const ROOTS = ['packages', 'apps', 'demo', 'e2e', 'bench', 'tools'];
const SOURCE = /\.(ts|tsx|mjs)$/;
const IGNORED = new Set(['node_modules', 'build', 'dist', '.react-router', 'test-results', 'playwright-report']);

/**
 * Which file must be caught by which rule; each breaks that rule in its first line.
 *
 * @type {Readonly<Record<string, readonly [string, string]>>}
 */
const PLANTED = {
  'kernel-imports-nothing': [
    'packages/kernel/src/day.ts',
    "import { readFileSync } from 'node:fs'; readFileSync('x');",
  ],
  'core-is-pure': ['packages/core/src/clock/index.ts', "import { readFileSync } from 'node:fs'; readFileSync('x');"],
  'core-tier-people': ['packages/core/src/people/index.ts', "export * from '../casework/index.ts';"],
  'core-tier-network': ['packages/core/src/network/index.ts', "export * from '../calendar/index.ts';"],
  'core-tier-calendar': ['packages/core/src/calendar/index.ts', "export * from '../clock/index.ts';"],
  'core-tier-catalogue': ['packages/core/src/catalogue/index.ts', "export * from '../documents/index.ts';"],
  'core-tier-clock': ['packages/core/src/clock/clock.ts', "export * from '../fees/index.ts';"],
  'core-tier-fees': ['packages/core/src/fees/index.ts', "export * from '../hall/index.ts';"],
  'core-tier-documents': ['packages/core/src/documents/index.ts', "export * from '../joint/index.ts';"],
  'core-tier-casework': ['packages/core/src/casework/index.ts', "export * from '../rating/index.ts';"],
  'core-tier-joint': ['packages/core/src/joint/index.ts', "export * from '../credit/index.ts';"],
  'core-tier-hall': ['packages/core/src/hall/index.ts', "export * from '../performance/index.ts';"],
  'core-tier-supervision': ['packages/core/src/supervision/index.ts', "export * from '../credit/index.ts';"],
  'core-tier-rating': ['packages/core/src/rating/index.ts', "export * from '../supervision/index.ts';"],
  'core-tier-credit': ['packages/core/src/credit/index.ts', "export * from '../rating/index.ts';"],
  'core-tier-performance': ['packages/core/src/performance/index.ts', "export * from '../rating/index.ts';"],
  'core-tier-history': ['packages/core/src/history/index.ts', "export * from '../rating/index.ts';"],
  'core-module-of-no-tier': ['packages/core/src/loose/index.ts', "export * from '../people/index.ts';"],
  'core-module-by-its-index': ['packages/core/src/casework/case.ts', "export * from '../clock/clock.ts';"],
  'package-by-its-exports': ['packages/contract/src/index.ts', "export * from '../../core/src/clock/clock.ts';"],
  'packages-never-import-apps': ['packages/testkit/src/index.ts', "export * from '../../../apps/server/src/main.ts';"],
  'apps-never-import-apps': ['apps/desk/src/main.tsx', "export * from '../../server/src/main.ts';"],
  'contract-is-for-both-sides': ['packages/contract/src/time.ts', "import { join } from 'node:path'; join('a');"],
  'testkit-is-for-tests': ['apps/server/src/main.ts', "export * from '../../../packages/testkit/src/index.ts';"],
  'server-modules-by-their-files': [
    'apps/server/src/modules/casework/handle.ts',
    "export * from '../rating/handle.ts';",
  ],
  'platform-knows-no-module': ['apps/server/src/platform/http.ts', "export * from '../modules/casework/handle.ts';"],
  'no-cycles': ['apps/server/src/modules/rating/handle.ts', "export * from './queries.ts';"],
  resolvable: ['apps/desk/src/app.tsx', "export * from './nowhere.ts';"],
};
const SUPPORT = { 'apps/server/src/modules/rating/queries.ts': "export * from './handle.ts';" };

/**
 * @param {string} baseDir
 * @param {readonly string[]} roots
 */
async function violationsIn(baseDir, roots) {
  const result = await cruise([...roots], { ...options, baseDir, validate: true, ruleSet: { forbidden } });
  if (typeof result.output === 'string') throw new Error('dependency-cruiser answered in text');
  return result.output.summary;
}

/** @returns {Promise<readonly string[]>} the rules that did not see their planted violation */
async function blindRules() {
  const folder = mkdtempSync(join(tmpdir(), 'yimen-boundaries-'));
  try {
    const files = [...Object.values(PLANTED), ...Object.entries(SUPPORT)];
    for (const [path = '', text = ''] of files) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), `${text}\n`);
    }
    writeFileSync(join(folder, 'package.json'), '{ "type": "module" }');
    symlinkSync(join(process.cwd(), 'node_modules'), join(folder, 'node_modules'), 'junction');
    const { violations } = await violationsIn(folder, ['packages', 'apps']);
    const seen = new Set(violations.map((violation) => `${violation.rule.name} ${violation.from}`));
    const rules = forbidden.map((rule) => rule.name ?? '');
    return rules.filter((name) => !seen.has(`${name} ${PLANTED[name]?.[0]}`));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/**
 * @param {string} folder
 * @returns {readonly string[]} source files below a folder
 */
function sourcesOf(folder) {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = `${folder}/${entry.name}`;
    if (entry.isDirectory()) return IGNORED.has(entry.name) ? [] : sourcesOf(path);
    return SOURCE.test(entry.name) && !entry.name.endsWith('.d.ts') ? [path] : [];
  });
}

async function main() {
  const blind = await blindRules();
  if (blind.length > 0) return [`the canary was not seen by: ${blind.join(', ')}`];
  const expected = ROOTS.flatMap((root) => sourcesOf(root)).length;
  const { violations, totalCruised } = await violationsIn(process.cwd(), ROOTS);
  if (totalCruised < expected) return [`saw ${totalCruised} modules, but there are ${expected} source files`];
  console.log(`boundaries: ${forbidden.length} rules proved by canary, ${totalCruised} modules seen`);
  return violations.map((violation) => {
    const cycle = violation.cycle?.map((step) => step.name).join(' → ');
    return `${violation.rule.name}: ${violation.from} → ${cycle ?? violation.to}`;
  });
}

const problems = await main();
for (const problem of problems) console.error(problem);
process.exitCode = problems.length > 0 ? 1 : 0;
