import { bootstrap } from '../lib/bootstrap.mjs';
import { run as runProgram } from '../lib/processes.mjs';
import { close } from '../lib/say.mjs';
import { node } from '../lib/tools.mjs';

/** `npm run generate`: writes the generated pages anew. */
export async function run() {
  await bootstrap({ redis: false });
  return close('generate', (await runProgram(node, ['scripts/generate/pages.mjs'])) === 0);
}
