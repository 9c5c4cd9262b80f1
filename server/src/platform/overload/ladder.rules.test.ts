import { describe, expect, test } from 'vitest';
import { isAtLeast, levels, onTheGround, type Standing, stepped, type Strain, tickMsOn } from './ladder.rules.js';

const busy: Strain = { lagMs: 450, deliveryMs: 0 };
const between: Strain = { lagMs: 100, deliveryMs: 0 };
const calm: Strain = { lagMs: 1, deliveryMs: 20 };

/** A node that looks at itself once a second; `feels` tells how it is at each look. */
function aNode(from: Standing = onTheGround) {
  let standing = from;
  let second = 0;
  const steps: string[] = [];
  const feels = (strain: Strain, seconds: number) => {
    for (let i = 0; i < seconds; i++) {
      const before = standing.level;
      standing = stepped(standing, strain, ++second * 1_000);
      if (standing.level !== before) steps.push(`${second} ${standing.level}`);
    }
    return standing.level;
  };
  return { feels, steps };
}

describe('a node that does more than it can', () => {
  test('goes up one step after two seconds, and another while that does not help', () => {
    const { feels, steps } = aNode();
    feels(busy, 20);
    expect(steps).toEqual(['3 slow', '5 sampled', '7 state', '9 http']);
  });

  test('stays where it is when the strain is over before', () => {
    const { feels, steps } = aNode();
    for (let turn = 0; turn < 10; turn++) {
      feels(busy, 2);
      feels(between, 1);
    }
    expect(steps).toEqual([]);
  });

  test('goes up also when its loop is on time and its frames are not', () => {
    expect(aNode().feels({ lagMs: 0, deliveryMs: 250 }, 3)).toBe('slow');
  });

  test.each<[number, string]>([
    [149, 'full'],
    [199, 'slow'],
    [299, 'sampled'],
    [399, 'state'],
    [400, 'http'],
  ])('stands, with a loop %i ms late, on the level %s: what takes more needs more', (lagMs, level) => {
    expect(aNode().feels({ lagMs, deliveryMs: 0 }, 60)).toBe(level);
  });

  test('stays on the step on which its frames leave in time', () => {
    const { feels, steps } = aNode();
    feels({ lagMs: 0, deliveryMs: 250 }, 300);
    expect(steps).toEqual(['3 slow']);
  });
});

describe('a node that has room again', () => {
  test('goes down one step after ten calm seconds, and each further after ten more', () => {
    const { feels, steps } = aNode({ level: 'http', patienceMs: 10_000 });
    feels(calm, 60);
    expect(steps).toEqual(['11 state', '21 sampled', '31 slow', '41 full']);
  });

  test.each([
    ['sampled', 299, 'slow'],
    ['sampled', 301, 'sampled'],
    ['slow', 149, 'full'],
    ['slow', 151, 'slow'],
  ] as const)(
    'on %s with frames that take %i ms goes to %s: they must fit well into the tick of the level below',
    (from, deliveryMs, to) => {
      expect(aNode({ level: from, patienceMs: 10_000 }).feels({ lagMs: 0, deliveryMs }, 12)).toBe(to);
    },
  );

  test('begins to wait anew when the calm is broken', () => {
    const { feels, steps } = aNode({ level: 'sampled', patienceMs: 10_000 });
    feels(calm, 9);
    feels(between, 1);
    feels(calm, 10);
    expect(steps).toEqual([]);
    feels(calm, 1);
    expect(steps).toEqual(['21 slow']);
  });

  test('stays while it is neither strained nor calm', () => {
    expect(aNode({ level: 'state', patienceMs: 10_000 }).feels(between, 500)).toBe('state');
  });

  test('does not flap: each return of the load makes the next step down wait twice as long', () => {
    const { feels, steps } = aNode({ level: 'slow', patienceMs: 10_000 });
    const stays: number[] = [];
    for (let turn = 0; turn < 6; turn++) {
      let waited = 0;
      while (feels(calm, 1) === 'slow') waited++;
      stays.push(waited);
      feels(busy, 3);
    }
    expect(stays).toEqual([10, 20, 40, 80, 160, 160].map((seconds) => expect.closeTo(seconds, -0.5)));
    expect(steps.at(-1)).toMatch(/ slow$/);
  });

  test('has forgotten after a quiet minute on the ground', () => {
    const { feels } = aNode({ level: 'slow', patienceMs: 40_000 });
    feels(calm, 41 + 120);
    feels(busy, 3);
    expect(feels(calm, 9)).toBe('slow');
    expect(feels(calm, 2)).toBe('full');
  });
});

test('each level contains those before it, and on each frames come less often or as often as before', () => {
  expect(levels.map(tickMsOn)).toEqual([200, 400, 500, 500, 500]);
  expect(isAtLeast('state', 'sampled')).toBe(true);
  expect(isAtLeast('slow', 'sampled')).toBe(false);
});
