import { LiveState, type LobbyChannel } from '@yunhui/contracts';
import { describe, expect, test } from 'vitest';
import { isCoverageTarget } from './coverage.js';
import { matrixStateOf } from './matrix-state.js';

const session = { id: 's', title: '石山猴群', form: '直播', start: 0, end: 1 };
const aChannel = (changes: Partial<LobbyChannel>): LobbyChannel => ({
  slug: 'guangxi',
  title: '广西频道',
  titleEn: 'Guangxi channel',
  region: '450000',
  state: 'scheduled',
  viewers: 0,
  ...changes,
});

describe('the state of a region’s tile', () => {
  test.each(LiveState.options)('is its channel’s while something is planned there: %s', (state) => {
    expect(matrixStateOf(aChannel({ state, session }), true)).toBe(state);
  });

  test.each([
    ['a channel with nothing planned, and a speciality', aChannel({}), true, 'speciality'],
    ['a channel with nothing planned, and none', aChannel({}), false, 'empty'],
    ['no channel, and a speciality', undefined, true, 'speciality'],
    ['nothing at all', undefined, false, 'empty'],
    ['a channel that never stops', aChannel({ roundTheClock: true, state: 'live' }), true, 'live'],
    ['a blocked channel, even with nothing planned', aChannel({ state: 'blocked' }), true, 'blocked'],
  ] as const)('with %s', (_, channel, hasSpeciality, expected) => {
    expect(matrixStateOf(channel, hasSpeciality)).toBe(expected);
  });
});

describe('a coverage target', () => {
  test.each([
    ['a province', ['450000', 'CN'], true],
    ['兵团', ['XPCC', 'CN'], true],
    ['a county', ['450421', '450400', '450000', 'CN'], true],
    ['the country', ['CN'], false],
    ['a unit that the notice does not address', ['710000', 'CN'], false],
    ['what lies below one', ['810001', '810000', 'CN'], false],
  ])('%s: %s', (_, path, expected) => {
    expect(isCoverageTarget(path)).toBe(expected);
  });
});
