import { expect, test } from 'vitest';
import { concernsHost } from './link-news.rules.js';

const minute = 60_000;
const session = { start: 100 * minute, end: 160 * minute, cancelled: false, blocked: false };

test.each([
  ['an hour before the start', session, 40, false],
  ['five minutes before it', session, 95, true],
  ['while it is on', session, 130, true],
  ['at its end', session, 160, false],
  ['of a session that is cancelled', { ...session, cancelled: true }, 130, false],
  ['of one that is cut off', { ...session, blocked: true }, 130, false],
])('a link that fails %s', (_when, of, at, concerns) => {
  expect(concernsHost(of, at * minute)).toBe(concerns);
});
