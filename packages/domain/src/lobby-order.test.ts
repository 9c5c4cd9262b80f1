import type { LobbyChannel } from '@yunhui/contracts';
import { expect, test } from 'vitest';
import { byNearnessToAir } from './lobby-order.js';

const aTile = (slug: string, state: LobbyChannel['state'], more: Partial<LobbyChannel> & { start?: number } = {}): LobbyChannel => {
  const { start, ...rest } = more;
  const session = start === undefined ? {} : { session: { id: slug, title: slug, form: '直播', start, end: start + 1 } };
  return { slug, title: slug, titleEn: slug, region: 'CN', state, viewers: 0, ...session, ...rest };
};

test('the lobby begins with what is live and ends with what is blocked', () => {
  const inOrder = [
    aTile('crowded', 'live', { viewers: 9, start: 50 }),
    aTile('live-first', 'live', { start: 10 }),
    aTile('live-later', 'live', { start: 20 }),
    aTile('never-stops', 'live', { roundTheClock: true, viewers: 100 }),
    aTile('broken', 'interrupted', { start: 5 }),
    aTile('due', 'due', { start: 70 }),
    aTile('next', 'scheduled', { start: 80 }),
    aTile('tomorrow', 'scheduled', { start: 90 }),
    aTile('empty-a', 'scheduled'),
    aTile('empty-b', 'scheduled'),
    aTile('replay-late', 'replay', { start: 4 }),
    aTile('replay-early', 'replay', { start: 3 }),
    aTile('over', 'ended', { start: 6 }),
    aTile('blocked', 'blocked', { start: 1 }),
  ];
  const shuffled = [...inOrder.slice(7).reverse(), ...inOrder.slice(0, 7).reverse()];
  expect(shuffled.sort(byNearnessToAir).map(({ slug }) => slug)).toEqual(inOrder.map(({ slug }) => slug));
});
