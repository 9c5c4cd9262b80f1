import type { ConnectionState } from '@yunhui/realtime-client';
import { expect, test } from 'vitest';
import { quietMs, resumeBanner } from './resume.rules.js';

const now = 1_000_000;
const banner = (connection: ConnectionState, awayMs: number, online = true) => resumeBanner({ connection, awayMs, now, online });
const waiting: ConnectionState = { status: 'waiting', attempt: 2, retryAt: now + 11_400 };

test('nothing is said for the first 3 s, nor while connected', () => {
  expect(banner(waiting, quietMs - 1)).toBeUndefined();
  expect(banner({ status: 'connecting' }, 0)).toBeUndefined();
  expect(banner({ status: 'connected' }, 60_000)).toBeUndefined();
});

test('then it says when the next try is, and that it is under way when it is', () => {
  expect(banner(waiting, quietMs)).toEqual({ kind: 'waiting', seconds: 12 });
  expect(banner({ status: 'waiting', attempt: 2, retryAt: now }, quietMs)).toEqual({ kind: 'retrying' });
  expect(banner({ status: 'connecting' }, quietMs)).toEqual({ kind: 'retrying' });
});

test('following by HTTP is said as long as it lasts, and not claimed without any network', () => {
  const polling: ConnectionState = { status: 'polling', attempt: 5, retryAt: now + 5_000 };
  expect(banner(polling, 60_000)).toEqual({ kind: 'polling' });
  expect(banner(polling, 60_000, false)).toEqual({ kind: 'waiting', seconds: 5 });
});

test('an end is said at once, and of a newer protocol the shell speaks', () => {
  expect(banner({ status: 'closed', reason: 'banned' }, 0)).toEqual({ kind: 'banned' });
  expect(banner({ status: 'closed', reason: 'protocol' }, 0)).toBeUndefined();
});

test('what an overloaded hub leaves out is said as long as it does, and nothing of a slower beat', () => {
  const served = (serving: 'full' | 'sampled' | 'state' | 'http', connection: ConnectionState = { status: 'connected' }) =>
    resumeBanner({ connection, serving, awayMs: 0, now, online: true })?.kind;
  expect((['full', 'sampled', 'state'] as const).map((mode) => served(mode))).toEqual([undefined, 'sampled', 'resting']);
  expect(served('http', { status: 'polling', attempt: 4, retryAt: now + 40_000 })).toBe('crowded');
  expect(served('http')).toBe('crowded'); // the moment between two connections
  expect(resumeBanner({ connection: waiting, serving: 'http', awayMs: quietMs, now, online: false })?.kind).toBe('waiting');
});
