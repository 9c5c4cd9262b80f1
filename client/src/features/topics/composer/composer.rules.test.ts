import type { Entry, User } from '@yunhui/contracts';
import { expect, test } from 'vitest';
import {
  composerStateOf,
  holds,
  isBanned,
  noteBeside,
  slowUntil,
  speaksForHouse,
  unfitFor,
  waitsOf,
  wasRefused,
} from './composer.rules.js';

const viewer: User = { id: 'me', name: '我', kind: 'guest', grants: [] };
const now = 1_000_000;
const waits = { mutedUntil: now + 60_000, slowUntil: now + 7_200 };

test('who has no name yet is asked for one', () => {
  expect(composerStateOf({ viewer: null, mode: {}, waits: {}, now })).toEqual({ kind: 'nameless' });
  expect(composerStateOf({ viewer: undefined, mode: {}, waits: {}, now })).toEqual({ kind: 'asking' });
});

test('a closed room outweighs everything, a mute outweighs the slow mode', () => {
  expect(composerStateOf({ viewer: null, mode: { closed: true }, waits, now })).toEqual({ kind: 'closed' });
  expect(composerStateOf({ viewer, mode: {}, waits, now })).toEqual({ kind: 'muted', until: waits.mutedUntil });
});

test('a ban outweighs what holds for others, and asks nobody for a name', () => {
  expect(composerStateOf({ viewer: null, mode: { closed: true }, banned: true, waits, now })).toEqual({ kind: 'banned' });
});

test('a ban of the whole campaign is known by the connection that it closed', () => {
  expect(isBanned({ status: 'closed', reason: 'banned' })).toBe(true);
  expect(isBanned({ status: 'closed', reason: 'protocol' })).toBe(false);
  expect(isBanned({ status: 'connected' })).toBe(false);
});

test('a ban of a region holds until its very end', () => {
  const until = new Date(now + 1_000).toISOString();
  expect([undefined, { until }, {}].map((ban) => holds(ban, now))).toEqual([false, true, true]);
  expect(holds({ until }, now + 1_000)).toBe(false);
});

test('one speaks for the house where the hub says so, and as anybody elsewhere; while it has not, the grant is trusted', () => {
  const host: User = { ...viewer, kind: 'account', grants: [{ role: 'host', region: '450000' }] };
  expect(speaksForHouse(host, undefined)).toBe(true);
  expect(speaksForHouse(host, { role: 'host' })).toBe(true);
  expect(speaksForHouse(host, {})).toBe(false);
  expect(speaksForHouse(viewer, undefined)).toBe(false);
  expect(speaksForHouse(null, undefined)).toBe(false);
});

test('who was refused for who they are asks what holds for them', () => {
  const refused = (code: 'topic.muted' | 'account.banned' | 'busy') =>
    ({ id: code, kind: 'chat', text: '', at: now, status: 'refused', error: { code, retry: 'later' } }) as const;
  expect([refused('topic.muted'), refused('account.banned'), refused('busy')].map((own) => wasRefused([own]))).toEqual([true, true, false]);
});

test('slow mode counts whole seconds down and ends', () => {
  const { slowUntil } = waits;
  expect(composerStateOf({ viewer, mode: {}, waits: { slowUntil }, now })).toEqual({ kind: 'slow', seconds: 8 });
  expect(composerStateOf({ viewer, mode: {}, waits: { slowUntil }, now: slowUntil })).toEqual({ kind: 'ready' });
});

test('where only staff speak nobody else is asked for a name', () => {
  const mode = { staffOnly: true };
  expect(composerStateOf({ viewer: null, mode, waits: {}, now })).toEqual({ kind: 'staff-only' });
  expect(composerStateOf({ viewer, mode, waits: {}, now })).toEqual({ kind: 'staff-only' });
  expect(composerStateOf({ viewer, isHouse: true, mode, waits: {}, now })).toEqual({ kind: 'ready' });
});

test('where one must have an account a guest is told so, and a name is not asked for', () => {
  const mode = { verifiedOnly: true };
  expect(composerStateOf({ viewer: null, mode, waits: {}, now })).toEqual({ kind: 'verified-only' });
  expect(composerStateOf({ viewer, mode, waits: {}, now })).toEqual({ kind: 'verified-only' });
  expect(composerStateOf({ viewer: undefined, mode, waits: {}, now })).toEqual({ kind: 'asking' });
  expect(composerStateOf({ viewer: { ...viewer, kind: 'account' }, mode, waits: {}, now })).toEqual({ kind: 'ready' });
});

test('what stands in the composer’s place is not said beside it, but that nobody is on duty is', () => {
  const mode = { closed: true, unattended: true };
  expect(noteBeside(mode, { kind: 'closed' })).toEqual({ unattended: true });
  expect(noteBeside({ staffOnly: true }, { kind: 'ready' })).toEqual({ staffOnly: true });
});

test.each([
  [{}, '你好', undefined],
  [{}, '看 https://example.org', 'link'],
  [{ links: 'on' }, '看 https://example.org', undefined],
  [{ emojiOnly: true }, '你好', 'emoji-only'],
  [{ emojiOnly: true }, '👍 🚀', undefined],
  [{ emojiOnly: true }, ' ', undefined],
] as const)('in %j, %j is unfit as %s', (mode, text, why) => {
  expect(unfitFor(mode, text)).toBe(why);
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
  const mode: Entry = { seq: 2, at: 100, kind: 'mode', fallback: '' };
  const slow = { slowModeMs: 5_000 };
  const said = (seq: number, author: string): Entry => ({
    seq,
    at: seq * 100,
    kind: 'message',
    message: { id: `m${seq}`, kind: 'chat', text: 'a', author: { id: author, name: author } },
  });
  expect(slowUntil([said(1, 'me'), mode], slow, 'me', false)).toBe(0);
  expect(slowUntil([mode, said(3, 'me'), said(4, 'other')], slow, 'me', false)).toBe(5_300);
  expect(slowUntil([said(3, 'me')], slow, 'me', false)).toBe(5_300);
  expect(slowUntil([mode, said(3, 'me')], slow, 'me', true)).toBe(0);
  expect(slowUntil([mode, said(3, 'me')], {}, 'me', false)).toBe(0);
});
