import { beforeEach, describe, expect, test } from 'vitest';
import { HubClock } from './hub-clock.js';

describe("the hub's clock", () => {
  let deviceNow = 0;
  let clock: HubClock;

  beforeEach(() => {
    deviceNow = 1_000;
    clock = new HubClock(() => deviceNow);
  });

  test('is the device clock until it was read', () => {
    expect(clock.now()).toBe(1_000);
  });

  test('takes half of the way there and back into account', () => {
    deviceNow = 1_200;
    clock.read(5_100, 1_000);
    expect(clock.now()).toBe(5_200);
  });

  test('keeps the reading that took the least time', () => {
    clock.read(5_000, 990);
    deviceNow = 3_000;
    clock.read(9_000, 1_000);
    expect(clock.now()).toBe(7_005);
  });

  test('counts any reading after a sleep', () => {
    clock.read(5_000, 1_000);
    clock.forget();
    clock.read(80_000);
    expect(clock.now()).toBe(80_000);
  });
});
