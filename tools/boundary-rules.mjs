// The dependency rules of the architecture. `check-boundaries.mjs` runs them and proves with a planted violation of
// every rule that none of them is blind.

const TIERS = [
  ['people', 'network', 'calendar'],
  ['catalogue', 'clock', 'fees', 'documents'],
  ['casework', 'joint', 'hall'],
  ['supervision', 'rating', 'credit', 'performance', 'history'],
];

/** Edges within a tier, each with its reason. The design lists them; an edge without a reason is not added. */
const ALLOWED_WITHIN_TIER = [
  { from: 'network', to: 'people', reason: 'a department of the network is the authority whose officers people knows' },
  { from: 'catalogue', to: 'clock', reason: 'an item states its limits in the terms of the clock that counts them' },
];

const CORE = '^packages/core/src/';
const TEST = '\\.test\\.tsx?$';

/** @type {import('dependency-cruiser').IForbiddenRuleType[]} */
const tierRules = TIERS.flatMap((tier, level) =>
  tier.map((name) => {
    const lower = TIERS.slice(0, level).flat();
    const listed = ALLOWED_WITHIN_TIER.filter((edge) => edge.from === name).map((edge) => edge.to);
    return {
      name: `core-tier-${name}`,
      comment: `core/${name} is of tier ${level + 1}: it imports itself, the kernel and lower tiers only.`,
      severity: 'error',
      from: { path: `${CORE}${name}/`, pathNot: TEST },
      to: { path: CORE, pathNot: `${CORE}(${[name, ...lower, ...listed].join('|')})/` },
    };
  }),
);

/** @type {import('dependency-cruiser').IForbiddenRuleType[]} */
export const forbidden = [
  {
    name: 'kernel-imports-nothing',
    severity: 'error',
    from: { path: '^packages/kernel/src/', pathNot: TEST },
    to: { pathNot: '^packages/kernel/src/' },
  },
  {
    name: 'core-is-pure',
    comment: 'The core imports the kernel and itself: no npm module, no Node module.',
    severity: 'error',
    from: { path: CORE, pathNot: TEST },
    to: { pathNot: '^packages/(kernel|core)/' },
  },
  ...tierRules,
  {
    name: 'core-module-of-no-tier',
    comment: 'A new core module must be given a tier above.',
    severity: 'error',
    from: { path: CORE, pathNot: `${CORE}(${TIERS.flat().join('|')})/` },
    to: {},
  },
  {
    name: 'core-module-by-its-index',
    severity: 'error',
    from: { path: `${CORE}([^/]+)/` },
    to: { path: `${CORE}[^/]+/`, pathNot: [`${CORE}$1/`, `${CORE}[^/]+/index\\.ts$`] },
  },
  {
    name: 'package-by-its-exports',
    comment: 'From outside, a package is entered by what its package.json exports.',
    severity: 'error',
    from: { path: '^(packages|apps|demo|e2e|bench|tools)/', pathNot: '^packages/core/' },
    to: { path: CORE, pathNot: `${CORE}[^/]+/index\\.ts$` },
  },
  {
    name: 'packages-never-import-apps',
    severity: 'error',
    from: { path: '^packages/' },
    to: { path: '^(apps|demo|e2e|bench|tools)/' },
  },
  {
    name: 'apps-never-import-apps',
    severity: 'error',
    from: { path: '^apps/([^/]+)/' },
    to: { path: '^apps/', pathNot: '^apps/$1/' },
  },
  {
    name: 'contract-is-for-both-sides',
    comment: 'The contract runs in the browser too: no Node module, no testkit, no ui.',
    severity: 'error',
    from: { path: '^packages/contract/src/', pathNot: TEST },
    to: { dependencyTypes: ['core'] },
  },
  {
    name: 'testkit-is-for-tests',
    severity: 'error',
    from: { path: '^(packages|apps)/', pathNot: ['\\.test\\.tsx?$', '^packages/testkit/', '/test/'] },
    to: { path: '^packages/testkit/' },
  },
  {
    name: 'server-modules-by-their-files',
    comment: 'Modules act on one another through the ledger; the only shared door of a module is its index.ts.',
    severity: 'error',
    from: { path: '^apps/server/src/modules/([^/]+)/' },
    to: { path: '^apps/server/src/modules/[^/]+/', pathNot: ['^apps/server/src/modules/$1/', '/index\\.ts$'] },
  },
  {
    name: 'platform-knows-no-module',
    severity: 'error',
    from: { path: '^apps/server/src/platform/', pathNot: TEST },
    to: { path: '^apps/server/src/modules/' },
  },
  {
    name: 'no-cycles',
    severity: 'error',
    from: {},
    to: { circular: true },
  },
  {
    name: 'resolvable',
    comment: 'What cannot be resolved cannot be checked.',
    severity: 'error',
    from: { pathNot: '\\+types' },
    to: { couldNotResolve: true, pathNot: ['^\\./\\+types/', '^virtual:', '\\+types/'] },
  },
];

/** @type {import('dependency-cruiser').ICruiseOptions} */
export const options = {
  doNotFollow: { path: 'node_modules' },
  exclude: { path: '(^|/)(build|dist|\\.react-router)/' },
  tsPreCompilationDeps: true,
  preserveSymlinks: false,
  enhancedResolveOptions: {
    exportsFields: ['exports'],
    conditionNames: ['import', 'node', 'default', 'types'],
    extensions: ['.ts', '.tsx', '.mjs', '.js', '.json', '.css'],
  },
};
