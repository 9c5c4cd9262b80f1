import { describe, expect, test } from 'vitest';
import { changeOf, fitsKind } from './link-list.rules.js';

const link = (id: string, url: string, isListed = true) => ({ id, url, kind: 'hls-live' as const, isListed });
const known = [
  link('a', 'https://a.example/1.m3u8'),
  link('b', 'https://b.example/1.m3u8'),
  link('gone', 'https://c.example/1.m3u8', false),
];
const wish = ({ id, url, kind }: (typeof known)[number]) => ({ id, url, kind });
const idsOf = (wished: Parameters<typeof changeOf>[1]) => {
  const { links, taken } = changeOf(known, wished, () => 'new');
  return { ids: links.map(({ id }) => id), taken };
};

describe('a list of links', () => {
  const [a, b, gone] = known.map(wish) as [ReturnType<typeof wish>, ReturnType<typeof wish>, ReturnType<typeof wish>];

  test('ranked anew has the same links', () => expect(idsOf([b, a])).toEqual({ ids: ['b', 'a'], taken: [] }));
  test('swapped has another link in that place, and keeps the old one', () =>
    expect(idsOf([{ ...a, url: 'https://new.example/1.m3u8' }, b])).toEqual({ ids: ['new', 'b'], taken: ['a'] }));
  test('with one link less keeps that one', () => expect(idsOf([b])).toEqual({ ids: ['b'], taken: ['a'] }));
  test('takes back what it had', () => expect(idsOf([gone, b])).toEqual({ ids: ['gone', 'b'], taken: ['a'] }));
  test('has one id once', () => expect(idsOf([a, a])).toEqual({ ids: ['a', 'new'], taken: ['b'] }));
  test('does not take an id from elsewhere', () =>
    expect(idsOf([{ ...a, id: 'of another session' }, a, b]).ids).toEqual(['new', 'a', 'b']));
});

test.each([
  ['https://live.example/a.m3u8', 'hls-live', true],
  ['https://live.example/a.m3u8', 'hls-vod', true],
  ['https://live.example/a.m3u8', 'mp4', false],
  ['https://live.example/a.mp4', 'mp4', true],
  ['https://live.example/play?id=1', 'hls-live', true],
  ['https://live.example/play?id=1', 'embed', false],
  ['https://v.douyin.com/abc/', 'open', true],
  ['https://v.douyin.com/abc/', 'hls-live', false],
  ['https://user:secret@live.example/a.m3u8', 'hls-live', false],
  ['https://live.example/a.flv', 'hls-live', false],
] as const)('%s as %s: %s', (url, kind, fits) => expect(fitsKind({ url, kind })).toBe(fits));
