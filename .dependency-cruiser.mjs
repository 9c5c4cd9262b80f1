/**
 * Who may know whom. Every rule has its reason, and a seeded violation in test/architecture/boundaries.test.ts.
 * Libraries are matched inside node_modules because pnpm nests them (node_modules/.pnpm/x@1/node_modules/x/).
 */
const library = (...names) => `(^|/)node_modules/(${names.join('|')})/`;
const test = '\\.test\\.(tsx?|mjs)$|(^|/)test/';

const sqlLibraries = library('drizzle-orm', 'pg', '@electric-sql');
const redisLibraries = library('redis', '@redis', 'ioredis');

/** @type {import('dependency-cruiser').IConfiguration & Required<Pick<import('dependency-cruiser').IConfiguration, 'forbidden' | 'options'>>} */
const configuration = {
  forbidden: [
    {
      name: 'no-cycles',
      comment: 'Modules that need each other are one module in two files: neither can be read, tested or moved alone.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'no-unresolvable',
      comment: 'A rule cannot judge an import that leads nowhere. Modules that the client’s build makes have no file.',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true, pathNot: '^virtual:' },
    },
    {
      name: 'contracts-know-nobody',
      comment: 'The wire is what both sides agree on; whoever reads it needs zod and nothing else.',
      severity: 'error',
      from: { path: '^packages/contracts/src', pathNot: test },
      to: { pathNot: ['^packages/contracts/src', library('zod')] },
    },
    {
      name: 'domain-and-formats-are-pure',
      comment: 'Rules that both sides run, and codecs: no I/O and no framework, so that they can be tested by value.',
      severity: 'error',
      from: { path: '^packages/(domain|formats|screening)/src', pathNot: test },
      to: {
        pathNot: [
          '^packages/$1/src',
          '^packages/contracts/',
          library('fast-xml-parser', 'm3u8-parser', 'ical-generator', 'feed', 'opencc-js', 'pinyin-pro'),
        ],
      },
    },
    {
      name: 'realtime-client-runs-anywhere',
      comment: 'Browsers, load tools and embedders run it: it may need the wire and Socket.IO, nothing of Node.',
      severity: 'error',
      from: { path: '^packages/realtime-client/src', pathNot: test },
      to: { pathNot: ['^packages/(realtime-client/src|contracts/)', library('socket.io-client')] },
    },
    {
      name: 'server-and-client-meet-in-packages',
      comment: 'What both know is a package; anything else would ship one of them to the other.',
      severity: 'error',
      from: { path: '^(server|client)/' },
      to: { path: '^(server|client)/', pathNot: '^$1/' },
    },
    {
      name: 'packages-know-no-application',
      comment: 'Dependencies point down: a package that knows the server or the client could not be used without it.',
      severity: 'error',
      from: { path: '^packages/' },
      to: { path: '^(server|client)/' },
    },
    {
      name: 'catalog-is-vocabulary',
      comment: 'Names and shapes of jobs, facts and topics on pages that anybody may read; behaviour would make them a hub of imports.',
      severity: 'error',
      from: { path: '^server/src/catalog/', pathNot: test },
      to: { pathNot: ['^server/src/catalog/', '^packages/contracts/', library('zod')] },
    },
    {
      name: 'platform-knows-no-feature',
      comment: 'The platform carries every feature the same way; one that it knew would be carried differently.',
      severity: 'error',
      from: { path: '^server/src/platform/' },
      to: { path: '^server/src/features/' },
    },
    {
      name: 'rules-are-pure',
      comment: 'A rule is decided by what it is given: types and other rules, no storage, no clock, no framework.',
      severity: 'error',
      from: { path: '\\.(rules|reducer)\\.ts$' },
      to: {
        pathNot: [
          '\\.(rules|reducer|types)\\.ts$',
          '^server/src/catalog/',
          '^packages/(contracts|domain|formats|screening)/',
          '(^|/)may-read\\.ts$',
        ],
        dependencyTypesNot: ['type-only'],
      },
    },
    {
      name: 'features-use-front-doors',
      comment: 'A feature is changed behind its index.ts without asking the others.',
      severity: 'error',
      from: { path: '^server/src/features/([^/]+)/', pathNot: test },
      to: { path: '^server/src/features/([^/]+)/', pathNot: ['^server/src/features/$1/', '^server/src/features/[^/]+/index\\.ts$'] },
    },
    {
      name: 'edges-call-services',
      comment: 'An edge that reads storage has a rule in it that no other edge obeys.',
      severity: 'error',
      from: { path: '\\.(gateway|controller|processor)\\.ts$' },
      to: { path: ['\\.(repository|store|tables)\\.ts$', sqlLibraries, redisLibraries] },
    },
    {
      name: 'services-do-not-know-their-edges',
      comment: 'Data walks in at the edge and down; a service that calls back up cannot be used by a second edge.',
      severity: 'error',
      from: { path: '\\.(service|rules|repository|store|tables)\\.ts$' },
      to: { path: '\\.(gateway|controller|processor)\\.ts$' },
    },
    {
      name: 'only-repositories-speak-sql',
      comment: 'Rows stay in the file that is named for them, so that a table can change.',
      severity: 'error',
      from: { path: '^server/src/(features|catalog)/', pathNot: [test, '\\.(repository|tables)\\.ts$'] },
      to: { path: [sqlLibraries, '\\.tables\\.ts$'], dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'only-stores-speak-redis',
      comment: 'Everything in Redis may be lost; the file that uses it says what the loss costs.',
      severity: 'error',
      from: { path: '^server/src/(features|catalog)/', pathNot: [test, '\\.store\\.ts$'] },
      to: { path: [redisLibraries, '^server/src/platform/redis/'], dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'client-features-stand-alone',
      comment: 'Pages put features together; a feature that knows another cannot be left out of a page.',
      severity: 'error',
      from: { path: '^client/src/features/([^/]+)/' },
      to: { path: '^client/src/(features|pages|app)/', pathNot: '^client/src/features/$1/' },
    },
    {
      name: 'client-platform-knows-no-feature',
      comment: 'Socket, HTTP, clock and language serve every feature alike.',
      severity: 'error',
      from: { path: '^client/src/platform/' },
      to: { path: '^client/src/(features|pages|app)/' },
    },
    {
      name: 'ui-knows-no-feature',
      comment: 'Components are drawn from their properties: no feature, no page, no socket.',
      severity: 'error',
      from: { path: '^client/src/ui/' },
      to: { path: ['^client/src/(features|pages|app)/', '^packages/realtime-client/', library('socket.io-client')] },
    },
    {
      name: 'no-test-in-product',
      comment: 'What only tests need must not be shipped, or relied on.',
      severity: 'error',
      from: { path: '^(server|client|packages)/', pathNot: [test, '^packages/testkit/'] },
      to: { path: [test, '^packages/testkit/', library('vitest', '@playwright', 'fast-check')] },
    },
    {
      name: 'scripts-need-nothing-installed',
      comment: 'The first command on a fresh clone runs before any dependency is there.',
      severity: 'error',
      from: { path: '^scripts/', pathNot: test },
      to: { pathNot: '^scripts/', dependencyTypesNot: ['core'] },
    },
    {
      name: 'no-orphans',
      comment: 'A module that nobody uses is read by everybody who looks for something else.',
      severity: 'error',
      from: {
        orphan: true,
        pathNot: [
          test,
          '\\.d\\.ts$',
          '(^|/)(main|worker|index)\\.tsx?$',
          '\\.config\\.ts$',
          '^scripts/',
          '^server/src/commands/',
          '^packages/[^/]+/dist/',
        ],
      },
      to: {},
    },
  ],
  options: {
    doNotFollow: { path: ['node_modules', '^packages/[^/]+/dist/'] },
    exclude: { path: '^(client/dist|server/dist)/' },
    tsPreCompilationDeps: true,
    moduleSystems: ['es6'],
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.mjs', '.js', '.json', '.d.ts'],
      mainFields: ['module', 'main', 'types'],
    },
  },
};

export default configuration;
