import type { Grant } from '@yunhui/contracts';
import { describe, expect, test } from 'vitest';
import { isStaff, rolesIn, standsAbove } from './staff.rules.js';

const paths: Record<string, string[]> = {
  CN: ['CN'],
  '450000': ['450000', 'CN'],
  '450100': ['450100', '450000', 'CN'],
  '510000': ['510000', 'CN'],
  'LINE-MINISTRY': ['LINE-MINISTRY', 'CN'],
};
const pathOf = (region: string) => paths[region] ?? [region];
const guangxi: Grant[] = [{ role: 'operator', region: '450000' }];

describe('an operator', () => {
  test.each([
    [{ role: 'reviewer', region: '450000' }, true],
    [{ role: 'moderator', region: '450000' }, true],
    [{ role: 'host', region: '450000' }, true],
    [{ role: 'operator', region: '450000' }, false],
    [{ role: 'operator', region: '450100' }, true],
    [{ role: 'reviewer', region: '510000' }, false],
    [{ role: 'reviewer', region: 'LINE-MINISTRY' }, false],
    [{ role: 'moderator', region: 'CN' }, false],
    [{ role: 'operator', region: 'CN' }, false],
    [{ role: 'host', region: 'UNITS' }, true],
  ] satisfies [Grant, boolean][])('of 450000 stands above %j: %s', (grant, expected) => {
    expect(standsAbove(guangxi, [grant], pathOf)).toBe(expected);
  });

  test('stands above an account only when above all that it can do', () => {
    const reviewer: Grant = { role: 'reviewer', region: '450100' };
    expect(standsAbove(guangxi, [reviewer, { role: 'moderator', region: '510000' }], pathOf)).toBe(false);
    expect(
      standsAbove([...guangxi, { role: 'operator', region: '510000' }], [reviewer, { role: 'moderator', region: '510000' }], pathOf),
    ).toBe(true);
  });

  test('of the whole stands above everybody but those beside them', () => {
    const all: Grant[] = [{ role: 'operator', region: 'CN' }];
    expect(standsAbove(all, [{ role: 'operator', region: 'LINE-MINISTRY' }], pathOf)).toBe(true);
    expect(standsAbove(all, [{ role: 'moderator', region: 'CN' }], pathOf)).toBe(true);
    expect(standsAbove(all, all, pathOf)).toBe(false);
  });

  test('alone stands above anybody', () => {
    for (const role of ['host', 'reviewer', 'moderator'] as const)
      expect(standsAbove([{ role, region: 'CN' }], [{ role: 'reviewer', region: '450100' }], pathOf)).toBe(false);
  });
});

test('moderators are of the country and of province-level units alone', () => {
  expect(rolesIn('country')).toContain('moderator');
  expect(rolesIn('province_level')).toContain('moderator');
  for (const kind of ['prefecture', 'county', 'line']) expect(rolesIn(kind)).toEqual(['reviewer', 'operator']);
});

test('hosts are not staff', () => {
  const grants: Grant[] = [
    { role: 'host', region: 'UNITS' },
    { role: 'reviewer', region: '450000' },
  ];
  expect(grants.filter(isStaff)).toEqual([{ role: 'reviewer', region: '450000' }]);
});
