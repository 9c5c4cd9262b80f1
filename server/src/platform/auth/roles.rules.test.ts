import { describe, expect, test } from 'vitest';
import { roleIn } from './roles.rules.js';

describe('a role', () => {
  const path = ['450100', '450000', 'CN'];

  test('counts in its region and below', () => {
    expect(roleIn([{ role: 'host', region: '450000' }], path)).toBe('host');
    expect(roleIn([{ role: 'host', region: '450000' }], ['CN'])).toBeUndefined();
    expect(roleIn([{ role: 'host', region: '510000' }], path)).toBeUndefined();
  });

  test('is the highest of several', () => {
    expect(
      roleIn(
        [
          { role: 'host', region: 'CN' },
          { role: 'moderator', region: '450000' },
        ],
        path,
      ),
    ).toBe('moderator');
  });
});
