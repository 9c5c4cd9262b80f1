import { randomBytes } from 'node:crypto';
import { expect, test } from 'vitest';
import type { Config } from '../../../config.js';
import { Clock } from '../../../platform/clock.js';
import type { ListKey, ListKeysRepository } from './list-keys.repository.js';
import { SealedLists } from './sealed-lists.js';

/** The store's keys, in memory: what is tried here is which key seals. */
function aStore(): ListKeysRepository & { kept: ListKey[] } {
  const kept: ListKey[] = [];
  const store = { kept, all: () => Promise.resolve([...kept]), add: (key: ListKey) => Promise.resolve(void kept.unshift(key)) };
  return store as unknown as ListKeysRepository & { kept: ListKey[] };
}
const aKey = () => randomBytes(32).toString('base64url');
const lists = (store: ListKeysRepository, ...given: string[]) =>
  new SealedLists(store, new Clock({} as Config), { LIST_KEYS: given.length > 0 ? given : undefined } as Config);

test('what is sealed by a given key leaves nothing in the store that opens it', async () => {
  const [store, key] = [aStore(), aKey()];
  const sealed = await lists(store, key).seal('a', '甲，某某大学');
  expect(store.kept).toEqual([]);
  expect(await lists(store, key).open('a', sealed)).toBe('甲，某某大学');
  await expect(lists(store).open('a', sealed)).rejects.toThrow('a key that is gone');
});

test('the newest given key seals, and those before it go on opening, in any order', async () => {
  const [store, old, next] = [aStore(), aKey(), aKey()];
  const sealed = await lists(store, old).seal('a', '甲');
  const after = await lists(store, next, old).seal('a', '乙');
  expect([await lists(store, next, old).open('a', sealed), await lists(store, next).open('a', after)]).toEqual(['甲', '乙']);
  await expect(lists(store, next).open('a', sealed)).rejects.toThrow('a key that is gone');
});

test('without one the store has the key, and what it sealed is opened when one is given later', async () => {
  const store = aStore();
  const sealed = await lists(store).seal('a', '甲');
  expect(store.kept).toHaveLength(1);
  expect([await lists(store).open('a', sealed), await lists(store, aKey()).open('a', sealed)]).toEqual(['甲', '甲']);
});
