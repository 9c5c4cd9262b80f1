import { doorPort, hubPort, nodes, settingsOf, stores, webs } from '../cluster/plan.mjs';

/** A network of its own, so that whose word about a visitor's address is believed can be said. */
const subnet = '172.28.86.0/24';
const password = '${POSTGRES_PASSWORD:?choose one, in .env}';
const publicUrl = '${PUBLIC_URL:?the address people type, in .env}';

/** `compose.yaml` from the table that `npm run cluster` starts: the same processes with the same settings, in containers. */
export function composeYaml() {
  const head = [
    '# A hub of several processes: made from scripts/cluster/plan.mjs by `npm run generate`. `npm run cluster` starts the same',
    '# without containers. PUBLIC_URL and POSTGRES_PASSWORD come from .env; TLS ends before the balancer.',
  ];
  return `${[...head, ...yamlOf(compose())].join('\n')}\n`;
}

export function compose() {
  const places = {
    databaseUrl: 'postgresql://hub:${POSTGRES_PASSWORD}@postgres:5432/hub',
    redisUrl: 'redis://redis:6379',
    publicUrl,
    balancerAt: subnet,
  };
  return {
    name: 'yunhui',
    services: {
      postgres: postgresService(),
      redis: {
        image: stores.redis.image,
        command: ['redis-server', ...stores.redis.args],
        healthcheck: healthBy(stores.redis.ready),
        restart,
      },
      ...Object.fromEntries(nodes.map((node) => [node.name, nodeService(node, places)])),
      balancer: balancerService(),
    },
    volumes: { postgres: {}, hub: {} },
    networks: { default: { ipam: { config: [{ subnet }] } } },
  };
}

const restart = 'unless-stopped';
const image = { build: '.', image: 'yunhui' };
const afterAll = (names) => Object.fromEntries(names.map((name) => [name, { condition: 'service_healthy' }]));

function healthBy(command) {
  return { test: ['CMD-SHELL', command], interval: '5s', timeout: '3s', retries: 12 };
}

function postgresService() {
  const { image: of, data, ready } = stores.postgres;
  const environment = { POSTGRES_USER: 'hub', POSTGRES_DB: 'hub', POSTGRES_PASSWORD: password };
  return { image: of, environment, volumes: [`postgres:${data}`], healthcheck: healthBy(ready), restart };
}

/** `stop_grace_period`: a node that is told to end lets people go elsewhere first. */
function nodeService(node, places) {
  const ask = `node -e "fetch('http://127.0.0.1:${hubPort}/health/ready').then((answer) => process.exit(answer.ok ? 0 : 1), () => process.exit(1))"`;
  return {
    ...image,
    environment: { HOST: '0.0.0.0', PORT: String(hubPort), DATA_DIR: '/data', ...settingsOf(node, places) },
    volumes: ['hub:/data'],
    depends_on: afterAll(node.after),
    healthcheck: healthBy(ask),
    stop_grace_period: '10s',
    restart,
  };
}

function balancerService() {
  const targets = webs.map(({ name }) => `${name}:${hubPort}`);
  return {
    ...image,
    command: ['node', 'scripts/cluster/door.mjs', `0.0.0.0:${doorPort}`, ...targets],
    ports: [`127.0.0.1:${doorPort}:${doorPort}`],
    depends_on: afterAll(webs.map(({ name }) => name)),
    restart,
  };
}

/** Maps, lists and strings are all there is. A JSON string is a YAML string. */
function yamlOf(value, indent = '') {
  const isNested = (inner) => typeof inner === 'object' && Object.keys(inner).length > 0;
  const plain = (inner) => (typeof inner === 'object' ? (Array.isArray(inner) ? '[]' : '{}') : JSON.stringify(inner));
  return Object.entries(value).flatMap(([key, inner]) => {
    const name = Array.isArray(value) ? '-' : `${key}:`;
    if (!isNested(inner)) return [`${indent}${name} ${plain(inner)}`];
    return [`${indent}${name}`, ...yamlOf(inner, `${indent}  `)];
  });
}
