import type { HostedLink, HostedSession } from '@yunhui/contracts';
import { describe, expect, test } from 'vitest';
import { type SectionName, sectionsOf, type Worry, worryOf } from './hosted-list.rules.js';

const now = Date.parse('2023-09-19T10:00:00+08:00');
const hourMs = 3_600_000;
const aLink = (health: HostedLink['health'], more: Partial<HostedLink> = {}): HostedLink => ({
  id: health,
  rank: 1,
  kind: 'hls-live',
  url: 'https://a.example/1.m3u8',
  health,
  ...more,
});
/** An hour that begins so many hours from now. */
const aSession = (inHours: number, more: Partial<HostedSession> = {}): HostedSession => ({
  id: `${inHours}`,
  channel: { slug: 'hengzhou', title: '横州频道', titleEn: 'Hengzhou channel' },
  title: '候鸟',
  startsAt: new Date(now + inHours * hourMs).toISOString(),
  endsAt: new Date(now + (inHours + 1) * hourMs).toISOString(),
  state: inHours > 0 ? 'scheduled' : 'live',
  maySignal: false,
  version: 0,
  links: [aLink('ok')],
  former: [],
  ...more,
});
const replay = aLink('unknown', { kind: 'hls-vod', validFrom: new Date(now + 2 * hourMs).toISOString() });

describe('a session', () => {
  test.each<[string, HostedSession, Worry | undefined]>([
    ['that is on and well', aSession(0), undefined],
    ['that has lost its picture', aSession(0, { state: 'interrupted', links: [aLink('down')] }), 'interrupted'],
    ['whose start has passed without a picture', aSession(-0.1, { state: 'due' }), 'late'],
    ['that is about to begin', aSession(0.1, { state: 'due' }), undefined],
    ['that comes soon and has no link', aSession(1, { links: [] }), 'noLink'],
    ['that comes soon and has its replay alone', aSession(1, { links: [replay] }), 'noLink'],
    ['that comes later and has no link yet', aSession(6, { links: [] }), undefined],
    ['one of whose links is down', aSession(6, { links: [aLink('ok'), aLink('down')] }), 'someDown'],
    ['whose only link plays for some', aSession(6, { links: [aLink('degraded')] }), 'someDown'],
    ['all of whose links are down', aSession(6, { links: [aLink('down'), aLink('down')] }), 'allDown'],
    ['that is over', aSession(-2, { links: [aLink('down')] }), undefined],
    ['that was cut off', aSession(0, { state: 'blocked', links: [aLink('down')] }), undefined],
  ])('%s', (_, session, worry) => expect(worryOf(session, now)).toBe(worry));
});

describe('a list', () => {
  const nothing: ReadonlyMap<string, SectionName> = new Map();
  const partsOf = (items: readonly HostedSession[], opened = nothing) =>
    sectionsOf(items, now, opened).map((part) => [part.name, ...part.items.map(({ id }) => id)]);
  const bad = aSession(5, { links: [aLink('down')] });

  test('has what needs somebody first, then what is on or soon, later and over', () => {
    expect(partsOf([aSession(0), aSession(1), aSession(3), bad, aSession(-3)])).toEqual([
      ['attention', '5'],
      ['now', '0', '1'],
      ['later', '3'],
      ['over', '-3'],
    ]);
    expect(partsOf([aSession(1)])).toEqual([['now', '1']]);
  });
  test('leaves where it is what somebody has opened', () => {
    const mended = aSession(5);
    expect(partsOf([mended], new Map([['5', 'attention']]))).toEqual([['attention', '5']]);
    expect(partsOf([mended])).toEqual([['later', '5']]);
  });
});
