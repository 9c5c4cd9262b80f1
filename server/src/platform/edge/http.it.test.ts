import { connect } from 'node:net';
import { Body, Controller, Get, Module, Param, Post } from '@nestjs/common';
import { RouteConfig } from '@nestjs/platform-fastify';
import { Problem } from '@yunhui/contracts';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { z } from 'zod';
import { cookieFrom, type HttpHub, posted, startHttpHub } from '../../../test/http-hub.js';
import { Everyone } from '../auth/index.js';
import { HubError } from '../hub-error.js';
import type { TakesFiles } from './http.js';

const Wish = z.object({ wishes: z.array(z.object({ count: z.int() })) });

@Controller('api/v1/trials')
class TrialsController {
  @Get('fault')
  @Everyone()
  fault(): never {
    throw new Error('the ticket was eyJhbGciOiJIUzI1NiJ9.e30.x');
  }

  @Get('slow')
  @Everyone()
  slow(): never {
    throw new HubError('topic.slow-mode', { retryAfterMs: 1_500 });
  }

  @Get('named/:name')
  @Everyone()
  named(@Param('name') name: string): object {
    return { name };
  }

  @Post('wish')
  @Everyone()
  wish(@Body({ schema: Wish }) wish: z.infer<typeof Wish>): object {
    return wish;
  }

  @Post('file')
  @RouteConfig({ takesFiles: true } satisfies TakesFiles)
  @Everyone()
  file(): object {
    return { isRead: false };
  }
}
@Module({ controllers: [TrialsController] })
class TrialsModule {}

let hub: HttpHub;
beforeAll(async () => {
  hub = await startHttpHub({ imports: [TrialsModule] });
});
afterAll(() => hub[Symbol.asyncDispose]());

async function refused(answer: Response): Promise<Problem> {
  expect(answer.headers.get('content-type')).toContain('application/problem+json');
  const problem = Problem.parse(await answer.json());
  expect(problem.status).toBe(answer.status);
  return problem;
}

/** Sends bytes as they are, for what no HTTP library would send. */
function sendRaw(text: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const { port } = new URL(hub.url);
    const socket = connect(Number(port), '127.0.0.1', () => socket.write(text));
    let answer = '';
    socket
      .on('data', (bytes) => (answer += bytes.toString()))
      .on('end', () => resolve(answer))
      .on('error', reject);
    socket.setTimeout(2_000, () => socket.end());
  });
}

describe('a path that is for programs and does not exist', () => {
  test.each([
    '/api',
    '/api/v1/nothing',
    '/api/v2',
    '/feeds/x/live.rss',
    '/health',
    '/health/x',
    '/rt',
    '/rt-like/../rt',
    '/demo/nothing',
    '/metrics/x',
  ])('%s is a problem, also for a browser', async (path) => {
    const answer = await hub.ask(path, { headers: { accept: 'text/html' } });
    expect(await refused(answer)).toMatchObject({ code: 'path.unknown', status: 404, retry: 'never' });
  });
});

test('a body that never ends: it is answered, and then the line is free', async () => {
  const { hostname, port } = new URL(hub.url);
  const socket = connect(Number(port), hostname);
  const said: string[] = [];
  socket.setEncoding('utf8').on('data', (text: string) => said.push(text));
  const head = [
    'POST /api/v1/trials/file HTTP/1.1',
    `host: ${hostname}`,
    'content-type: application/octet-stream',
    'content-length: 999999',
  ];
  socket.write(`${head.join('\r\n')}\r\n\r\n`);
  const sending = setInterval(() => socket.write('x'), 50);
  onTestFinished(() => {
    clearInterval(sending);
    socket.destroy();
  });
  socket.on('error', () => undefined); // a line that is cut while one sends
  await expect.poll(() => said.join(''), { timeout: 2_000 }).toContain('HTTP/1.1 201');
  await expect.poll(() => socket.closed, { timeout: 6_000 }).toBe(true);
});

