import { expect, test } from 'vitest';
import { guardedLookup } from './agents.js';

const resolved = (name: string, all: boolean) =>
  new Promise((resolve) => guardedLookup()(name, { all }, (error, address) => resolve(error?.message ?? address)));

test('a name that resolves to an IPv4 address in disguise is refused', async () => {
  expect(await resolved('::7f00:1', true)).toMatch(/is not allowed\. Because/);
  expect(await resolved('::7f00:1', false)).toMatch(/is not allowed\. Because/);
});

test('another name resolves as asked: to one address, or to all', async () => {
  expect(await resolved('192.0.2.1', false)).toBe('192.0.2.1');
  expect(await resolved('192.0.2.1', true)).toEqual([{ address: '192.0.2.1', family: 4 }]);
});
