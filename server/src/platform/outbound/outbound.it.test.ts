import { text } from 'node:stream/consumers';
import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { aServer } from '../../../test/a-server.js';
import { loadConfig } from '../../config.js';
import { Outbound, OutboundError } from './index.js';

const guarded = (PORT = 3000) => new Outbound({ ...loadConfig({}), PORT });
const onThisMachine = () => new Outbound({ ...loadConfig({}), OUTBOUND_LOOPBACK: 'on' });
const verdictOf = async (answer: Promise<unknown>) => {
  const error: unknown = await answer.then(
    () => 'it answered',
    (problem: unknown) => problem,
  );
  return error instanceof OutboundError ? error.verdict : error;
};

const addressesOfThisMachine = [
  'http://127.0.0.1/',
  'http://127.1/',
  'http://127.255.255.254/',
  'http://2130706433/',
  'http://0x7f000001/',
  'http://0177.0.0.1/',
  'http://0x7f.1/',
  'http://0/',
  'http://0.0.0.0/',
  'http://localhost/',
  'http://１２７.０.０.１/',
  'http://127。0。0。1/',
  'http://[::1]/',
  'http://[0:0:0:0:0:0:0:1]/',
  'http://[::]/',
  'http://[::ffff:127.0.0.1]/',
  'http://[::ffff:7f00:1]/',
  'http://[::127.0.0.1]/',
  'http://[::ffff:0:127.0.0.1]/',
  'http://[64:ff9b::7f00:1]/',
  'http://[2002:7f00:1::]/',
  'http://[fe80::1]/',
  'http://[fc00::1]/',
  'http://[ff02::1]/',
];
const addressesNearby = [
  'http://10.0.0.1/',
  'http://172.16.0.1/',
  'http://192.168.1.1/',
  'http://169.254.169.254/latest/meta-data/',
  'http://100.64.0.1/',
  'http://224.0.0.1/',
  'http://255.255.255.255/',
  'http://192.0.2.1/',
];
const notAddresses = [
  '',
  'not an address',
  'http://',
  'javascript:alert(1)',
  'data:text/plain,a',
  'file:///etc/passwd',
  'ftp://127.0.0.1/',
  'unix:/run/docker.sock:/',
  '//127.0.0.1/',
  '/api/v1/me',
  '/demo/../metrics',
];

describe('an address somebody typed', () => {
  test.each([...addressesOfThisMachine, ...addressesNearby, ...notAddresses])('%s is refused', async (address) => {
    expect(await verdictOf(guarded().get(address, { timeoutMs: 1_500 }))).toBe('address-refused');
  });

  test.each(['http://LOCALHOST./', 'http://unix:/run/docker.sock:/info', 'http://localhost%00.example/'])(
    '%s leads nowhere',
    async (address) => {
      expect(['address-refused', 'name-unknown', 'unreachable']).toContain(await verdictOf(guarded().get(address)));
    },
  );

  test('reaches no listener on this machine, whichever way it is written', async () => {
    let asked = 0;
    await using server = await aServer((_, response) => void ((asked += 1), response.end('inside')));
    for (const host of ['127.0.0.1', 'localhost', '2130706433', '[::ffff:127.0.0.1]', 'user:secret@127.0.0.1']) {
      expect(await verdictOf(guarded().get(`http://${host}:${server.port}/`))).toBe('address-refused');
    }
    expect(asked + server.connections()).toBe(0);
  });
});

describe('a redirect', () => {
  test('from an allowed place to this machine is refused at the hop', async () => {
    let reached = 0;
    await using inside = await aServer((_, response) => void ((reached += 1), response.end('inside')));
    const targets = [
      `${inside.origin}/`,
      `//127.0.0.1:${inside.port}/`,
      'http://[::1]/',
      'file:///etc/passwd',
      '/metrics',
      'http://169.254.169.254/',
    ];
    for (const location of targets) {
      await using origin = await aServer((_, response) => void response.writeHead(302, { location }).end());
      expect(await verdictOf(guarded(origin.port).get('/demo/a.m3u8'))).toBe('address-refused');
    }
    expect(reached).toBe(0);
  });

  test('is followed three times and not four', async () => {
    await using server = await aServer((request, response) => {
      const left = Number(request.url?.slice(1));
      if (left > 0) response.writeHead(302, { location: `/${left - 1}` }).end();
      else response.end('there');
    });
    const answer = await onThisMachine().get(`${server.origin}/3`);
    expect({ ...answer, body: answer.body.toString() }).toMatchObject({ status: 200, body: 'there', finalUrl: `${server.origin}/0` });
    expect(await verdictOf(onThisMachine().get(`${server.origin}/4`))).toBe('too-many-redirects');
  });
});

