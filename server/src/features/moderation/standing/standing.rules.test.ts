import { describe, expect, test } from 'vitest';
import { holdsEverywhere, holdsIn, type InForce, judgeStanding, longest } from './standing.rules.js';

const noon = 43_200_000;
const guilin = ['450300', '450000', 'CN'];
const mute = (changed: Partial<InForce> = {}): InForce => ({
  id: 'm',
  kind: 'mute',
  user: 'u',
  devices: [],
  scope: '450000',
  except: [],
  rule: 'flame',
  until: noon + 60_000,
  ...changed,
});
const ban = (changed: Partial<InForce> = {}): InForce => mute({ kind: 'ban', ...changed });

describe('a sanction', () => {
  test.each([
    ['450300', [], true],
    ['450000', [], true],
    ['CN', [], true],
    ['450100', [], false],
    ['510000', [], false],
    ['CN', ['450000'], false],
    ['CN', ['450300'], false],
    ['CN', ['510000'], true],
  ])('of %s without %j holds in Guilin: %s', (scope, except, expected) => {
    expect(holdsIn({ scope, except }, guilin)).toBe(expected);
  });

  test('of the national list without an exception holds everywhere', () => {
    expect(holdsEverywhere(ban({ scope: 'CN' }))).toBe(true);
    expect(holdsEverywhere(ban({ scope: 'CN', except: ['510000'] }))).toBe(false);
    expect(holdsEverywhere(ban())).toBe(false);
  });
});

describe('a speaker', () => {
  test('with nothing against them may speak', () => {
    expect(judgeStanding([], guilin, noon)).toEqual({ allowed: true });
  });

  test('who is muted hears how long it lasts, by the mute that lasts longest', () => {
    const both = [mute(), mute({ until: noon + 300_000 })];
    expect(judgeStanding(both, guilin, noon)).toEqual({ allowed: false, code: 'topic.muted', retryAfterMs: 300_000 });
  });

  test('may speak again at the very moment the mute ends', () => {
    expect(judgeStanding([mute()], guilin, noon + 59_999)).toMatchObject({ allowed: false, retryAfterMs: 1 });
    expect(judgeStanding([mute()], guilin, noon + 60_000)).toEqual({ allowed: true });
  });

  test('who is muted elsewhere may speak here', () => {
    expect(judgeStanding([mute({ scope: '510000' })], guilin, noon)).toEqual({ allowed: true });
  });

  test('who is banned does not learn of a mute', () => {
    expect(judgeStanding([mute(), ban()], guilin, noon)).toEqual({ allowed: false, code: 'account.banned' });
  });
});

test('the longest of a kind is that with the latest end, of those that have any left', () => {
  const short = mute({ id: 's', until: noon + 1 });
  expect(longest([short, mute(), ban()], 'mute', noon)?.id).toBe('m');
  expect(longest([short], 'mute', noon + 1)).toBeUndefined();
});
