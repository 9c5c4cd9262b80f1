import { bootstrap } from '../lib/bootstrap.mjs';
import { start } from '../lib/processes.mjs';
import { node } from '../lib/tools.mjs';

/** `npm start`: the hub, until it is told to end. The channel tells the server when we are gone without a word. */
export async function run() {
  await bootstrap();
  const { ended } = start(node, ['--enable-source-maps', 'server/dist/main.js'], { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });
  return (await ended).code;
}