describe('an answer', () => {
  test('of any status is given as it is, over one connection', async () => {
    await using server = await aServer(
      (request, response) => void response.writeHead(request.url === '/gone' ? 410 : 200, { 'content-type': 'text/plain' }).end('a'),
    );
    const outbound = onThisMachine();
    expect(await outbound.get(`${server.origin}/gone`)).toMatchObject({ status: 410, contentType: 'text/plain' });
    for (let time = 0; time < 3; time += 1) expect((await outbound.get(`${server.origin}/`)).status).toBe(200);
    expect(server.connections()).toBe(1);
    outbound.onModuleDestroy();
  });

  test('that does not end is cut at the limit', async () => {
    let sent = 0;
    await using server = await aServer((_, response) => {
      const pour = () => {
        while (!response.destroyed && response.write(Buffer.alloc(16_384))) sent += 16_384;
      };
      response.on('drain', pour);
      pour();
    });
    expect(await verdictOf(onThisMachine().get(server.origin))).toBe('too-large');
    expect(sent).toBeLessThan(16 * 1024 * 1024);
  });

  test('that unpacks to more than the limit is cut too', async () => {
    const bomb = gzipSync(Buffer.alloc(200 * 1024 * 1024));
    await using server = await aServer((_, response) => void response.writeHead(200, { 'content-encoding': 'gzip' }).end(bomb));
    const before = process.memoryUsage.rss();
    expect(await verdictOf(onThisMachine().get(server.origin))).toBe('too-large');
    expect(process.memoryUsage.rss() - before).toBeLessThan(100 * 1024 * 1024);
  });

  test('that drips is cut when time is up, and so is none at all', async () => {
    await using drips = await aServer((_, response) => {
      const timer = setInterval(() => response.write('a'), 20);
      response.on('close', () => clearInterval(timer));
    });
    await using silent = await aServer(() => undefined);
    for (const { origin } of [drips, silent]) {
      const started = Date.now();
      expect(await verdictOf(onThisMachine().get(origin, { timeoutMs: 300 }))).toBe('too-slow');
      expect(Date.now() - started).toBeLessThan(900);
    }
  });

  test('that redirects in circles of slowness has one deadline for all of them', async () => {
    await using server = await aServer((_, response) => void setTimeout(() => response.writeHead(302, { location: '/' }).end(), 200));
    expect(await verdictOf(onThisMachine().get(server.origin, { timeoutMs: 500 }))).toBe('too-slow');
  });

  test('which nobody gives is a verdict, not an error of ours', async () => {
    const closed = await aServer(() => undefined);
    await closed[Symbol.asyncDispose]();
    expect(await verdictOf(onThisMachine().get(closed.origin))).toBe('unreachable');
    await using broken = await aServer((request) => void request.socket.end('SSH-2.0-OpenSSH_9\r\n'));
    expect(await verdictOf(onThisMachine().get(broken.origin))).toBe('unreachable');
  });
});

test('the hub’s own streams are asked for at its own address, and stay root-relative', async () => {
  await using origin = await aServer((request, response) => void response.end(request.url));
  const answer = await guarded(origin.port).get('/demo/hls/a/master.m3u8?x=1');
  expect({ ...answer, body: answer.body.toString() }).toMatchObject({
    body: '/demo/hls/a/master.m3u8?x=1',
    finalUrl: '/demo/hls/a/master.m3u8?x=1',
  });
});

describe('what is brought to an address', () => {
  const sent = { headers: { 'content-type': 'application/json', 'webhook-id': 'a' }, body: '{"a":"一"}' };

  test('arrives as it is, and any status is an answer', async () => {
    const heard: unknown[] = [];
    await using server = await aServer((request, response) => {
      void text(request).then((body) => {
        heard.push([request.method, request.headers['content-type'], request.headers['webhook-id'], body]);
        response.writeHead(503).end('busy'.repeat(100_000));
      });
    });
    expect(await onThisMachine().post(server.origin, sent)).toEqual({ status: 503 });
    expect(heard).toEqual([['POST', 'application/json', 'a', sent.body]]);
  });

  test('is brought nowhere else', async () => {
    let reached = 0;
    await using inside = await aServer((_, response) => void ((reached += 1), response.end()));
    await using server = await aServer((request, response) => {
      request.resume();
      response.writeHead(307, { location: inside.origin }).end();
    });
    expect(await onThisMachine().post(server.origin, sent)).toEqual({ status: 307 });
    expect(reached).toBe(0);
  });

  test.each(['http://127.0.0.1/', 'http://10.0.0.1/', 'http://169.254.169.254/', '/demo/a.m3u8', 'https://example.org:22/', ''])(
    'is not brought to %s',
    async (address) => {
      expect(await verdictOf(guarded().post(address, sent))).toBe('address-refused');
    },
  );
});

describe('an errand to a server that a setting names', () => {
  test('is run wherever that stands, and what it answers is read', async () => {
    const heard: unknown[] = [];
    await using server = await aServer((request, response) => {
      void text(request).then((body) => {
        heard.push([request.method, request.url, request.headers['accept'], body]);
        response.writeHead(201, { 'content-type': 'application/json' }).end('{"a":"一"}');
      });
    });
    const errand = { named: `${server.origin}/issuer`, headers: { accept: 'application/json' } };
    const answer = await guarded().errand(`${server.origin}/keys`, { ...errand, method: 'GET' });
    expect({ ...answer, body: answer.body.toString() }).toEqual({ status: 201, contentType: 'application/json', body: '{"a":"一"}' });
    await guarded().errand(`${server.origin}/token`, { ...errand, method: 'POST', body: 'a=1' });
    expect(heard).toEqual([
      ['GET', '/keys', 'application/json', ''],
      ['POST', '/token', 'application/json', 'a=1'],
    ]);
  });

  test('is run nowhere else inside, though that server says so', async () => {
    let reached = 0;
    await using inside = await aServer((_, response) => void ((reached += 1), response.end()));
    await using server = await aServer((_, response) => void response.writeHead(302, { location: inside.origin }).end());
    const named = server.origin;
    expect(await guarded().errand(server.origin, { named, headers: {} })).toMatchObject({ status: 302 });
    for (const address of [inside.origin, 'http://10.0.0.1/', 'https://169.254.169.254/', 'file:///etc/passwd'])
      expect(await verdictOf(guarded().errand(address, { named, headers: {} }))).toBe('address-refused');
    expect(reached).toBe(0);
  });

  test('ends when too much comes', async () => {
    await using server = await aServer((_, response) => void response.end(Buffer.alloc(600 * 1024)));
    expect(await verdictOf(guarded().errand(server.origin, { named: server.origin, headers: {} }))).toBe('too-large');
  });
});
