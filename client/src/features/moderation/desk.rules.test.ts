import { describe, expect, test } from 'vitest';
import { dutyScopesOf, mayDecide, mayEnterDesk, queuesOf } from './desk.rules.js';

const provinces = ['110000', '450000', 'XPCC'];

describe('the desk', () => {
  test('is open to moderators and operators, and to nobody else', () => {
    expect(mayEnterDesk([{ role: 'moderator', region: '450000' }])).toBe(true);
    expect(mayEnterDesk([{ role: 'operator', region: 'CN' }])).toBe(true);
    expect(mayEnterDesk([{ role: 'reviewer', region: 'CN' }])).toBe(false);
    expect(mayEnterDesk([])).toBe(false);
  });

  test('shows an operator what waits, and lets them decide nothing', () => {
    expect(mayDecide([{ role: 'operator', region: 'CN' }])).toBe(false);
    expect(mayDecide([{ role: 'moderator', region: '450000' }])).toBe(true);
  });
});

describe('the hints one follows', () => {
  test('are those of the whole country with a grant for it', () => {
    expect(queuesOf([{ role: 'moderator', region: 'CN' }], provinces)).toEqual(['queue:cn', 'queue:110000', 'queue:450000', 'queue:xpcc']);
  });

  test('are those of the provinces that are granted', () => {
    const grants = [{ role: 'moderator', region: '450000' } as const, { role: 'reviewer', region: '110000' } as const];
    expect(queuesOf(grants, provinces)).toEqual(['queue:450000']);
  });

  test('are none below a province', () => {
    expect(queuesOf([{ role: 'moderator', region: '450300' }], provinces)).toEqual([]);
  });
});

test('a moderator looks after each granted scope once, an operator after none', () => {
  const grants = [
    { role: 'moderator', region: '450000' },
    { role: 'moderator', region: '450000' },
    { role: 'operator', region: 'CN' },
  ] as const;
  expect(dutyScopesOf(grants)).toEqual(['450000']);
});
