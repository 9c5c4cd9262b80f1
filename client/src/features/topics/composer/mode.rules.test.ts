import type { RoomMode } from '@yunhui/contracts';
import { expect, test } from 'vitest';
import { modeSaid } from './mode.rules.js';

const keys = (mode: RoomMode) => modeSaid(mode).map(({ key }) => key.replace('mode.', ''));

test.each<[string, RoomMode, string[]]>([
  ['of an open room', {}, []],
  ['of links that are on', { links: 'on' }, []],
  ['of a closed room nothing more', { closed: true, emojiOnly: true, slowModeMs: 5_000 }, ['closed']],
  ['who it is that speaks', { staffOnly: true, verifiedOnly: true, reviewFirst: true }, ['staffOnly']],
  [
    'that nobody is on duty, first',
    { unattended: true, newGuestsHeld: true, emojiOnly: true },
    ['unattended', 'emojiOnly', 'newGuestsHeld'],
  ],
  ['that a closed room is unattended too', { unattended: true, closed: true }, ['unattended', 'closed']],
  ['of review, not of what it outweighs', { reviewFirst: true, newGuestsHeld: true, delayMs: 5_000 }, ['reviewFirst']],
  ['of phrases, which no one needs to look at', { minors: true, emojiOnly: true, newGuestsHeld: true }, ['minors']],
  ['who slowed it', { slowModeMs: 3_000, slowedByItself: true }, ['slowedByItself']],
])('says %s', (_name, mode, said) => {
  expect(keys(mode)).toEqual(said);
});

test('counts whole seconds', () => {
  expect(modeSaid({ delayMs: 1_200, slowModeMs: 5_000 })).toEqual([
    { key: 'mode.delayed', seconds: 2 },
    { key: 'mode.slow', seconds: 5 },
  ]);
});
