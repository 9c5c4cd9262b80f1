import { expect, test, vi } from 'vitest';
import { gather } from './gather.js';

test('what is asked in one moment goes out together, and each gets its own answer', async () => {
  const answer = vi.fn(async (asked: number[]) => asked.map((n) => n * 2));
  const ask = gather(5, 100, answer);
  expect(await Promise.all([ask(1), ask(2), ask(3)])).toEqual([2, 4, 6]);
  expect(answer).toHaveBeenCalledTimes(1);
});

test('a full batch does not wait', async () => {
  const answer = vi.fn(async (asked: number[]) => asked);
  const ask = gather(60_000, 2, answer);
  expect(await Promise.all([ask(1), ask(2)])).toEqual([1, 2]);
});

test('a failure is everybody’s of that batch, and of no other', async () => {
  let fails = true;
  const ask = gather(5, 100, async (asked: number[]) => {
    if (fails) throw new Error('no');
    return asked;
  });
  await expect(ask(1)).rejects.toThrow('no');
  fails = false;
  expect(await ask(2)).toBe(2);
});
