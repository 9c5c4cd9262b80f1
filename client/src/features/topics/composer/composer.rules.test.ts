import type { Entry, User } from '@yunhui/contracts';
import { expect, test } from 'vitest';
import { composerStateOf, isBanned, isClosed, slowUntil, waitsOf, wasRefused } from './composer.rules.js';

const viewer: User = { id: 'me', name: '我', kind: 'guest', grants: [] };
const now = 1_000_000;
const waits = { mutedUntil: now + 60_000, slowUntil: now + 7_200 };

test('who has no name yet is asked for one', () => {
  expect(composerStateOf({ viewer: null, closed: false, waits: {}, now })).toEqual({ kind: 'nameless' });
  expect(composerStateOf({ viewer: undefined, closed: false, waits: {}, now })).toEqual({ kind: 'asking' });
});

test('a closed room outweighs everything, a mute outweighs the slow mode', () => {
  expect(composerStateOf({ viewer: null, closed: true, waits, now })).toEqual({ kind: 'closed' });
  expect(composerStateOf({ viewer, closed: false, waits, now })).toEqual({ kind: 'muted', until: waits.mutedUntil });
});

test('a ban outweighs what holds for others, and asks nobody for a name', () => {
  expect(composerStateOf({ viewer: null, closed: true, banned: true, waits, now })).toEqual({ kind: 'banned' });
});

test('a ban is known by the connection that it closed and by the topic that it shut', () => {
  const connected = { status: 'connected' } as const;
  expect(isBanned({ status: 'closed', reason: 'banned' }, undefined)).toBe(true);
  expect(isBanned({ status: 'closed', reason: 'protocol' }, undefined)).toBe(false);
  expect(isBanned(connected, { refusal: { code: 'account.banned', retry: 'never' } })).toBe(true);
  expect(isBanned(connected, { refusal: { code: 'topic.unknown', retry: 'never' } })).toBe(false);
});

test('who was refused for who they are asks what holds for them', () => {
  const refused = (code: 'topic.muted' | 'account.banned' | 'busy') =>
    ({ id: code, kind: 'chat', text: '', at: now, status: 'refused', error: { code, retry: 'later' } }) as const;
  expect([refused('topic.muted'), refused('account.banned'), refused('busy')].map((own) => wasRefused([own]))).toEqual([true, true, false]);
});

test('slow mode counts whole seconds down and ends', () => {
  const { slowUntil } = waits;
  expect(composerStateOf({ viewer, closed: false, waits: { slowUntil }, now })).toEqual({ kind: 'slow', seconds: 8 });
  expect(composerStateOf({ viewer, closed: false, waits: { slowUntil }, now: slowUntil })).toEqual({ kind: 'ready' });
});

test('a room is closed by its newest mode, or when it says so to one’s last message', () => {
  const mode = (seq: number, closed: boolean) => ({ seq, at: seq, kind: 'mode' as const, closed });
  expect(isClosed([mode(1, true)], [])).toBe(true);
  expect(isClosed([mode(1, true), mode(2, false)], [])).toBe(false);
  expect(
    isClosed([], [{ id: 'a', kind: 'chat', text: 'a', at: 0, status: 'refused', error: { code: 'topic.closed', retry: 'never' } }]),
  ).toBe(true);
});

test('one waits as long as the refusal of one’s own message said, or as one’s standing says', () => {
  const refused = (code: 'topic.slow-mode' | 'topic.muted', retryAfterMs: number) =>
    ({ id: code, kind: 'chat', text: '', at: now, status: 'refused', error: { code, retry: 'later', retryAfterMs } }) as const;
  expect(waitsOf([refused('topic.slow-mode', 8_000)])).toEqual({ mutedUntil: 0, slowUntil: now + 8_000 });
  expect(waitsOf([refused('topic.muted', 60_000)], now + 90_000)).toEqual({ mutedUntil: now + 90_000, slowUntil: 0 });
  expect(waitsOf([refused('topic.muted', 60_000)], 0, true)).toEqual({ mutedUntil: 0, slowUntil: 0 });
  expect(waitsOf([])).toEqual({ mutedUntil: 0, slowUntil: 0 });
});

test('slow mode counts from one’s own last words since it holds, and never for who has a role', () => {
  const mode: Entry = { seq: 2, at: 100, kind: 'mode', closed: false, slowModeMs: 5_000 };
  const said = (seq: number, author: string): Entry => ({
    seq,
    at: seq * 100,
    kind: 'message',
    message: { id: `m${seq}`, kind: 'chat', text: 'a', author: { id: author, name: author } },
  });
  expect(slowUntil([said(1, 'me'), mode], 'me', false)).toBe(0);
  expect(slowUntil([mode, said(3, 'me'), said(4, 'other')], 'me', false)).toBe(5_300);
  expect(slowUntil([mode, said(3, 'me')], 'me', true)).toBe(0);
  expect(slowUntil([mode, said(3, 'me'), { ...mode, seq: 4, slowModeMs: 0 }], 'me', false)).toBe(0);
});
