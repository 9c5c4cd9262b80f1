import type { LobbyChannel } from '@yunhui/contracts';
import { expect, test } from 'vitest';
import { cardsOf, partOfDay } from './elder.rules.js';

const aChannel = (slug: string, state: LobbyChannel['state']): LobbyChannel => ({
  slug,
  title: slug,
  titleEn: slug,
  region: '520000',
  state,
  viewers: 0,
});

test('watching and listening are of what is live, replays of what was', () => {
  const channels = [aChannel('a', 'live'), aChannel('b', 'replay'), aChannel('c', 'scheduled')];
  expect(cardsOf('watch', channels).map(({ slug }) => slug)).toEqual(['a']);
  expect(cardsOf('listen', channels).map(({ slug }) => slug)).toEqual(['a']);
  expect(cardsOf('replay', channels).map(({ slug }) => slug)).toEqual(['b']);
});

test('the greeting goes by the hour', () => {
  expect([8, 12, 17, 18].map(partOfDay)).toEqual(['morning', 'afternoon', 'afternoon', 'evening']);
});
