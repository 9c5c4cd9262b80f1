import type { Refusal } from '@yunhui/contracts';
import { describe, expect, test } from 'vitest';
import type { Viewer } from '../auth/index.js';
import { HubError } from '../hub-error.js';
import { type LoopLag, Metrics } from '../metrics/index.js';
import { Admission } from './admission.js';

const viewer: Viewer = { device: 'd', address: '192.0.2.1' };
const moderator = { ...viewer, user: { id: 'u', name: '审核员', grants: [{ role: 'moderator', region: 'cn' }] } } as unknown as Viewer;

function aDoor() {
  const lag = { medianMs: 0 };
  const admission = new Admission(lag as LoopLag, new Metrics());
  return { lag, enter: (who = viewer) => admission.admit(who) };
}

function refusalOf(enter: () => void): Refusal {
  try {
    enter();
  } catch (error) {
    if (error instanceof HubError) return error.toRefusal();
  }
  throw new Error('was let in');
}

describe('whoever comes', () => {
  test('is let in while the loop keeps up, also with a little lag', () => {
    const { lag, enter } = aDoor();
    lag.medianMs = 350;
    expect(enter).not.toThrow();
  });

  test('is told to come back when it does not, each at another time', () => {
    const { lag, enter } = aDoor();
    lag.medianMs = 450;
    const refusals = Array.from({ length: 20 }, () => refusalOf(enter));
    expect(refusals).toEqual(refusals.map(({ retryAfterMs }) => ({ code: 'busy', retry: 'later', retryAfterMs })));
    expect(new Set(refusals.map(({ retryAfterMs }) => retryAfterMs)).size).toBeGreaterThan(10);
    expect(refusals.every(({ retryAfterMs = 0 }) => retryAfterMs >= 1_000)).toBe(true);
  });

  test('waits until the lag is well over: the door does not flap', () => {
    const { lag, enter } = aDoor();
    lag.medianMs = 450;
    expect(enter).toThrow('busy');
    lag.medianMs = 250;
    expect(enter).toThrow('busy');
    lag.medianMs = 140;
    expect(enter).not.toThrow();
    lag.medianMs = 250;
    expect(enter).not.toThrow();
  });

  test('to help is always let in', () => {
    const { lag, enter } = aDoor();
    lag.medianMs = 5_000;
    expect(() => enter(moderator)).not.toThrow();
  });
});
