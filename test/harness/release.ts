import { cp, mkdir, readFile, symlink, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { aFolder } from '@yunhui/testkit';
import { buildsIn, settle } from '../../client/build/old-builds.js';

const repository = join(import.meta.dirname, '../..');
const text = /\.(?:js|css|html)$/;
const hashed = /-[\w-]{8}(?=\.\w+$)/;

/** What is served: the builds of server and client in a folder of their own, where another may be deployed over them. */
export type Release = AsyncDisposable & {
  readonly root: string;
  /** The address of a part of the newest build: `address('matrix-page')`. */
  address(part: string): string;
  /** Lays another build over this one, as `vite build` does: every part has a new name, and `oldBuilds` decides what stays. */
  deploy(): Promise<void>;
};

/** `await using release = await aRelease()`, then `startHub({}, release.root)`. */
export async function aRelease(): Promise<Release> {
  const folder = await aFolder('yh-release-');
  const client = join(folder.path, 'client/dist');
  await layServer(join(folder.path, 'server'));
  await cp(join(repository, 'client/dist'), client, { recursive: true, preserveTimestamps: true });
  const newest = (): string[] => buildsIn(client)[0] ?? [];
  settle(client, newest());
  return {
    root: folder.path,
    address: (part) => {
      const file = newest().find((name) => name.endsWith('.js') && basename(name).replace(hashed, '') === `${part}.js`);
      if (!file) throw new Error(`the build has no part ${part}`);
      return `/${file}`;
    },
    deploy: async () => settle(client, await rename(client, newest())),
    [Symbol.asyncDispose]: () => folder[Symbol.asyncDispose](),
  };
}

async function layServer(folder: string): Promise<void> {
  await mkdir(folder);
  for (const part of ['dist', 'lua', 'migrations', 'package.json'])
    await cp(join(repository, 'server', part), join(folder, part), { recursive: true });
  await symlink(join(repository, 'server/node_modules'), join(folder, 'node_modules'));
}

/** Writes each file again under a name with another hash, and that name wherever the old one stood. */
async function rename(client: string, files: readonly string[]): Promise<string[]> {
  const renamed = new Map(files.map((file) => [basename(file), basename(file).replace(hashed, (hash) => `-${hash.slice(2)}${hash[1]}`)]));
  const names = new RegExp([...renamed.keys()].map((name) => name.replaceAll('.', String.raw`\.`)).join('|'), 'g');
  const readdressed = (content: string): string => content.replace(names, (name) => renamed.get(name) ?? name);
  for (const [from, to] of renamed) {
    const content = await readFile(join(client, 'assets', from));
    await writeFile(join(client, 'assets', to), text.test(from) ? readdressed(content.toString()) : content);
  }
  for (const page of ['index.html', 'page-parts.json']) {
    const content = await readFile(join(client, page), 'utf8');
    await writeFile(join(client, page), readdressed(content));
  }
  return [...renamed.values()].map((name) => `assets/${name}`);
}
