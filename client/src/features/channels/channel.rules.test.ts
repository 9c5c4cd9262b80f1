import type { Channel, LobbyChannel, Session } from '@yunhui/contracts';
import { expect, test } from 'vitest';
import { applyCuts, currentChannel, isOutdated } from './channel.rules.js';

const aSession = (id: string, title: string): Session => ({
  id,
  channel: 'guizhou',
  title,
  form: '直播',
  startsAt: '2023-09-19T15:00:00+08:00',
  endsAt: '2023-09-19T16:00:00+08:00',
  state: 'scheduled',
  late: false,
});
const channel: Channel = {
  slug: 'guizhou',
  campaign: 'kepuri-2023',
  title: '贵州频道',
  titleEn: 'Guizhou channel',
  region: { key: '520000', name: '贵州' },
  state: 'due',
  late: false,
  viewers: 3,
  current: aSession('first', '听见脉冲星'),
  today: [aSession('first', '听见脉冲星'), aSession('second', '大射电里的工程学')],
  links: [],
  carries: [],
  topic: 'room:guizhou',
  roundTheClock: false,
  sample: true,
};
const slot = { start: Date.parse('2023-09-19T15:00:00+08:00'), end: Date.parse('2023-09-19T16:00:00+08:00') };
const aTile = (more: Partial<LobbyChannel> & { session?: LobbyChannel['session'] }): LobbyChannel => ({
  slug: 'guizhou',
  title: '贵州频道',
  titleEn: 'Guizhou channel',
  region: '520000',
  state: 'due',
  viewers: 3,
  session: { id: 'first', title: '听见脉冲星', form: '直播', ...slot },
  ...more,
});

test('a change of viewers is no reason to read the channel again; of state, lateness or session it is', () => {
  expect(isOutdated(channel, undefined)).toBe(false);
  expect(isOutdated(channel, aTile({ viewers: 900 }))).toBe(false);
  expect(isOutdated(channel, aTile({ state: 'live' }))).toBe(true);
  expect(isOutdated(channel, aTile({ late: true }))).toBe(true);
  const session = { id: 'first', title: '', form: '', ...slot };
  expect(isOutdated(channel, aTile({ session }))).toBe(false);
  expect(isOutdated(channel, aTile({ session: { ...session, end: slot.end + 1 } }))).toBe(true);
  expect(isOutdated(channel, aTile({ session: { ...session, cancelled: true } }))).toBe(true);
  expect(isOutdated(channel, aTile({ session: { id: 'second', title: '', form: '', start: 0, end: 1 } }))).toBe(true);
});

test('the topic is ahead in state, lateness and viewers', () => {
  expect(currentChannel(channel, aTile({ state: 'live', viewers: 900 }))).toMatchObject({
    state: 'live',
    late: false,
    viewers: 900,
    current: { id: 'first' },
  });
});

test('a session that has come on is shown at once, with what the programme knows of it', () => {
  const next = currentChannel(
    channel,
    aTile({ state: 'live', session: { id: 'second', title: '大射电…', form: '直播', start: 0, end: 1 } }),
  );
  expect(next.current).toMatchObject({ id: 'second', title: '大射电里的工程学', state: 'live' });
});

test('a cut blocks the channel or takes a link away', () => {
  const playing = { ...channel, links: [{ id: 'best', rank: 1, kind: 'hls-live' as const, url: '/demo/a.m3u8', health: 'ok' as const }] };
  for (const [target, id] of [
    ['channel', 'guizhou'],
    ['region', '520000'],
    ['session', 'first'],
  ] as const)
    expect(applyCuts(playing, [{ target, id, on: true }])).toMatchObject({ state: 'blocked', links: [] });
  expect(applyCuts(playing, [{ target: 'link', id: 'best', on: true }])).toMatchObject({ state: 'due', links: [] });
  expect(applyCuts(playing, [{ target: 'channel', id: 'hunan', on: true }])).toEqual(playing);
  expect(applyCuts(playing, [])).toBe(playing);
});
