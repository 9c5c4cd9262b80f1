import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { brotliDecompressSync } from 'node:zlib';
import { aFolder, type Folder } from '@yunhui/testkit';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { bytesFrom, type HttpHub, startHttpHub } from '../../../test/http-hub.js';
import { HubError } from '../hub-error.js';
import { ClientFiles } from './client-files.js';
import { PageHeads } from './page-heads.js';

const html =
  '<!doctype html><html lang="zh-CN"><head><!--head--><!--/head--><script>early()</script><script type="module" src="/assets/app-1.js"></script><style>a{}</style></head></html>';
const code = `export const words = ${JSON.stringify('云上科普日 '.repeat(500))};\n`;
const asBrowser = { headers: { accept: 'text/html,application/xhtml+xml,*/*;q=0.8' } };

let build: Folder;
let hub: HttpHub;
beforeAll(async () => {
  build = await aFolder();
  await mkdir(join(build.path, 'assets'));
  await writeFile(join(build.path, 'index.html'), html);
  await writeFile(join(build.path, 'assets', 'app-1.js'), code);
  await writeFile(join(build.path, 'robots.txt'), 'User-agent: *\n');
  await writeFile(join(build.path, '.secret'), 'hidden');
  hub = await startHttpHub({ clientFolder: build.path });
  await hub.app.get(ClientFiles, { strict: false }).compress();
});
afterAll(async () => {
  await hub[Symbol.asyncDispose]();
  await build[Symbol.asyncDispose]();
});

describe('the page', () => {
  test.each(['/', '/channels/guangxi', '/index.html', '/任何', '/?q=1', '/apiary'])(
    'answers a person at %s, and is asked for again each time',
    async (path) => {
      const answer = await hub.ask(path, asBrowser);
      expect(answer.status).toBe(200);
      expect(answer.headers.get('content-type')).toBe('text/html; charset=utf-8');
      expect(answer.headers.get('cache-control')).toBe('no-cache');
    },
  );

  test('may run its own scripts and styles, by a nonce that is never the same', async () => {
    const [one, two] = await Promise.all([hub.ask('/', asBrowser), hub.ask('/', asBrowser)]);
    const nonce = /'nonce-([^']+)'/.exec(one.headers.get('content-security-policy') ?? '')?.[1] ?? 'none';
    expect((await one.text()).match(/<(?:script|style) nonce="([^"]+)"/g)).toHaveLength(3);
    expect(nonce).toMatch(/^[\w+/]{22}==$/);
    expect(two.headers.get('content-security-policy')).not.toContain(nonce);
    const policy = one.headers.get('content-security-policy') ?? '';
    for (const part of [
      `script-src 'self' 'nonce-${nonce}'`,
      "connect-src 'self' https: wss:",
      "media-src 'self' blob: https:",
      "img-src 'self' data: https:",
    ])
      expect(policy).toContain(part);
  });

  test('is not what a script, a picture or a feed reader gets', async () => {
    for (const accept of ['*/*', 'image/avif', 'application/json']) {
      const answer = await hub.ask('/channels/guangxi', { headers: { accept } });
      expect(answer.status).toBe(404);
      expect(answer.headers.get('content-type')).toContain('text/plain');
    }
  });
});

describe('a page that somebody describes', () => {
  beforeAll(() => {
    hub.app.get(PageHeads).describe('/films/{film}', async ({ params, language }) => {
      if (params['film'] === 'gone') throw new HubError('channel.unknown');
      return { title: `${params['film']} ${language}`, description: 'A film' };
    });
  });

  test('says its title and its address in the reader’s language, to programs that fetch a link too', async () => {
    for (const accept of ['text/html', '*/*']) {
      const answer = await hub.ask('/films/tide', { headers: { accept, 'accept-language': 'en' } });
      expect(answer.status).toBe(200);
      expect(answer.headers.get('vary')).toContain('Accept-Language');
      const text = await answer.text();
      expect(text).toContain('<title>tide en · Yunhui</title>');
      expect(text).toContain(`<link rel="canonical" href="${hub.url}/films/tide" />`);
    }
  });

  test('is missing when it is of something that does not exist, and still drawn', async () => {
    const answer = await hub.ask('/films/gone', asBrowser);
    expect(answer.status).toBe(404);
    expect(await answer.text()).toContain('/assets/app-1.js');
  });

  test('shows what was put into its path as text', async () => {
    const text = await (await hub.ask(`/films/${encodeURIComponent('"><img src=x onerror=alert(1)>')}`, asBrowser)).text();
    expect(text).not.toContain('<img src=x');
  });
});

describe('a file of the client', () => {
  test('that is named after its content is kept for ever, and comes as brotli', async () => {
    const { headers, body } = await bytesFrom(`${hub.url}/assets/app-1.js?x=1`, { 'accept-encoding': 'gzip, br' });
    expect(headers['cache-control']).toBe('public, max-age=31536000, immutable');
    expect(headers['content-encoding']).toBe('br');
    expect(headers['content-type']).toContain('javascript');
    expect(brotliDecompressSync(body).toString()).toBe(code);
  });

  test('that is not is kept for an hour, and not sent again while it is the same', async () => {
    const { headers } = await bytesFrom(`${hub.url}/robots.txt`);
    expect(headers['cache-control']).toBe('public, max-age=3600');
    expect((await bytesFrom(`${hub.url}/robots.txt`, { 'if-none-match': String(headers.etag) })).status).toBe(304);
  });

  test.each(['/assets/gone-2.js', '/assets/', '/assets'])('%s that is not there is missing, never the page', async (path) => {
    const answer = await hub.ask(path, path === '/assets' ? {} : asBrowser);
    expect(answer.status).toBe(404);
    expect(answer.headers.get('cache-control')).toBe('no-store');
  });

  test.each(['/.secret', '/assets/..%2f.secret', '/..%2f..%2fetc%2fpasswd', '/assets/%00', '//etc/passwd', '/%5c..%5c.secret'])(
    'outside its folder or hidden is not served (%s)',
    async (path) => {
      const answer = await hub.ask(path);
      expect(answer.status).toBeGreaterThanOrEqual(400);
      expect(await answer.text()).not.toMatch(/hidden|root:/);
    },
  );
});

test('a hub without a built client says so plainly, and serves everything else', async () => {
  await using bare = await startHttpHub();
  const answer = await bare.ask('/', asBrowser);
  expect(answer.status).toBe(503);
  expect(await answer.text()).toContain('npm start');
  expect((await bare.ask('/health/live')).status).toBe(200);
});
