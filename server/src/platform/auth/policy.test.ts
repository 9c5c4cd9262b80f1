import { Role } from '@yunhui/contracts';
import { describe, expect, test } from 'vitest';
import { mayRead } from './may-read.js';
import { type Action, allowed, may, permissions, type Subject, whoMay } from './policy.js';
import type { RegionPath } from './region-path.js';

const paths: Record<string, string[]> = {
  CN: ['CN'],
  '450000': ['450000', 'CN'],
  '450100': ['450100', '450000', 'CN'],
  '510000': ['510000', 'CN'],
};
const regionPath: RegionPath = (region) => paths[region] ?? [region];
const aUser = (role?: Role, region = '450000') => ({
  user: { id: 'u', name: 'u', kind: 'account' as const, grants: role ? [{ role, region }] : [] },
});

const refused = expect.objectContaining({ code: 'access.refused' }) as Error;
const subjects = Object.keys(permissions) as Subject[];
const walk = Role.options.flatMap((role) =>
  subjects.flatMap((on) =>
    permissions[on].flatMap((action) => Object.keys(paths).map((region) => ({ role, on, action: action as Action, region }))),
  ),
);

describe('the policy, walked by role, action and region', () => {
  test.each(walk)('a $role of 450000: $action $on in $region', ({ role, on, action, region }) => {
    const granted: readonly Action[] = allowed[role][on] ?? [];
    const expected = granted.includes(action) && (region === '450000' || region === '450100');
    const [viewer, act] = [aUser(role), { action: action as never, on, region }];
    expect(may(viewer, act, regionPath)).toBe(expected);
    if (expected) expect(whoMay(viewer, act, regionPath)).toBe(viewer.user);
    else expect(() => whoMay(viewer, act, regionPath)).toThrow(refused);
  });

  test.each(subjects)('refuses everything on %s to a viewer, a guest and an account without grants', (on) => {
    for (const action of permissions[on]) {
      expect(may({}, { action: action as never, on, region: 'CN' }, regionPath)).toBe(false);
      expect(() => whoMay({}, { action: action as never, on, region: 'CN' }, regionPath)).toThrow(refused);
      expect(may(aUser(), { action: action as never, on, region: 'CN' }, regionPath)).toBe(false);
    }
  });

  test('gives a national grant every region', () => {
    for (const region of Object.keys(paths))
      expect(may(aUser('moderator', 'CN'), { action: 'decide', on: 'Queue', region }, regionPath)).toBe(true);
  });

  test('covers only itself and the country when it does not know the tree', () => {
    expect(may(aUser('moderator', 'CN'), { action: 'read', on: 'Queue', region: '450100' })).toBe(true);
    expect(may(aUser('moderator', '450000'), { action: 'read', on: 'Queue', region: '450100' })).toBe(false);
  });
});

describe('a topic', () => {
  test('that is public is read by everybody', () => {
    expect(mayRead({}, 'room:guangxi', 'public')).toBe(true);
  });

  test.each([
    ['queue:450000', 'moderator', true],
    ['queue:450100', 'moderator', true],
    ['queue:510000', 'moderator', false],
    ['queue:cn', 'moderator', false],
    ['queue:450000', 'reviewer', false],
    ['queue:450000', 'host', false],
    ['desk:450100', 'reviewer', true],
    ['desk:cn', 'reviewer', false],
    ['desk:450000', 'moderator', false],
  ] as const)('%s is for the staff: a %s of 450000 may read it: %s', (topic, role, expected) => {
    expect(mayRead(aUser(role), topic, 'staff', regionPath)).toBe(expected);
  });

  test('that is an inbox is its owner’s alone', () => {
    expect(mayRead(aUser(), 'inbox:u', 'owner')).toBe(true);
    expect(mayRead(aUser('operator', 'CN'), 'inbox:v', 'owner')).toBe(false);
    expect(mayRead({}, 'inbox:undefined', 'owner')).toBe(false);
  });

  test.each(['room:a', 'activity:a', 'hashtag:a:b', 'lobby:a', 'inbox:u'])(
    '%s that is not public, and has no rule for its audience, is read by nobody',
    (topic) => {
      expect(mayRead(aUser('operator', 'CN'), topic, 'staff', regionPath)).toBe(false);
    },
  );
});
