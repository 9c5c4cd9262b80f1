import { randomUUID } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { readdir, readFile, rename, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { fileURLToPath } from 'node:url';
import { constants, createBrotliCompress, createGzip } from 'node:zlib';
import { Injectable } from '@nestjs/common';
import type { PageParts } from './page-parts.js';

/** Where the client's build lies beside ours. */
const clientFolder = fileURLToPath(new URL('../../../../client/dist/', import.meta.url));

const compressible = /\.(?:js|css|svg|json|txt|webmanifest|map)$/;
const worthCompressing = 1_000;

/** The client's page as it was built. */
export type BuiltPage = { html: string; parts: readonly PageParts[] };

/** The built client: its page, read once, and its files. */
@Injectable()
export class ClientFiles {
  private built: BuiltPage | undefined;

  constructor(readonly folder: string = clientFolder) {}

  /** Nothing while the client has not been built. */
  async page(): Promise<BuiltPage | undefined> {
    this.built ??= await this.read();
    return this.built;
  }

  private async read(): Promise<BuiltPage | undefined> {
    const [html, parts] = await Promise.all(
      ['index.html', 'page-parts.json'].map((name) => readFile(join(this.folder, name), 'utf8').catch(() => undefined)),
    );
    return html === undefined ? undefined : { html, parts: JSON.parse(parts ?? '[]') as PageParts[] };
  }

  /** Whether there is such a file in the folder, and not somewhere above it. */
  async has(path: string): Promise<boolean> {
    if (path.split('/').includes('..')) return false;
    const file = await stat(join(this.folder, path)).catch(() => undefined);
    return file?.isFile() ?? false;
  }

  /** Puts a brotli and a gzip twin beside each file that has none: once after a build, and never while somebody waits. */
  async compress(): Promise<void> {
    const files = await readdir(this.folder, { recursive: true }).catch(() => []);
    for (const name of files.filter((file) => compressible.test(file))) {
      const path = join(this.folder, name);
      if ((await stat(path)).size < worthCompressing) continue;
      await twin(path, '.br', () => createBrotliCompress({ params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }));
      await twin(path, '.gz', () => createGzip({ level: 9 }));
    }
  }
}

/** Written aside and renamed: a twin is whole or not there. */
async function twin(path: string, extension: string, coder: () => NodeJS.ReadWriteStream): Promise<void> {
  const made = await stat(path + extension).catch(() => undefined);
  if (made && made.mtimeMs >= (await stat(path)).mtimeMs) return;
  const aside = `${path}${extension}.${randomUUID()}`;
  await pipeline(createReadStream(path), coder(), createWriteStream(aside));
  await rename(aside, path + extension);
}
