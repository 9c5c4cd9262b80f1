import { bootstrap } from '../lib/bootstrap.mjs';
import { start } from '../lib/processes.mjs';
import { node } from '../lib/tools.mjs';

/** `npm run backup | restore | audit:verify [-- args]`: commands of the server, which close with their own line. */
export async function run({ all }, name) {
  await bootstrap();
  const file = `server/dist/commands/${name.replace(':', '-')}.js`;
  const { ended } = start(node, ['--enable-source-maps', file, ...all], { stdio: ['inherit', 'inherit', 'inherit', 'ipc'] });
  return (await ended).code;
}
