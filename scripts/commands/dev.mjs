import { join } from 'node:path';
import { bootstrap } from '../lib/bootstrap.mjs';
import { root } from '../lib/paths.mjs';
import { start } from '../lib/processes.mjs';
import { step } from '../lib/say.mjs';
import { node } from '../lib/tools.mjs';

const compiled = ['packages/contracts', 'packages/domain', 'packages/realtime-client', 'packages/demo', 'server'];

/** `npm run dev`: sources are compiled as they are saved, the server starts again, the page reloads itself. */
export async function run() {
  await bootstrap();
  step('compiling, then serving and watching; the page with fast reload is the address that vite prints');
  const projects = compiled.map((folder) => `${folder}/tsconfig.build.json`);
  const compiler = start('tsc', ['-b', '--watch', '--preserveWatchOutput', ...projects], { stdio: ['ignore', 'pipe', 'inherit'] });
  const page = start(node, [join(root, 'client/node_modules/vite/bin/vite.js')], { cwd: join(root, 'client') });
  serveEach(compiler.child);
  const { code } = await Promise.race([compiler.ended, page.ended]);
  return code;
}

/**
 * Starts the server after each pass of the compiler. (`node --watch` would start it for each file of a
 * pass, and the store's worker thread does not start under it.)
 */
function serveEach(compiler) {
  let serving = Promise.resolve();
  let server;
  compiler.stdout.on('data', (chunk) => {
    process.stdout.write(chunk);
    if (!String(chunk).includes('Watching for file changes')) return;
    serving = serving.then(async () => {
      server?.child.kill('SIGTERM');
      await server?.ended;
      server = start(node, ['--enable-source-maps', 'server/dist/main.js'], {
        env: { NODE_ENV: process.env.NODE_ENV ?? 'development' },
        stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
      });
    });
  });
}
