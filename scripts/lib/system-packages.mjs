import { accessSync, constants, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { runQuietly } from './processes.mjs';
import { Hindrance, step } from './say.mjs';

/** What the system's package manager brings, where each is looked for, and what needs it. */
const programs = {
  redis: { package: 'redis-server', names: ['redis-server'], why: 'the hub carries its realtime traffic through it' },
  postgres: { package: 'postgresql', names: ['postgres'], folders: debianPostgres, why: 'the integration tests run on it too' },
  chromium: { package: 'chromium', names: ['chromium', 'chromium-browser', 'google-chrome'], why: 'the journeys are walked in it' },
};

/** The path of a program, installed first when it is not there and may be. Says what to do where it may not. */
export async function programPath(name) {
  const { package: packageName, why } = programs[name];
  const found = findProgram(name);
  if (found) return found;
  const output = await install(packageName, why);
  const installed = findProgram(name);
  if (!installed) throw notInstalled(packageName, why, output);
  return installed;
}

/** Brings a font with Chinese letters where the browser would find none: without it every page is a page of boxes. */
export async function chineseFont() {
  const why = 'the pages are written in Chinese';
  if (await hasChineseFont()) return;
  const output = await install('fonts-noto-cjk', why);
  if (!(await hasChineseFont())) throw notInstalled('fonts-noto-cjk', why, output);
}

/** Where there is no fontconfig, the browser has the system's own fonts, and nothing can be said about them. */
async function hasChineseFont() {
  const { code, output } = await runQuietly('fc-list', [':lang=zh', 'family']);
  return code !== 0 || output.trim() !== '';
}

/** What apt-get said of it. */
async function install(packageName, why) {
  const command = await aptGet();
  if (!command)
    throw new Hindrance(`${packageName} is not installed, and ${why}. Install it first, on Debian: sudo apt-get install ${packageName}`);
  step(`installing ${packageName}`);
  const options = { env: { DEBIAN_FRONTEND: 'noninteractive' } };
  const wait = ['-q', '-o', 'DPkg::Lock::Timeout=120'];
  await runQuietly(command[0], [...command.slice(1), ...wait, 'update'], options);
  const { output } = await runQuietly(
    command[0],
    [...command.slice(1), ...wait, 'install', '-y', '--no-install-recommends', packageName],
    options,
  );
  return output;
}

function notInstalled(packageName, why, output) {
  return new Hindrance(`${output}${packageName} could not be installed, and ${why}. Try: sudo apt-get install ${packageName}`);
}

export function findProgram(name) {
  const { names, folders = () => [] } = programs[name];
  const places = [...folders(), ...(process.env.PATH ?? '').split(':'), '/usr/bin', '/usr/sbin', '/usr/local/bin'];
  return places.flatMap((folder) => names.map((program) => join(folder, program))).find(mayRun);
}

/** apt-get with the right to install, or nothing. */
async function aptGet() {
  if ((await runQuietly('apt-get', ['--version'])).code !== 0) return undefined;
  if (process.getuid?.() === 0) return ['apt-get'];
  return (await runQuietly('sudo', ['-n', 'true'])).code === 0 ? ['sudo', '-n', 'DEBIAN_FRONTEND=noninteractive', 'apt-get'] : undefined;
}

/** Debian keeps the server's programs out of PATH, one folder a version. */
function debianPostgres() {
  try {
    return readdirSync('/usr/lib/postgresql').map((version) => join('/usr/lib/postgresql', version, 'bin'));
  } catch {
    return [];
  }
}

function mayRun(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
