import { describe, expect, test } from 'vitest';
import { KeptValue } from './kept-value.js';

const tile = { slug: 'deep-space', title: '深空频道:月球背面的第一锹土', state: 'live', viewers: 12, now: { title: '月壤' } };

const patchOf = (before: unknown, now: unknown) => new KeptValue(9, now, new KeptValue(4, before)).patch;

describe('a value that follows another', () => {
  test('says which fields are other, and since which revision', () => {
    const patch = patchOf(tile, { ...tile, viewers: 13, now: { title: '月壤' } });
    expect(patch).toEqual({ since: 4, json: '{"viewers":13}' });
  });

  test('says a field that is new, and one that became null', () => {
    expect(patchOf(tile, { ...tile, heat: 3, now: null })?.json).toBe('{"now":null,"heat":3}');
  });

  test.each([
    ['a field is gone', tile, { slug: 'deep-space' }],
    ['the key was removed', null, tile],
    ['the key is removed', tile, null],
    ['it is no object', 3, 4],
    ['it is a list', [1, 2, 3, 4, 5, 6, 7], [1, 2, 3, 4, 5, 6, 8]],
    ['most of it is other', { a: 1, b: 2 }, { a: 2, b: 3 }],
  ])('is told whole when %s', (_when, before, now) => {
    expect(patchOf(before, now)).toBeUndefined();
  });

  test('is the same text for everybody, and holds no more than the value before it', () => {
    const first = new KeptValue(1, tile);
    const second = new KeptValue(2, { ...tile, viewers: 2 }, first);
    const third = new KeptValue(3, { ...tile, viewers: 3 }, second);
    expect(third.patch).toBe(third.patch);
    expect(third.json).toBe(JSON.stringify(third.value));
    expect(second.patch).toBeUndefined(); // nobody asked in time, and its own past is gone
  });
});
