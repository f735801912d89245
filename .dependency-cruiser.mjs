/** Who may import whom (docs/architecture.md). Every rule is an error; test/boundaries.test.ts plants a violation of each. */

/** A package may import these workspace packages and no others. */
const ALLOWED = {
  core: [],
  pipeline: ['core'],
  feeds: ['core'],
  extract: ['core'],
  classify: ['core'],
  group: ['core'],
  export: ['core'],
  postgres: [],
  threads: ['core', 'pipeline'],
  fetch: ['core', 'pipeline'],
  db: ['core', 'pipeline'],
  queue: ['core', 'pipeline'],
  mail: ['core', 'pipeline'],
  config: ['core', 'classify', 'feeds'],
  telemetry: ['core', 'pipeline'],
  sample: ['core'],
};

/** A library with a say over the outside world is imported in one place. */
const ONLY_IN = {
  bullmq: 'queue',
  ioredis: 'queue',
  nodemailer: 'mail',
  undici: 'fetch',
  piscina: 'threads',
  'drizzle-orm': 'db',
};

/** What package.json exports beside the index: one part, for those who need no more of the package. */
const SIDE_DOORS = '^packages/(classify/src/query/check-query|feeds/src/list/selector)\\.ts$';

const TESTS = '\\.test\\.tsx?$|__fixtures__';

export default {
  forbidden: [
    { name: 'no-circular', severity: 'error', from: {}, to: { circular: true } },
    { name: 'no-unresolvable', severity: 'error', from: {}, to: { couldNotResolve: true } },
    ...Object.entries(ALLOWED).map(([name, allowed]) => ({
      name: `${name}-imports-only-${allowed.join('-') || 'libraries'}`,
      severity: 'error',
      from: { path: `^packages/${name}/`, pathNot: TESTS },
      to: { path: '^(packages|services)/', pathNot: `^packages/(${[name, ...allowed].join('|')})/` },
    })),
    ...Object.entries(ONLY_IN).map(([library, owner]) => ({
      name: `${library}-only-in-${owner}`,
      severity: 'error',
      from: { pathNot: `^packages/(${owner}|testkit)/|${TESTS}` },
      to: { path: `node_modules/${library}/` },
    })),
    {
      name: 'pure-packages-do-no-io',
      severity: 'error',
      from: { path: '^packages/(core|feeds|extract|classify|group|export)/src', pathNot: TESTS },
      to: { dependencyTypes: ['core'], pathNot: '^(node:)?(buffer|string_decoder)$' },
    },
    {
      name: 'packages-never-import-services',
      severity: 'error',
      from: { path: '^packages/' },
      to: { path: '^services/' },
    },
    {
      name: 'services-never-import-services',
      severity: 'error',
      from: { path: '^services/([^/]+)/', pathNot: '^services/aftermath/' },
      to: { path: '^services/', pathNot: '^services/$1/' },
    },
    {
      name: 'web-talks-to-the-api-only',
      severity: 'error',
      from: { path: '^services/web/' },
      to: { path: '^(packages|services)/', pathNot: '^services/web/' },
    },
    {
      name: 'testkit-only-in-tests',
      severity: 'error',
      from: { pathNot: `^packages/testkit/|^test/|${TESTS}` },
      to: { path: '^packages/testkit/' },
    },
    {
      name: 'packages-are-entered-by-their-index',
      severity: 'error',
      from: { path: '^(packages|services)/([^/]+)/' },
      to: { path: '^packages/[^/]+/src/', pathNot: `^$1/$2/|^packages/[^/]+/src/index\\.ts$|${SIDE_DOORS}` },
    },
  ],
  options: {
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^|/)dist/' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['source', 'import', 'node', 'default'],
      extensions: ['.ts', '.tsx', '.js', '.mjs', '.json'],
    },
  },
};
