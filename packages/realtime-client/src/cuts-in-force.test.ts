import type { Cut } from '@yunhui/contracts';
import { describe, expect, test } from 'vitest';
import { CutsInForce } from './cuts-in-force.js';

const channel: Cut = { target: 'channel', id: 'guilin', on: true };
const link: Cut = { target: 'link', id: 'l1', on: true };

describe('what is cut off', () => {
  test('is what the greeting says and the words after it, each once', () => {
    const cuts = new CutsInForce();
    const told: (readonly Cut[])[] = [];
    cuts.changes.add((all) => told.push(all));
    cuts.begin([channel]);
    cuts.take(link);
    cuts.take(link);
    cuts.take({ ...channel, on: false });
    expect(told).toEqual([[channel], [channel, link], [channel, link], [link]]);
    expect(cuts.all).toEqual([link]);
  });

  test('is of a new connection alone: what was put back meanwhile is forgotten', () => {
    const cuts = new CutsInForce();
    cuts.take(channel);
    cuts.begin([link]);
    expect(cuts.all).toEqual([link]);
    cuts.begin([]);
    expect(cuts.all).toEqual([]);
  });

  test('that is nothing is no news at each connection', () => {
    const cuts = new CutsInForce();
    let told = 0;
    cuts.changes.add(() => (told += 1));
    cuts.begin([]);
    expect(told).toBe(0);
  });
});
