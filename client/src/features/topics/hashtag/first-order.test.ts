import { expect, test } from 'vitest';
import { inFirstOrder } from './first-order.js';

const of = (...slugs: string[]) => slugs.map((slug) => ({ slug }));

test('what was seen first stays where it is, whatever the order of a later answer', () => {
  expect(inFirstOrder(of('c', 'a', 'b'), ['a', 'b', 'c'])).toEqual(of('a', 'b', 'c'));
});

test('what has come since stands behind, in its own order, and what is gone leaves no gap', () => {
  expect(inFirstOrder(of('new', 'c', 'newer', 'a'), ['a', 'b', 'c'])).toEqual(of('a', 'c', 'new', 'newer'));
});