describe('a request that cannot be read is refused clearly:', () => {
  test.each(['PUT', 'DELETE', 'PATCH', 'OPTIONS'])('%s where only POST is taken', async (method) => {
    const answer = await hub.ask('/api/v1/guests', { method });
    expect(await refused(answer)).toMatchObject({ code: 'method.refused', status: 405 });
    expect(answer.headers.get('allow')).toContain('POST');
  });

  test('GET where only POST is taken', async () => {
    expect(await refused(await hub.ask('/api/v1/guests'))).toMatchObject({ code: 'method.refused' });
  });

  test.each(['{', '', '{"wishes":', 'null', '[]', '"x"', '{"__proto__":{"x":1},"wishes":[]}'])('body %j', async (body) => {
    const answer = await hub.ask('/api/v1/trials/wish', { method: 'POST', body, headers: { 'content-type': 'application/json' } });
    expect(await refused(answer)).toMatchObject({ code: 'request.malformed', status: 400 });
  });

  test('a body that is not JSON', async () => {
    const answer = await hub.ask('/api/v1/trials/wish', {
      method: 'POST',
      body: 'a=1',
      headers: { 'content-type': 'application/octet-stream' },
    });
    expect(await refused(answer)).toMatchObject({ code: 'request.malformed', status: 415 });
  });

  test('a body over 64 KB', async () => {
    const answer = await hub.ask('/api/v1/trials/wish', posted({ wishes: ['x'.repeat(70_000)] }));
    expect(await refused(answer)).toMatchObject({ code: 'request.malformed', status: 413, detail: 'The body is larger than 64 KB.' });
  });

  test('a body of another shape, by its first wrong part', async () => {
    expect(await refused(await hub.ask('/api/v1/trials/wish', posted({ wishes: [{ count: 1 }, { count: 'many' }] })))).toMatchObject({
      code: 'request.malformed',
      field: 'wishes.1.count',
    });
  });

  test.each(['/%', '/api/v1/%zz', '/%E0%A4%A'])('the path %s', async (path) => {
    const answer = await sendRaw(`GET ${path} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n`);
    expect(answer).toMatch(/^HTTP\/1.1 400/);
    expect(answer).toContain('"code":"request.malformed"');
  });

  test.each([
    'GET / HTTP/9.9\r\n\r\n',
    'nonsense\r\n\r\n',
    `GET /${'x'.repeat(20_000)} HTTP/1.1\r\nHost: x\r\n\r\n`,
    `GET /api/v1/trials/named/${'x'.repeat(400)} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n`,
  ])('bytes that are hardly HTTP (%#), and the hub goes on', async (bytes) => {
    expect(await sendRaw(bytes)).toMatch(/^HTTP\/1.1 4\d\d/);
    expect((await hub.ask('/health/live')).status).toBe(200);
  });
});

describe('an answer', () => {
  test('that is a fault says nothing of it', async () => {
    const answer = await hub.ask('/api/v1/trials/fault');
    expect(await refused(answer)).toEqual({
      type: 'urn:yunhui:internal',
      title: 'Something went wrong',
      status: 500,
      code: 'internal',
      retry: 'later',
    });
  });

  test('says when to come back', async () => {
    const answer = await hub.ask('/api/v1/trials/slow');
    expect(answer.headers.get('retry-after')).toBe('2');
    expect(await refused(answer)).toMatchObject({ code: 'topic.slow-mode', status: 429, retryAfterMs: 1_500 });
  });

  test.each(['/api/v1/me', '/api/v1/nothing', '/health/live'])('carries the security headers (%s)', async (path) => {
    const { headers } = await hub.ask(path);
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('x-request-id')).toMatch(/^[0-9a-f-]{36}$/);
    expect(headers.get('referrer-policy')).toBe('strict-origin-when-cross-origin');
    expect(headers.get('content-security-policy')).toContain("script-src 'self';");
    expect(headers.get('strict-transport-security')).toBeNull();
    expect(headers.get('cache-control')).toMatch(/no-store/);
    expect(headers.get('access-control-allow-origin')).toBeNull();
  });
});

describe('a page from elsewhere', () => {
  test('cannot change anything in somebody’s name', async () => {
    const { cookie } = await aGuest();
    for (const headers of [
      { cookie, origin: 'https://evil.example' },
      { cookie, origin: 'null' },
      { cookie },
      { origin: 'https://evil.example' },
    ]) {
      const answer = await hub.ask('/api/v1/sign-out', { method: 'POST', headers: headers as Record<string, string> });
      expect(await refused(answer)).toMatchObject({ code: 'origin.refused', status: 403 });
    }
    expect(((await (await hub.ask('/api/v1/me', { headers: { cookie } })).json()) as { user?: object }).user).toBeDefined();
  });

  test('may read what is public, and a program without a cookie may speak', async () => {
    expect((await hub.ask('/api/v1/me', { headers: { origin: 'https://evil.example' } })).status).toBe(200);
    expect((await hub.ask('/api/v1/sign-out', { method: 'POST' })).status).toBe(200);
  });
});

async function aGuest() {
  const answer = await hub.ask('/api/v1/guests', posted({ displayName: 'Ada' }));
  return { cookie: cookieFrom(answer) };
}
