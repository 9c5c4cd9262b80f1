import { bootstrap } from '../lib/bootstrap.mjs';
import { start } from '../lib/processes.mjs';
import { node } from '../lib/tools.mjs';
import { join } from 'node:path';
import { root } from '../lib/paths.mjs';
import { step } from '../lib/say.mjs';

/** `npm run dev`: sources are compiled as they are saved, the server starts again, the page reloads itself. */
export async function run() {
  await bootstrap();
  step('compiling, serving and watching; the page with fast reload is the address that vite prints');
  const built = ['contracts', 'domain', 'realtime-client', 'demo'].map((name) => `packages/${name}/tsconfig.build.json`);
  const ends = [
    start('tsc', ['-b', '--watch', '--preserveWatchOutput', ...built, 'server/tsconfig.build.json']),
    start(node, ['--enable-source-maps', '--watch', '--watch-preserve-output', 'server/dist/main.js'], {
      env: { NODE_ENV: process.env.NODE_ENV ?? 'development' },
      stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    }),
    start(node, [join(root, 'client/node_modules/vite/bin/vite.js')], { cwd: join(root, 'client') }),
  ];
  const { code } = await Promise.race(ends.map(({ ended }) => ended));
  return code;
}
