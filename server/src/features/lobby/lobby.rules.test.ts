import { describe, expect, test } from 'vitest';
import type { ChannelCard } from '../channels/index.js';
import type { PlannedSession } from '../schedule/index.js';
import { paceOf, tileOf, unmeasured } from './lobby.rules.js';
import { changedTiles } from './tile-versions.js';

const card: ChannelCard = {
  slug: 'guangxi',
  campaign: 'kepuri-2023',
  title: '广西频道',
  titleEn: 'Guangxi channel',
  region: { key: '450000', name: '广西壮族自治区' },
  host: '广西壮族自治区科学技术协会',
  topic: 'room:guangxi',
  roundTheClock: false,
  sample: true,
  blocked: false,
  picked: false,
  domains: [],
};
const session: PlannedSession = {
  id: 's-1',
  channel: 'guangxi',
  title: '红树林',
  form: '直播',
  start: 1_000,
  end: 2_000,
  health: 'ok',
  wentLive: true,
  hasReplay: false,
  blocked: false,
  sample: true,
  repeat: false,
  version: 1,
  changedAt: 0,
};

describe('a tile', () => {
  test('has the still of what is on, while it is on', () => {
    const aStill = (id: string, session?: string) => ({
      id,
      at: 1_500,
      link: id,
      channel: 'guangxi',
      region: '450000',
      rank: 1,
      type: 'image/webp',
      ...(session && { session }),
    });
    const seen = { viewers: 0, stills: [aStill('before', 's-0'), aStill('now', 's-1'), aStill('always')] };
    const stillIn = (...[onAir, of = card]: [Parameters<typeof tileOf>[1], ChannelCard?]) => tileOf(of, onAir, seen).still;
    expect(stillIn({ state: 'live', late: false, session })).toEqual({ id: 'now', at: 1_500 });
    expect(stillIn({ state: 'live', late: false }, { ...card, roundTheClock: true })).toEqual({ id: 'always', at: 1_500 });
    for (const state of ['interrupted', 'blocked', 'ended', 'due'] as const)
      expect(stillIn({ state, late: false, session })).toBeUndefined();
  });

  test('names the session on air, and has no key for what is not there', () => {
    expect(tileOf(card, { state: 'live', late: false, session }, { viewers: 123 })).toEqual({
      slug: 'guangxi',
      title: '广西频道',
      titleEn: 'Guangxi channel',
      region: '450000',
      host: '广西壮族自治区科学技术协会',
      state: 'live',
      session: { id: 's-1', title: '红树林', form: '直播', start: 1_000, end: 2_000 },
      viewers: 120,
      sample: true,
    });
    expect(Object.keys(tileOf({ ...card, host: undefined, sample: false }, { state: 'scheduled', late: false }, unmeasured))).toEqual([
      'slug',
      'title',
      'titleEn',
      'region',
      'state',
      'viewers',
    ]);
  });

  test('says late only when it is', () => {
    expect(tileOf(card, { state: 'due', late: true, session }, unmeasured)).toMatchObject({ state: 'due', late: true });
  });
});

describe('of renewed tiles', () => {
  const made = { channel: 'guangxi', campaign: 'kepuri-2023', tile: tileOf(card, { state: 'live', late: false, session }, { viewers: 1 }) };

  test('a new one is version 1', () => {
    expect(changedTiles([], [made])).toEqual([{ ...made, version: 1 }]);
  });

  test('one that shows the same is left alone, in whatever order the database keeps its keys', () => {
    const reversed = Object.fromEntries(Object.entries(made.tile).reverse()) as typeof made.tile;
    expect(changedTiles([{ ...made, tile: reversed, version: 7 }], [made])).toEqual([]);
  });

  test('one that shows something else has the next version', () => {
    const more = { ...made, tile: { ...made.tile, viewers: 2 } };
    expect(changedTiles([{ ...made, version: 7 }], [more])).toEqual([{ ...more, version: 8 }]);
  });
});

describe('heat on a tile', () => {
  const heat = (score: number) => ({ score, viewers: score, messages: 0, reactions: 0 });
  const live = { state: 'live', late: false, session } as const;

  test('is of the live only, and not of those that nobody watches', () => {
    expect(tileOf(card, live, { viewers: 5, heat: heat(40) }).heat).toEqual(heat(40));
    expect(tileOf(card, { ...live, state: 'interrupted' }, { viewers: 5, heat: heat(40) })).not.toHaveProperty('heat');
    expect(tileOf(card, live, { viewers: 0, heat: heat(0) })).not.toHaveProperty('heat');
  });

  test('stays as it is shown while it only breathes', () => {
    expect(tileOf(card, live, { viewers: 5, heat: heat(41) }, { heat: heat(40) }).heat).toEqual(heat(40));
    expect(tileOf(card, live, { viewers: 5, heat: heat(45) }, { heat: heat(40) }).heat).toEqual(heat(45));
  });

  test('comes beside the operators’ pick, never from it', () => {
    expect(tileOf({ ...card, picked: true }, live, unmeasured)).toMatchObject({ pick: true });
    expect(tileOf(card, live, { viewers: 5, heat: heat(99) })).not.toHaveProperty('pick');
  });
});

describe('the pace of a room', () => {
  test('is what came in the last minute', () => {
    const samples = [
      { at: 0, messages: 100, reactions: 7 },
      { at: 60_000, messages: 130, reactions: 7 },
    ];
    expect(paceOf(samples)).toEqual({ messagesPerMin: 30, reactionsPerMin: 0 });
  });

  test('is nothing after one look, and nothing when a counter was lost', () => {
    expect(paceOf([{ at: 0, messages: 100, reactions: 7 }])).toEqual({ messagesPerMin: 0, reactionsPerMin: 0 });
    const lost = [
      { at: 0, messages: 100, reactions: 7 },
      { at: 60_000, messages: 100, reactions: 0 },
    ];
    expect(paceOf(lost)).toEqual({ messagesPerMin: 0, reactionsPerMin: 0 });
  });
});
