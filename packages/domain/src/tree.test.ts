import { describe, expect, test } from 'vitest';
import { placeInTree } from './tree.js';

describe('a tree', () => {
  test('is put in order, parents first, whatever the order it comes in', () => {
    const tree = placeInTree([
      { key: '450421', parent: '450400' },
      { key: '450400', parent: '450000' },
      { key: 'CN', parent: null },
      { key: '450000', parent: 'CN' },
    ]);
    expect(tree.map(({ path }) => path)).toEqual(['CN', 'CN/450000', 'CN/450000/450400', 'CN/450000/450400/450421']);
  });

  test('keeps the order of brothers', () => {
    expect(placeInTree([{ key: 'b' }, { key: 'a' }]).map(({ key }) => key)).toEqual(['b', 'a']);
  });

  test('is refused when a parent is missing, or when it is a ring', () => {
    expect(() => placeInTree([{ key: 'CN' }, { key: '450421', parent: '450400' }])).toThrow('450421');
    expect(() =>
      placeInTree([
        { key: 'a', parent: 'b' },
        { key: 'b', parent: 'a' },
      ]),
    ).toThrow('a, b');
  });
});
