import { describe, expect, test } from 'vitest';
import type { UnattendedPlan } from './duty/duty.rules.js';
import { askedOf, isLookedAfter, noPlan, type Plan } from './mode-plan.rules.js';

const chengdu = ['510100', '510000', 'CN'];
const guangxi = ['450000', 'CN'];
const shield = (scope: string, version: number, mode: Plan['shields'][number]['mode']) => ({ scope, version, mode, reason: '演练' });
const duty = (scope: string, version: number, attended: boolean) => ({ scope, version, attended });
const onDuty: UnattendedPlan = { ways: ['links-off'], nightWays: ['emoji-only'], night: { from: 0, to: 60 } };
const aPlan = (changes: Partial<Plan>): Plan => ({ ...noPlan, version: 9, duties: [duty('CN', 0, true)], ...changes });

describe('a shield', () => {
  test('is over its region and all below, and nowhere else', () => {
    const plan = aPlan({ shields: [shield('510000', 4, { closed: true }), shield('CN', 5, { links: 'off' })] });
    expect(askedOf(plan, chengdu, onDuty).shields).toEqual([{ closed: true }, { links: 'off' }]);
    expect(askedOf(plan, guangxi, onDuty).shields).toEqual([{ links: 'off' }]);
    expect(askedOf(plan, ['CN'], onDuty).because).toEqual([{ kind: 'shield', scope: 'CN', reason: '演练' }]);
  });

  test('that was lifted asks for nothing, and its place is another since', () => {
    const plan = aPlan({ shields: [shield('510000', 7, null)] });
    expect(askedOf(plan, chengdu, onDuty)).toEqual({ shields: [], changedAt: 7, because: [] });
    expect(askedOf(plan, guangxi, onDuty).changedAt).toBe(0);
  });
});

describe('a place', () => {
  test.each([
    ['by its own moderator', [duty('510100', 3, true), duty('CN', 2, false)], true],
    ['by one of the province', [duty('510000', 3, true), duty('CN', 2, false)], true],
    ['by one of the country', [duty('CN', 3, true)], true],
    ['by nobody, when only a neighbour is there', [duty('450000', 3, true), duty('CN', 2, false)], false],
    ['by nobody, when one below is there', [duty('510104', 3, true), duty('CN', 2, false)], false],
    ['by nobody, when all have gone', [duty('CN', 3, false), duty('510000', 4, false)], false],
    ['while nobody has begun to count', [], true],
  ] as const)('is looked after %s', (_name, duties, looked) => {
    expect(isLookedAfter(duties, chengdu)).toBe(looked);
    expect(askedOf(aPlan({ duties }), chengdu, onDuty).unattended).toEqual(looked ? undefined : { links: 'off' });
  });

  test('is never unattended where there is no plan', () => {
    expect(askedOf(aPlan({ duties: [] }), chengdu)).toEqual({ shields: [], changedAt: 0, because: [] });
  });

  test('is another by night only while nobody looks after it', () => {
    const night = { isNight: true, nightVersion: 8 };
    const left = askedOf(aPlan({ ...night, duties: [duty('CN', 5, false)] }), chengdu, onDuty);
    expect(left).toMatchObject({ changedAt: 8, unattended: { links: 'off', emojiOnly: true } });
    expect(askedOf(aPlan({ ...night, duties: [duty('CN', 5, true)] }), chengdu, onDuty).changedAt).toBe(5);
  });
});
