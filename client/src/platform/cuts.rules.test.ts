import type { Cut } from '@yunhui/contracts';
import { describe, expect, test } from 'vitest';
import { cutsOf, isOff, linksOff } from './cuts.rules.js';

const place = { slug: 'guilin', region: '450300', session: 's1' };

describe('a place', () => {
  test.each([
    [{ target: 'channel', id: 'guilin' }, true],
    [{ target: 'channel', id: 'hechi' }, false],
    [{ target: 'session', id: 's1' }, true],
    [{ target: 'session', id: 's2' }, false],
    [{ target: 'region', id: '450300' }, true],
    [{ target: 'region', id: '450000', within: ['450000', '450300'] }, true],
    [{ target: 'region', id: '510000', within: ['510000', '510100'] }, false],
    [{ target: 'link', id: 'guilin' }, false],
  ] as const)('with %j is off the air: %s', (cut, expected) => {
    expect(isOff([{ on: true, ...cut } as Cut], place)).toBe(expected);
  });

  test('with nothing on it is not cut off by a session that has no name', () => {
    expect(isOff([{ target: 'session', id: 's1', on: true }], { slug: 'guilin', region: '450300' })).toBe(false);
  });
});

test('a room’s state is read as the words that a socket would have told', () => {
  const cuts = cutsOf({ whole: true, sessions: ['s1'], links: ['l1', 'l2'] }, 'guilin');
  expect(isOff(cuts, place)).toBe(true);
  expect(linksOff(cuts)).toEqual(['l1', 'l2']);
  expect([cutsOf(null, 'guilin'), cutsOf(undefined, 'guilin')]).toEqual([[], []]);
});
