import { describe, expect, test } from 'vitest';
import {
  type EffectiveMode,
  effectiveMode,
  roomModeOf,
  type Ruling,
  ruleOfMode,
  slowModeOf,
  type Spoken,
  stricter,
  wordsOf,
} from './mode.rules.js';

const spoken = (changes: Partial<Spoken> = {}): Spoken => ({
  text: '潮水几点来',
  trust: 1,
  isVerified: false,
  verdict: 'pass',
  ...changes,
});
const refused = (code: string): Ruling => ({ do: 'refuse', code }) as Ruling;
const held = (why: string, holdMs?: number): Ruling => ({ do: 'hold', why, ...(holdMs && { holdMs }) }) as Ruling;
const published: Ruling = { do: 'publish' };

const cases: [string, EffectiveMode, Partial<Spoken>, Ruling][] = [
  ['an open room publishes', {}, {}, published],
  ['a closed one refuses, whoever it is', { closed: true }, { trust: 2, isVerified: true }, refused('topic.closed')],
  ['closed outweighs all other modes', { closed: true, staffOnly: true, emojiOnly: true, reviewFirst: true }, {}, refused('topic.closed')],
  ['staff only refuses the audience', { staffOnly: true }, { isVerified: true }, refused('topic.staff-only')],
  ['verified only refuses guests', { verifiedOnly: true }, {}, refused('topic.verified-only')],
  ['verified only takes accounts', { verifiedOnly: true }, { isVerified: true }, published],
  ['emoji only refuses words', { emojiOnly: true }, {}, refused('topic.emoji-only')],
  ['emoji only refuses words among emoji', { emojiOnly: true }, { text: '👍好' }, refused('topic.emoji-only')],
  ['emoji only takes emoji', { emojiOnly: true }, { text: '👍🏽 🇨🇳' }, published],
  ['minors’ mode refuses own words, emoji among them', { minors: true }, { text: '👍' }, refused('topic.phrases-only')],
  ['minors’ mode takes a phrase', { minors: true }, { text: '谢谢老师' }, published],
  ['minors’ mode takes it in English', { minors: true }, { text: 'Thank you, teacher' }, published],
  ['minors’ phrases pass emoji only, for they were looked at', { minors: true, emojiOnly: true }, { text: '谢谢老师' }, published],
  ['minors’ phrases of new guests too', { minors: true, newGuestsHeld: true }, { text: '谢谢老师', trust: 0 }, published],
  ['but not 先审后发', { minors: true, reviewFirst: true }, { text: '谢谢老师' }, held('review-first')],
  ['links are off unless they are on', {}, { text: '看 https://example.org' }, refused('message.link')],
  ['links are off for those with a name too', { links: 'off' }, { text: 'www.example.org', trust: 2 }, refused('message.link')],
  ['links may be on', { links: 'on' }, { text: '看 https://example.org' }, published],
  ['review first holds everything', { reviewFirst: true }, { trust: 2 }, held('review-first')],
  ['a refusal comes before a hold', { reviewFirst: true, emojiOnly: true }, {}, refused('topic.emoji-only')],
  ['new guests are held where it says so', { newGuestsHeld: true }, { trust: 0 }, held('new-guest')],
  ['and only they', { newGuestsHeld: true }, { trust: 1 }, published],
  ['a new guest speaks elsewhere', {}, { trust: 0 }, published],
  ['what is risky is held by default', {}, { verdict: 'hold' }, held('risky')],
  ['and passes where moderators want it so', { riskyHeld: false }, { verdict: 'hold' }, published],
  ['what is only masked is not risky', {}, { verdict: 'mask' }, published],
  ['a delay holds for its time', { delayMs: 30_000 }, {}, held('delayed', 30_000)],
  ['what is risky does not come out by itself', { delayMs: 30_000 }, { verdict: 'hold' }, held('risky')],
  ['nor what is reviewed first', { delayMs: 30_000, reviewFirst: true }, {}, held('review-first')],
];

test.each(cases)('%s', (_name, mode, said, ruling) => {
  expect(ruleOfMode(mode, spoken(said))).toEqual(ruling);
});

describe('a mode under shields', () => {
  test('is as strict as the strictest in each point', () => {
    const own = { delayMs: 5_000, slowModeMs: 30_000, links: 'on', budget: 7 } as const;
    const mode = effectiveMode(own, [
      { slowModeMs: 10_000, links: 'off' },
      { delayMs: 20_000, emojiOnly: true },
    ]);
    expect(mode).toMatchObject({ delayMs: 20_000, slowModeMs: 30_000, links: 'off', emojiOnly: true, budget: 7 });
    expect(mode.unattended).toBeUndefined();
  });

  test('never gets looser: what is refused or held stays so', () => {
    for (const [, mode, said] of cases) {
      const before = ruleOfMode(mode, spoken(said));
      if (before.do === 'publish') continue;
      for (const shield of [{ reviewFirst: true }, { closed: true }, { links: 'off' }, { delayMs: 1_000 }] as const)
        expect(ruleOfMode(stricter(mode, shield), spoken(said)).do).not.toBe('publish');
    }
  });

  test('that lets risky words through holds them when nobody is on duty, and says that it is unattended', () => {
    const mode = effectiveMode({ riskyHeld: false, links: 'on' }, [], { riskyHeld: true, links: 'off', newGuestsHeld: true });
    expect(ruleOfMode(mode, spoken({ verdict: 'hold' }))).toEqual(held('risky'));
    expect(ruleOfMode(mode, spoken({ trust: 0 }))).toEqual(held('new-guest'));
    expect(ruleOfMode(mode, spoken({ text: 'https://a.cn' }))).toEqual(refused('message.link'));
    expect(roomModeOf(mode)).toEqual({ newGuestsHeld: true, unattended: true });
  });
});

describe('slow mode', () => {
  test('is the longer of what moderators set and what the hub finds necessary', () => {
    expect(slowModeOf({ slowModeMs: 5_000, automaticSlowMs: 10_000 })).toBe(10_000);
    expect(slowModeOf({ slowModeMs: 20_000, automaticSlowMs: 10_000 })).toBe(20_000);
    expect(slowModeOf({ automaticSlow: 'off', automaticSlowMs: 10_000 })).toBe(0);
  });

  test('says who asked for it', () => {
    expect(roomModeOf({ automaticSlowMs: 10_000 })).toEqual({ slowModeMs: 10_000, slowedByItself: true });
    expect(roomModeOf({ slowModeMs: 20_000, automaticSlowMs: 10_000 })).toEqual({ slowModeMs: 20_000 });
  });
});

test.each([
  [{}, '这里可以发言'],
  [{ closed: true }, '这里暂时不能发言'],
  [{ unattended: true, newGuestsHeld: true }, '无人值守模式；新来的朋友说的话先看过再发'],
  [{ slowModeMs: 10_000, slowedByItself: true }, '说话的人很多，每 10 秒可以说一条'],
  [{ minors: true, emojiOnly: true }, '用准备好的短句和表情互动'],
] as const)('%j reads %s', (room, words) => {
  expect(wordsOf(room)).toBe(words);
});
