import { describe, expect, test } from 'vitest';
import { isPrivateWay, outcomeOf } from './webhook.rules.js';

describe('a try', () => {
  test.each([200, 202, 204])('that is answered %i has arrived', (status) => {
    expect(outcomeOf(status, 1, 0)).toEqual({ state: 'delivered' });
  });

  test.each([undefined, 301, 400, 404, 429, 500, 503])('that is answered %s is made again', (status) => {
    expect(outcomeOf(status, 1, 0)).toEqual({ state: 'waiting', afterMs: 5_000 });
  });

  test('that nobody wants any more is the last one', () => {
    expect(outcomeOf(410, 1, 0)).toEqual({ state: 'gone' });
  });

  test('that is the eighth is the last', () => {
    expect(outcomeOf(500, 7, 0)).toMatchObject({ state: 'waiting' });
    expect(outcomeOf(undefined, 8, 0)).toEqual({ state: 'dead' });
  });
});

test.each([
  ['https://example.org/hook', false, true],
  ['http://example.org/hook', false, false],
  ['http://127.0.0.1:4730/hook', true, true],
])('%s, with loopback %s: %s', (url, loopbackAllowed, fits) => {
  expect(isPrivateWay(url, { loopbackAllowed })).toBe(fits);
});
