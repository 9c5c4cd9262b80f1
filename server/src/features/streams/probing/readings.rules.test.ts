import { describe, expect, test } from 'vitest';
import { addLook, healthAfter, type Look, type Readings, readingWindow, sessionEnd } from './readings.rules.js';
import type { StreamHealth } from '@yunhui/domain';

const good = (position: number) => ({ position, targetMs: 4_000 });
type Seen = ReturnType<typeof good> | 'failed';

/** Looks three seconds apart, as one sees them: the health after each. */
function healthOver(looks: Seen[], first: StreamHealth = 'unknown', end?: number): StreamHealth[] {
  let readings: Readings | undefined;
  let health = first;
  return looks.map((found, count) => {
    const at = 1_000_000 + count * 3_000;
    const look: Look = found === 'failed' ? { at, found, finding: 'http.gone' } : { at, found };
    const after = addLook(readings, look);
    readings = after.readings;
    return (health = healthAfter(health, after, { at: look.at, end }));
  });
}

describe('the health of a link', () => {
  test('is good with the first good playlist', () => {
    expect(healthOver(['failed', good(5)])).toEqual(['unknown', 'ok']);
  });

  test('survives one lost reading, and two', () => {
    expect(healthOver([good(5), 'failed', good(6), 'failed', 'failed', good(7)])).toEqual(['ok', 'ok', 'ok', 'ok', 'ok', 'ok']);
  });

  test('is down with the third failure, six seconds after the first', () => {
    expect(healthOver([good(5), 'failed', 'failed', 'failed'])).toEqual(['ok', 'ok', 'ok', 'down']);
  });

  test('is up again with one good playlist', () => {
    expect(healthOver([good(5), 'failed', 'failed', 'failed', good(9)]).at(-1)).toBe('ok');
  });

  test('stays good while a playlist stands still for less than three of its segments', () => {
    expect(new Set(healthOver([good(5), good(5), good(5), good(5), good(6), good(6), good(6), good(6)]))).toEqual(new Set(['ok']));
  });

  test('is down when the playlist is frozen, whatever it shows', () => {
    expect(healthOver(Array.from({ length: 10 }, () => good(5))).slice(4)).toEqual(['ok', 'ok', 'ok', 'down', 'down', 'down']);
  });

  test('is good when the position falls: an encoder that starts anew counts from nothing', () => {
    expect(healthOver([good(500), good(2), good(3)])).toEqual(['ok', 'ok', 'ok']);
  });

  test('is down with the first failure once its session is over', () => {
    expect(healthOver([good(5), 'failed', good(6), 'failed'], 'unknown', 1_000_000 + 9_000)).toEqual(['ok', 'ok', 'ok', 'down']);
  });

  test('is what it was when our readings were lost', () => {
    expect(healthOver(['failed'], 'ok')).toEqual(['ok']);
  });
});

test('a session is read from a minute before its start to the end of its overrun', () => {
  expect(readingWindow({ start: 1_000_000, end: 2_000_000 })).toEqual({ from: 940_000, until: 2_600_000 });
  expect(sessionEnd(new Date(2_600_000))).toBe(2_000_000);
  expect(sessionEnd(null)).toBeUndefined();
});
