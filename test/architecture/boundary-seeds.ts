const one = 'export const one = 1;\n';
const uses = (path: string): string => `import { one } from '${path}';\nexport const two = one + one;\n`;

/** For each rule of `.dependency-cruiser.mjs` the smallest tree that breaks it. */
export const seeds: Record<string, Record<string, string>> = {
  'no-cycles': { 'server/src/a.ts': uses('./b.js'), 'server/src/b.ts': `import { two } from './a.js';\nexport const one = () => two;\n` },
  'no-unresolvable': { 'server/src/a.ts': uses('./nowhere.js') },
  'contracts-know-nobody': { 'packages/contracts/src/a.ts': uses('pg') },
  'domain-and-formats-are-pure': {
    'packages/domain/src/a.ts': `import { readFileSync as one } from 'node:fs';\nexport const two = one;\n`,
  },
  'realtime-client-runs-anywhere': {
    'packages/realtime-client/src/a.ts': `import { hostname as one } from 'node:os';\nexport const two = one;\n`,
  },
  'server-and-client-meet-in-packages': { 'client/src/a.ts': uses('../../server/src/b.js'), 'server/src/b.ts': one },
  'packages-know-no-application': { 'packages/demo/src/a.ts': uses('../../../server/src/b.js'), 'server/src/b.ts': one },
  'catalog-is-vocabulary': { 'server/src/catalog/a.ts': uses('../platform/b.js'), 'server/src/platform/b.ts': one },
  'platform-knows-no-feature': {
    'server/src/platform/a.ts': uses('../features/topics/index.js'),
    'server/src/features/topics/index.ts': one,
  },
  'rules-are-pure': { 'server/src/features/topics/topics.rules.ts': uses('../../platform/clock.js'), 'server/src/platform/clock.ts': one },
  'features-use-front-doors': {
    'server/src/features/lobby/lobby.service.ts': uses('../topics/topics.service.js'),
    'server/src/features/topics/topics.service.ts': one,
  },
  'edges-call-services': {
    'server/src/features/topics/topics.gateway.ts': uses('./topics.repository.js'),
    'server/src/features/topics/topics.repository.ts': one,
  },
  'services-do-not-know-their-edges': {
    'server/src/features/topics/topics.service.ts': uses('./topics.gateway.js'),
    'server/src/features/topics/topics.gateway.ts': one,
  },
  'only-repositories-speak-sql': { 'server/src/features/topics/topics.service.ts': uses('pg') },
  'only-stores-speak-redis': { 'server/src/features/topics/topics.service.ts': uses('redis') },
  'client-features-stand-alone': { 'client/src/features/lobby/a.ts': uses('../topics/b.js'), 'client/src/features/topics/b.ts': one },
  'client-platform-knows-no-feature': {
    'client/src/platform/a.ts': uses('../features/topics/b.js'),
    'client/src/features/topics/b.ts': one,
  },
  'ui-knows-no-feature': { 'client/src/ui/a.ts': uses('../features/topics/b.js'), 'client/src/features/topics/b.ts': one },
  'no-test-in-product': { 'server/src/a.ts': uses('vitest') },
  'scripts-need-nothing-installed': { 'scripts/a.mjs': uses('zod') },
  'no-orphans': { 'server/src/a.ts': one },
};
