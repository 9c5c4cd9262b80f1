import { existsSync, mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { tools } from './paths.mjs';
import { runQuietly } from './processes.mjs';
import { step } from './say.mjs';

const packages = ['nginx', 'libnginx-mod-nchan'];
const folder = join(tools, 'nchan');

/**
 * The folder of an nginx with nchan, which the bench of fan-out has the hub stand beside; nothing where it cannot be had. It
 * is unpacked and not installed: an installed nginx starts itself and opens a port to everybody.
 */
export async function nchanFolder() {
  if (isThere()) return folder;
  step('fetching nginx with nchan');
  mkdirSync(folder, { recursive: true });
  if (!(await download())) {
    await runQuietly('apt-get', ['-q', 'update']);
    if (!(await download())) return undefined;
  }
  for (const name of readdirSync(folder).filter((file) => file.endsWith('.deb')))
    await runQuietly('dpkg-deb', ['-x', join(folder, name), folder]);
  return isThere() ? folder : undefined;
}

const isThere = () => existsSync(join(folder, 'usr/sbin/nginx')) && existsSync(join(folder, 'usr/lib/nginx/modules/ngx_nchan_module.so'));

async function download() {
  const { code } = await runQuietly('apt-get', ['-q', 'download', ...packages], { cwd: folder });
  return code === 0;
}
