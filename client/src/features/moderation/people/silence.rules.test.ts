import { describe, expect, test } from 'vitest';
import { lengthOf, proposedTreatment, sanctionOf, type Treatment } from './silence.rules.js';

const message = { topic: 'room:guangxi', id: 'm', author: { id: 'u' } };
const treatment = (changed: Partial<Treatment> = {}): Treatment => ({
  act: 'mute',
  rule: 'ad',
  durationMs: 60_000,
  hideMinutes: 0,
  scope: '450000',
  ...changed,
});

describe('a treatment', () => {
  test('is proposed as the next step of the ladder, where it was said', () => {
    expect(proposedTreatment({ proposed: { kind: 'mute', durationMs: 300_000 } }, '450000')).toMatchObject({
      act: 'mute',
      durationMs: 300_000,
      scope: '450000',
    });
  });

  test('of the message alone asks for no sanction', () => {
    expect(sanctionOf(treatment({ act: 'retract' }), message, 'i')).toBeUndefined();
  });

  test('of the person names the message as evidence, and how long', () => {
    expect(sanctionOf(treatment({ hideMinutes: 5 }), message, 'i')).toEqual({
      id: 'i',
      kind: 'mute',
      user: 'u',
      scope: '450000',
      rule: 'ad',
      durationMs: 60_000,
      hideMinutes: 5,
      evidence: [{ topic: 'room:guangxi', id: 'm' }],
    });
  });

  test('by a warning lasts no time and hides nothing', () => {
    const warned = sanctionOf(treatment({ act: 'warn' }), message, 'i');
    expect(warned).not.toHaveProperty('durationMs');
    expect(warned).not.toHaveProperty('hideMinutes');
  });
});

test.each([
  [10_000, 'seconds', 10],
  [60_000, 'minutes', 1],
  [1_800_000, 'minutes', 30],
  [7_200_000, 'hours', 2],
  [86_400_000, 'hours', 24],
  [7 * 86_400_000, 'days', 7],
] as const)('%i ms are told in %s', (ms, unit, count) => {
  expect(lengthOf(ms)).toEqual({ unit, count });
});
