import type { LobbyChannel } from '@yunhui/contracts';
import { expect, test } from 'vitest';
import { cardsOf, partOfDay, placeOf } from './elder.rules.js';

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

test('the card that is looked at stays when others come and go before it, and gives way to the first when it is gone', () => {
  const [a, b, c] = [aChannel('a', 'live'), aChannel('b', 'live'), aChannel('c', 'live')];
  expect([[a, b, c], [b, c], [a, c], []].map((cards) => placeOf(cards, 'b'))).toEqual([1, 0, 0, 0]);
  expect(placeOf([a, b], undefined)).toBe(0);
});

test('the greeting goes by the hour in Shanghai, wherever the device is', () => {
  const at = (clock: string) => Date.parse(`2023-09-19T${clock}:00+08:00`);
  expect(['00:00', '08:00', '11:59', '12:00', '17:59', '18:00', '23:59'].map((clock) => partOfDay(at(clock)))).toEqual([
    'morning',
    'morning',
    'morning',
    'afternoon',
    'afternoon',
    'evening',
    'evening',
  ]);
});
