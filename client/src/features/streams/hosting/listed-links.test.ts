import type { HostedLink } from '@yunhui/contracts';
import { describe, expect, test } from 'vitest';
import { described, linkFrom, raised, swapped } from './listed-links.js';

const aLink = (id: string, more: Partial<HostedLink> = {}): HostedLink => ({
  id,
  rank: 1,
  kind: 'hls-live',
  url: `https://${id}.example/1.m3u8`,
  health: 'ok',
  ...more,
});
const links = [aLink('a', { owner: '广西科技馆', captions: ['zh'] }), aLink('b'), aLink('c')];

describe('what was checked becomes a link', () => {
  test.each([
    ['https://a.example/1.m3u8', {}, 'hls-live'],
    ['https://a.example/1.m3u8', { kind: 'hls-vod' as const }, 'hls-vod'],
    ['https://a.example/1.mp4', {}, 'mp4'],
    ['https://v.douyin.com/abc/', {}, 'open'],
    ['rtmp://a.example/live', {}, undefined],
  ])('%s, seen as %o: %s', (address, sight, kind) => expect(linkFrom({ address, sight })?.kind).toBe(kind));
  test('with the captions that have a language', () => {
    expect(linkFrom({ address: 'https://a.example/1.m3u8', sight: { captions: ['zh-CN', '中文字幕'] } })?.captions).toEqual(['zh-CN']);
  });
});

test('a swap keeps what was said of the place, and nothing that was read of the link', () => {
  const [first, second] = swapped(links, 'a', { kind: 'hls-live', url: 'https://new.example/1.m3u8' });
  expect(first).toMatchObject({ url: 'https://new.example/1.m3u8', owner: '广西科技馆' });
  expect([first?.id, first?.captions]).toEqual([undefined, undefined]);
  expect(second?.id).toBe('b');
});

test('other words keep the link what it is, and take nothing from its neighbours', () => {
  const [first, second] = described(links, 'a', { language: 'za', from: '2023-09-19T10:30', to: '' });
  expect(first).toMatchObject({ id: 'a', url: 'https://a.example/1.m3u8', owner: '广西科技馆', language: 'za' });
  expect(first?.validFrom).toBe('2023-09-19T10:30:00+08:00');
  expect(second).toMatchObject({ id: 'b', language: undefined });
});

test('a link is raised by one place, and the first stays first', () => {
  const idsAfter = (id: string) => raised(links, id).map((link) => link.id);
  expect(idsAfter('c')).toEqual(['a', 'c', 'b']);
  expect(idsAfter('a')).toEqual(['a', 'b', 'c']);
});
