import { describe, expect, test } from 'vitest';
import { actionOf, keymapFrom, keyName, usualKeys, withKey } from './keymap.rules.js';

describe('the keys of the desk', () => {
  test('are the usual ones where nothing is kept, or what is kept cannot be read', () => {
    expect(keymapFrom(undefined)).toEqual(usualKeys);
    expect(keymapFrom('{broken')).toEqual(usualKeys);
    expect(keymapFrom('{"pass":"Enter","nothing":"x","reject":7}')).toEqual(usualKeys);
  });

  test('are those that were chosen', () => {
    expect(keymapFrom('{"pass":"p"}')).toEqual({ ...usualKeys, pass: 'p' });
  });

  test('never do two things: the other takes what is given up', () => {
    const changed = withKey(usualKeys, 'pass', 'r');
    expect([changed.pass, changed.reject]).toEqual(['r', 'a']);
    expect(new Set(Object.values(changed)).size).toBe(Object.values(usualKeys).length);
  });

  test('are told apart by Shift', () => {
    expect([actionOf(usualKeys, 'a'), actionOf(usualKeys, 'A'), actionOf(usualKeys, 'q')]).toEqual(['pass', 'passAll', undefined]);
    expect([keyName('a'), keyName('A'), keyName('?')]).toEqual(['A', 'Shift A', '?']);
  });
});
