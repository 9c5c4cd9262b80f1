import { pathToFileURL } from 'node:url';
import { join } from 'node:path';
import { root } from '../lib/paths.mjs';

/** `.env.example` from the settings object of the server: every setting, what it is for, and its default. */
export async function envExample() {
  const { Settings } = await import(pathToFileURL(join(root, 'server/dist/config.js')).href);
  const { properties } = Settings.toJSONSchema({ io: 'input' });
  const lines = Object.entries(properties).map(([name, setting]) => {
    const choice = setting.enum ? ` (${setting.enum.join(' | ')})` : '';
    return `# ${setting.description ?? ''}${choice}\n#${name}=${setting.default ?? ''}\n`;
  });
  return [
    '# Every setting of the hub, with its default; made from server/src/config.ts by `npm run generate`.',
    '# A setting without a value has none unless it is given.\n',
    ...lines,
  ].join('\n');
}
