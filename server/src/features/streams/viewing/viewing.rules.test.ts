import type { LinkSeen } from '@yunhui/contracts';
import type { StreamHealth } from '@yunhui/domain';
import { describe, expect, test } from 'vitest';
import { countVoices, healthWith, hear, type Voice, voiceOf, wordOf } from './viewing.rules.js';

const seen = (more: Partial<LinkSeen> = {}): LinkSeen => ({ link: 'a', plays: true, stalls: 0, stalledMs: 0, errors: 0, ...more });
const plays = seen();
const fails = seen({ plays: false, errors: 1, trouble: 'gone' });

/** Voices of devices that say something at a moment, each from an address of its own unless one is named. */
function saying(words: readonly [string, LinkSeen, string?][], now = 0, voices = new Map<string, Voice>()): Map<string, Voice> {
  for (const [device, word, address = device] of words) hear(voices, device, voiceOf(word, { at: now, address }), now);
  return voices;
}
const said = (voices: Map<string, Voice>, now = 0) => wordOf(countVoices(voices, now));
const devices = (count: number) => Array.from({ length: count }, (_, at) => `d${at}`);

describe('the viewers of a link', () => {
  test('say nothing while they are fewer than five', () => {
    expect(said(saying(devices(4).map((device) => [device, fails])))).toBe('unsure');
    expect(said(saying(devices(5).map((device) => [device, fails])))).toBe('fail');
    expect(said(saying(devices(5).map((device) => [device, plays])))).toBe('play');
  });

  test.each([
    [6, 4, 'play'],
    [5, 5, 'unsure'],
    [4, 6, 'fail'],
  ])('say by three fifths: %i who play and %i for whom it fails', (playing, failing, word) => {
    expect(wordOf({ playing, failing })).toBe(word);
  });

  test('have one voice a device, and the last word counts', () => {
    const voices = saying(Array.from({ length: 100 }, () => ['one', fails] as const).map(([device, word]) => [device, word]));
    expect(countVoices(voices, 0)).toMatchObject({ playing: 0, failing: 1 });
    expect(countVoices(saying([['one', plays]], 1, voices), 1)).toMatchObject({ playing: 1, failing: 0 });
  });

  test('from one address are twenty at most, and what one of those says next is heard', () => {
    const voices = saying(devices(200).map((device) => [device, fails, 'school']));
    expect(countVoices(voices, 0).failing).toBe(20);
    expect(countVoices(saying([['d3', plays, 'school']], 1, voices), 1)).toMatchObject({ playing: 1, failing: 19 });
    expect(countVoices(saying([['elsewhere', plays]], 1, voices), 1)).toMatchObject({ playing: 2 });
  });

  test('are four hundred at most, and the room of who said no more is free again', () => {
    const voices = saying(devices(900).map((device) => [device, plays]));
    expect(voices.size).toBe(400);
    saying([['late', plays]], 80_000, voices);
    expect([...voices.keys()]).toEqual(['late']);
  });

  test('are heard for 75 s when it plays and for three minutes when it failed', () => {
    const voices = saying([
      ['one', plays],
      ['other', fails],
    ]);
    expect(countVoices(voices, 75_000)).toMatchObject({ playing: 1, failing: 1 });
    expect(countVoices(voices, 75_001)).toMatchObject({ playing: 0, failing: 1 });
    expect(countVoices(voices, 180_001)).toMatchObject({ playing: 0, failing: 0 });
  });

  test('who leave without a complaint take their word back, and a picture that mostly stands is none', () => {
    expect(saying([['one', seen({ plays: false })]], 1, saying([['one', plays]])).size).toBe(0);
    expect(countVoices(saying([['one', seen({ stalls: 4, stalledMs: 12_000 })]]), 0)).toMatchObject({ failing: 1, stalls: 4 });
  });

  test('tell the time of their first picture once', () => {
    const voices = saying([['one', plays]], 30_000, saying([['one', seen({ firstFrameMs: 800 })]]));
    expect(countVoices(voices, 30_000)).toMatchObject({ framed: 1, framesMs: 800 });
  });
});

test.each<[StreamHealth, 'play' | 'fail' | 'unsure', StreamHealth]>([
  ['ok', 'play', 'ok'],
  ['ok', 'unsure', 'ok'],
  ['ok', 'fail', 'degraded'],
  ['down', 'play', 'degraded'],
  ['down', 'unsure', 'down'],
  ['down', 'fail', 'down'],
  ['unknown', 'play', 'unknown'],
  ['unknown', 'unsure', 'unknown'],
  ['unknown', 'fail', 'unknown'],
])('a link that looks %s and of which its viewers say “%s” is %s', (looked, viewers, health) => {
  expect(healthWith(looked, viewers)).toBe(health);
});
