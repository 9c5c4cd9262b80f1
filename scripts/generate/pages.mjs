import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../lib/paths.mjs';
import { complain } from '../lib/say.mjs';
import { composeYaml } from './compose.mjs';
import { envExample } from './env-example.mjs';

/** Every page that is made from code. `--check` writes nothing and fails where a page is not what the code says. */
const pages = { '.env.example': envExample, 'compose.yaml': composeYaml };

const checking = process.argv.includes('--check');
let stale = 0;
for (const [path, made] of Object.entries(pages)) {
  const text = await made();
  if (textOf(path) === text) continue;
  stale += 1;
  if (checking) complain(`${path} is not what the code says: npm run generate`);
  else writeFileSync(join(root, path), text);
}
process.exitCode = checking && stale > 0 ? 1 : 0;

function textOf(path) {
  try {
    return readFileSync(join(root, path), 'utf8');
  } catch {
    return undefined;
  }
}
