import { muteLadderMs, type Role, Role as Roles, sanctionUndoMs } from '@yunhui/contracts';
import { describe, expect, test } from 'vitest';
import { judgeDuration, proposedStep, reachOf, stateOf, undoUntil } from './sanctions.rules.js';

const paths: Record<string, string[]> = { CN: ['CN'], '450000': ['450000', 'CN'], '450100': ['450100', '450000', 'CN'] };
const pathOf = (region: string) => paths[region] ?? [region, 'CN'];
const someone = (id: string, role?: Role, region = '450000') => ({ id, grants: role ? [{ role, region }] : [] });

describe('the ladder', () => {
  test('begins with ten seconds, takes a step for each strike and ends with a day', () => {
    expect([0, 1, 2, 3, 4, 5, 6, 40].map((strikes) => proposedStep(strikes).durationMs)).toEqual([...muteLadderMs, 86_400_000, 86_400_000]);
  });
});

describe('how long', () => {
  test.each([
    ['warn', undefined, true],
    ['warn', 10_000, false],
    ['mute', undefined, false],
    ['mute', 9_999, false],
    ['mute', 10_000, true],
    ['mute', 86_400_000, true],
    ['mute', 86_400_001, false],
    ['ban', 59_999, false],
    ['ban', 365 * 86_400_000, true],
  ] as const)('a %s of %s ms may be: %s', (kind, durationMs, expected) => {
    expect(judgeDuration(kind, durationMs)).toBe(expected);
  });
});

describe('who acts on whom', () => {
  const order: Role[] = ['operator', 'moderator', 'reviewer', 'host'];
  const pairs = Roles.options.flatMap((own) => Roles.options.map((theirs) => [own, theirs] as const));

  test.each(pairs)('a %s of a region on a %s of it', (own, theirs) => {
    const expected = order.indexOf(own) < order.indexOf(theirs) ? undefined : 'higher-role';
    expect(reachOf(someone('a', own), someone('b', theirs), pathOf)).toBe(expected);
  });

  test.each(Roles.options)('a %s acts on a guest and on an account without a role', (own) => {
    expect(reachOf(someone('a', own), someone('b'), pathOf)).toBeUndefined();
  });

  test('nobody on themselves', () => {
    expect(reachOf(someone('a', 'operator', 'CN'), someone('a'), pathOf)).toBe('oneself');
  });

  test('of two moderators only the one further up', () => {
    expect(reachOf(someone('a', 'moderator', 'CN'), someone('b', 'moderator'), pathOf)).toBeUndefined();
    expect(reachOf(someone('a', 'moderator', '450000'), someone('b', 'moderator', '450100'), pathOf)).toBeUndefined();
    expect(reachOf(someone('a', 'moderator', '450100'), someone('b', 'moderator', '450000'), pathOf)).toBe('higher-role');
    expect(reachOf(someone('a', 'moderator', '510000'), someone('b', 'moderator', '450100'), pathOf)).toBe('higher-role');
  });

  test('a role that holds anywhere above protects everywhere', () => {
    const both = {
      id: 'b',
      grants: [
        { role: 'moderator' as const, region: '450100' },
        { role: 'moderator' as const, region: 'CN' },
      ],
    };
    expect(reachOf(someone('a', 'moderator', '450000'), both, pathOf)).toBe('higher-role');
  });
});

describe('a sanction', () => {
  const until = new Date(10_000);

  test('is active before its end, and over at that very moment', () => {
    expect(stateOf({ until, endedAs: null }, 9_999)).toBe('active');
    expect(stateOf({ until, endedAs: null }, 10_000)).toBe('over');
  });

  test('that ended otherwise says how, whatever the time', () => {
    expect(stateOf({ until, endedAs: 'overturned' }, 20_000)).toBe('overturned');
  });

  test('can be undone for a while, unless somebody has acted', () => {
    const fresh = { at: new Date(0), version: 1, endedAs: null };
    expect(undoUntil(fresh)).toBe(sanctionUndoMs);
    expect(undoUntil({ ...fresh, version: 2 })).toBeUndefined();
    expect(undoUntil({ ...fresh, endedAs: 'lifted' })).toBeUndefined();
  });
});
