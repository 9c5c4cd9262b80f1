import { expect, test } from 'vitest';
import { measureLobby } from './lobby-bench.js';
import { isFullBench, measure } from './promises.js';

const size = isFullBench
  ? { viewers: 1_000, channels: 500, rounds: 5, seconds: 10 }
  : { viewers: 200, channels: 500, rounds: 1, seconds: 5 };

test('goal 5: a lobby of 500 channels that change each second', async () => {
  expect(await measure('lobby', isFullBench, () => measureLobby(size))).toEqual([]);
});
