import { bootstrap } from '../lib/bootstrap.mjs';
import { start } from '../lib/processes.mjs';
import { programPath } from '../lib/system-packages.mjs';
import { node } from '../lib/tools.mjs';

/** `npm run cluster`: a balancer, two web processes, a worker, PostgreSQL and Redis, until they are told to end. It keeps nothing. */
export async function run() {
  await bootstrap();
  await programPath('postgres');
  const { ended } = start(node, ['scripts/cluster/run.mjs'], { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });
  return (await ended).code;
}
