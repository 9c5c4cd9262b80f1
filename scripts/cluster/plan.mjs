/**
 * A hub of several processes: who is there, what each is told, and who waits for whom. `npm run cluster` starts
 * this table as plain processes, `compose.yaml` is made from it, and a test holds the two together.
 */

/** The balancer's port, and the one at which each process of the hub listens where it has an address of its own. */
export const doorPort = 3000;
export const hubPort = 3000;

/** Stores, as images; their versions are the newest that the hub is tested with or newer. */
export const stores = {
  postgres: { image: 'postgres:17', data: '/var/lib/postgresql/data', ready: 'pg_isready --username=hub --dbname=hub' },
  redis: { image: 'redis:7', args: ['--save', '', '--appendonly', 'no', '--maxmemory-policy', 'noeviction'], ready: 'redis-cli ping' },
};

/** The hub's processes. The worker comes first: it brings the tables up to date before anybody is answered. */
export const nodes = [
  { name: 'worker', role: 'worker', after: ['postgres', 'redis'] },
  { name: 'web-1', role: 'web', after: ['worker'] },
  { name: 'web-2', role: 'web', after: ['worker'] },
];

export const webs = nodes.filter(({ role }) => role === 'web');

/**
 * What a process is told. `places`: where the stores are, the address people type, and from where the balancer
 * speaks, whose word about a visitor's address is believed.
 */
export function settingsOf({ role }, { databaseUrl, redisUrl, publicUrl, balancerAt }) {
  return { PROCESS: role, DATABASE_URL: databaseUrl, REDIS_URL: redisUrl, PUBLIC_URL: publicUrl, TRUSTED_PROXIES: balancerAt };
}
