import { expect, test } from 'vitest';
import { StartRefused } from '../start-refused.js';
import { reach, whenReached } from './reach.js';

const wrapped = () => new Error('Failed query: select 1', { cause: new Error('connect ECONNREFUSED') });

test('a store that answers a little later is waited for', async () => {
  let looks = 0;
  const ping = async (): Promise<void> => {
    if ((looks += 1) < 3) throw wrapped();
  };
  await reach({ ping }, 5_000);
  expect(looks).toBe(3);
});

test('a store that never answers refuses the start, with the driver’s reason', async () => {
  const starting = reach({ ping: () => Promise.reject(wrapped()) }, 300);
  await expect(starting).rejects.toThrow('PostgreSQL does not answer: connect ECONNREFUSED');
  await expect(starting).rejects.toBeInstanceOf(StartRefused);
});

test('what a start needs of the store is done again while the store is away, and only then', async () => {
  const away = () => new Error('Failed query', { cause: new Error('timeout exceeded when trying to connect') });
  let tries = 0;
  const done = await whenReached(async () => {
    if ((tries += 1) < 3) throw away();
    return 'done';
  });
  expect([done, tries]).toEqual(['done', 3]);
  await expect(whenReached(() => Promise.reject(new Error('no such column')))).rejects.toThrow('no such column');
  await expect(whenReached(() => Promise.reject(away()), 0)).rejects.toThrow('Failed query');
});
