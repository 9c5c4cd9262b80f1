import type { SearchHit } from '@yunhui/contracts';
import { describe, expect, test } from 'vitest';
import { asked, groupsOf, piecesOf, recentIn, wayTo, withRecent } from './search.rules.js';

const aHit = (id: string, kind: SearchHit['kind'], more: Partial<SearchHit> = {}): SearchHit => ({
  id,
  kind,
  title: id,
  marks: [],
  ...more,
});

describe('what is asked', () => {
  test('is trimmed and cut to what the hub reads', () => {
    expect(asked('  喀斯特 ')).toBe('喀斯特');
    expect(asked('字'.repeat(200))).toHaveLength(100);
  });

  test('is never cut within an emoji', () => {
    expect(asked(`${'a'.repeat(99)}🔭`)).toBe('a'.repeat(99));
    expect(asked('🔭'.repeat(60))).toBe('🔭'.repeat(50));
  });
});

test('hits are grouped by kind, channels first, and keep their order within', () => {
  const hits = [aHit('s1', 'session'), aHit('c1', 'channel'), aHit('s2', 'session'), aHit('t1', 'topic')];
  expect(groupsOf(hits).map(({ kind, hits: found }) => [kind, found.map(({ id }) => id)])).toEqual([
    ['channel', ['c1']],
    ['session', ['s1', 's2']],
    ['topic', ['t1']],
  ]);
});

describe('the pieces of a title', () => {
  const shown = (marks: SearchHit['marks']) =>
    piecesOf('广西科技馆', marks)
      .map(({ text, marked }) => (marked ? `[${text}]` : text))
      .join('');

  test('show what matched', () => {
    expect(shown([])).toBe('广西科技馆');
    expect(shown([[2, 5]])).toBe('广西[科技馆]');
    expect(
      shown([
        [4, 5],
        [0, 1],
      ]),
    ).toBe('[广]西科技[馆]');
  });

  test('lose and repeat nothing when marks overlap or reach past the end', () => {
    expect(
      shown([
        [0, 3],
        [2, 4],
      ]),
    ).toBe('[广西科][技]馆');
    expect(shown([[3, 99]])).toBe('广西科[技馆]');
  });
});

describe('recent searches', () => {
  test('stand newest first, each once, eight at most', () => {
    expect(withRecent(['b', 'a'], 'a')).toEqual(['a', 'b']);
    expect(withRecent(['1', '2', '3', '4', '5', '6', '7', '8'], '9')).toEqual(['9', '1', '2', '3', '4', '5', '6', '7']);
  });

  test('that are no list of texts are none', () => {
    expect([recentIn(undefined), recentIn('{'), recentIn('{"a":1}'), recentIn('["a",3]')]).toEqual([[], [], [], ['a']]);
  });
});

test('a hit leads to its channel, else its topic, else the lobby of its region', () => {
  expect(wayTo(aHit('x', 'organization', { channel: 'guangxi', region: '450000' }))).toEqual({ channel: 'guangxi' });
  expect(wayTo(aHit('x', 'topic', { topic: 'kepu' }))).toEqual({ path: '/topics/kepu', search: {} });
  expect(wayTo(aHit('x', 'organization', { region: '450300' }))).toEqual({ path: '/', search: { region: '450300' } });
  expect(wayTo(aHit('x', 'activity', { region: 'CN' }))).toEqual({ path: '/', search: {} });
});
