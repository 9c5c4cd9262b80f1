import type { StaffPlace } from '@yunhui/contracts';
import { expect, test } from 'vitest';
import { mayAppoint, placesFor } from './staff.rules.js';

test('operators alone appoint', () => {
  expect(mayAppoint([{ role: 'operator', region: '450000' }])).toBe(true);
  expect(mayAppoint([{ role: 'reviewer', region: 'CN' }])).toBe(false);
});

test('a role is offered in the places where it is held', () => {
  const guangxi: StaffPlace = { key: '450000', name: '广西', roles: ['reviewer', 'moderator', 'operator'] };
  const nanning: StaffPlace = { key: '450100', name: '南宁', roles: ['reviewer', 'operator'] };
  expect(placesFor('moderator', [guangxi, nanning])).toEqual([guangxi]);
  expect(placesFor('reviewer', [guangxi, nanning])).toEqual([guangxi, nanning]);
});
