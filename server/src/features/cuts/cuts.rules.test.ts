import type { StreamLink } from '@yunhui/contracts';
import { describe, expect, test } from 'vitest';
import { type CutPlace, linkCalled, linksOf, unreachedOf } from './cuts.rules.js';

const aLink = (id: string, kind: StreamLink['kind'] = 'hls-live'): StreamLink => ({
  id,
  kind,
  rank: 1,
  url: `https://a.example/${id}`,
  health: 'ok',
});
const aPlace = (slug: string, links: StreamLink[]): CutPlace => ({
  slug,
  title: slug,
  titleEn: slug,
  region: '450000',
  path: ['450000', 'CN'],
  sessions: [],
  links,
});

describe('what a cut does not reach', () => {
  const places = [
    aPlace('guilin', [aLink('a'), { ...aLink('b', 'open'), label: '视频号' }]),
    aPlace('hechi', [aLink('c', 'embed'), aLink('a')]),
  ];

  test('is what people opened on another platform, by name, and how many addresses may be in players outside', () => {
    expect(unreachedOf(linksOf(places, 'channel', 'guilin'))).toEqual({
      elsewhere: [
        { link: 'b', channel: 'guilin', label: '视频号', url: 'https://a.example/b' },
        { link: 'c', channel: 'hechi', url: 'https://a.example/c' },
      ],
      addresses: 1,
    });
  });

  test('is of a link that link alone', () => {
    expect(unreachedOf(linksOf(places, 'link', 'b'))).toMatchObject({ elsewhere: [{ link: 'b' }], addresses: 0 });
    expect(unreachedOf(linksOf(places, 'link', 'none'))).toEqual({ elsewhere: [], addresses: 0 });
  });

  test('is named for forty at most', () => {
    const many = Array.from({ length: 60 }, (_, at) => aLink(String(at), 'open'));
    expect(unreachedOf(linksOf([aPlace('guilin', many)], 'channel', 'guilin')).elsewhere).toHaveLength(40);
  });
});

test('a link is called by its label, else by its rank, in both languages', () => {
  const guilin = { title: '桂林', titleEn: 'Guilin' };
  expect(linkCalled({ rank: 2 }, guilin)).toEqual({ title: '桂林 · 源 2', titleEn: 'Guilin · Source 2' });
  expect(linkCalled({ rank: 2, label: '备用' }, guilin)).toEqual({ title: '桂林 · 备用', titleEn: 'Guilin · 备用' });
});
