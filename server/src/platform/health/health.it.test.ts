import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type HttpHub, startHttpHub } from '../../../test/http-hub.js';
import { Database } from '../database/index.js';

let hub: HttpHub;
beforeAll(async () => {
  hub = await startHttpHub();
});
afterAll(() => hub[Symbol.asyncDispose]());

describe('a hub that runs', () => {
  test('lives and is ready, and names what it stands on', async () => {
    expect(await (await hub.ask('/health/live')).json()).toEqual({ status: 'live' });
    const ready = await hub.ask('/health/ready');
    expect(ready.status).toBe(200);
    expect(await ready.json()).toMatchObject({ status: 'ready', dependencies: { database: { status: 'up' }, redis: { status: 'up' } } });
  });

  test('gives its figures to this machine, by route and not by path', async () => {
    await hub.ask('/health/ready?x=1');
    const figures = await (await hub.ask('/metrics')).text();
    expect(figures).toContain('hub_http_request_seconds_count{method="GET",route="/health/ready",status="200"}');
    expect(figures).toContain('process_cpu_seconds_total');
    expect((await hub.ask('/metrics', { headers: { 'x-forwarded-for': '192.0.2.1' } })).status).toBe(403);
  });
});

test('without its database a hub lives, is not ready, and says what is missing', async () => {
  const lost = await startHttpHub();
  await lost.app.get(Database).close();
  expect((await lost.ask('/health/live')).status).toBe(200);
  const ready = await lost.ask('/health/ready');
  expect(ready.status).toBe(503);
  expect(await ready.json()).toMatchObject({
    status: 'unavailable',
    dependencies: { database: { status: 'down' }, redis: { status: 'up' } },
  });
  await Promise.resolve(lost[Symbol.asyncDispose]()).catch(() => undefined);
});
