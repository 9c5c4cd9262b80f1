import type { HostedLink } from '@yunhui/contracts';
import { describe, expect, test } from 'vitest';
import { detailsOf, saidOf, spokenIn, wrongIn } from './link-details.rules.js';

const link: HostedLink = { id: 'a', rank: 1, kind: 'hls-live', url: 'https://a.example/1.m3u8', health: 'ok' };
const session = { startsAt: '2023-09-19T02:00:00.000Z', endsAt: '2023-09-19T04:00:00.000Z' }; // 10:00 to 12:00 in Shanghai
const none = { language: '', from: '', to: '' };
const at = (clock: string) => `2023-09-19T${clock}`;

test('times stand in their fields as Shanghai’s clock has them', () => {
  expect(detailsOf({ ...link, language: 'za', validFrom: session.startsAt })).toEqual({ language: 'za', from: at('10:00'), to: '' });
  expect(detailsOf(link)).toEqual(none);
});

describe('times of a link', () => {
  test.each([
    ['', '', 'hls-live', undefined],
    [at('09:00'), at('13:00'), 'hls-live', undefined],
    [at('11:59'), '', 'hls-live', undefined],
    ['', at('10:01'), 'hls-live', undefined],
    [at('11:00'), at('11:00'), 'hls-live', { field: 'to', why: 'order' }],
    [at('11:00'), at('10:30'), 'hls-vod', { field: 'to', why: 'order' }],
    ['', at('10:00'), 'hls-live', { field: 'to', why: 'beforeSession' }],
    [at('12:00'), '', 'hls-live', { field: 'from', why: 'afterSession' }],
    [at('12:00'), '', 'hls-vod', undefined],
    [at('12:00'), '', 'open', undefined],
  ] as const)('from “%s” to “%s” of %s: %o', (from, to, kind, wrong) => {
    expect(wrongIn({ ...none, from, to }, kind, session)).toEqual(wrong);
  });
});

test('a time that was not touched stays to the second, and one that was emptied is gone', () => {
  const timed = { ...link, language: 'en', validFrom: '2023-09-19T02:00:30.000Z', validTo: session.endsAt };
  expect(saidOf(timed, { ...detailsOf(timed), language: '', to: '' })).toEqual({ validFrom: timed.validFrom });
  expect(saidOf(timed, { language: 'za', from: at('10:30'), to: '' })).toEqual({ language: 'za', validFrom: '2023-09-19T10:30:00+08:00' });
});

test.each([
  ['zh-CN', 'zh'],
  ['zh', 'zh'],
  ['zha', undefined],
  ['fr', undefined],
])('%s is spoken as %s', (tag, language) => expect(spokenIn(tag)).toBe(language));
