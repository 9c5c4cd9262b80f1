import type { User } from '@yunhui/contracts';
import { atOnce, buildLists } from '@yunhui/screening';
import { describe, expect, test } from 'vitest';
import { loadConfig } from '../../../config.js';
import type { EffectiveMode } from '../modes/mode.rules.js';
import type { Speaker } from '../../../platform/edge/speaker.js';
import type { RuleMutes } from '../sanctions/rule-mutes.service.js';
import type { StandingService } from '../standing/standing.service.js';
import type { AuthorTrust } from './author-trust.js';
import type { CurrentLists } from './current-lists.js';
import { MessageJudge } from './message-judge.js';
import { Screener } from './screener.js';
import type { RefusedRepository } from './refused.repository.js';
import type { ScreeningFigures } from './screening.figures.js';
import { Talk } from './talk.js';
import type { TalkStore } from './talk.store.js';
import type { TopicScopes } from './topic-scopes.js';

const terms = [
  { id: 't2', term: '加微信', category: 'diversion', level: 2, action: 'hold' },
  { id: 't3', term: '套现', category: 'fraud', level: 4, action: 'reject' },
  { id: 't4', term: '骂街', category: 'flame', level: 3, action: 'mute' },
] as const;
const lists = { lists: atOnce(buildLists({ terms, allow: [] })) } as CurrentLists;
const user: User = { id: '018f3f3f-0000-7000-8000-00000000a001', name: '小满', kind: 'guest', grants: [] };

const aloneStore = {
  onHeard: () => undefined,
  tell: () => undefined,
  nameOf: async (_topic: string, { id }: { id: string }) => id,
} as unknown as TalkStore;
const muted: string[] = [];
let messages = 0;
async function judged(
  text: string,
  { mode = {}, isStaff = false, isWatched = false }: { mode?: EffectiveMode; isStaff?: boolean; isWatched?: boolean } = {},
) {
  const request = {
    id: `018f3f3f-0000-7000-8000-${`${(messages += 1)}`.padStart(12, '0')}`,
    topic: 'room:guangxi',
    kind: 'chat',
    text,
  } as const;
  return aJudge(isWatched).judge({ request, speaker: { user } as Speaker, isStaff, mode });
}

function aJudge(isWatched = false): MessageJudge {
  const trust = { of: async () => 1 } as unknown as AuthorTrust;
  const scopes = { of: async () => ({ scope: '450000', region: '450000' }) } as unknown as TopicScopes;
  const standing = { isWatched: async () => isWatched } as unknown as StandingService;
  const mutes = { mute: async ({ rule }: { rule: string }) => void muted.push(rule) } as unknown as RuleMutes;
  const figures = { judged: () => undefined } as unknown as ScreeningFigures;
  const refused = { ruleOf: async () => undefined } as unknown as RefusedRepository;
  return new MessageJudge(trust, new Screener(lists, figures, new Talk(aloneStore), loadConfig({})), scopes, standing, mutes, refused);
}

describe('a message', () => {
  test('in an open topic is kept as it is', async () => {
    expect(await judged(' 你好 ')).toEqual({ ok: true, text: '你好', masked: false, name: '小满' });
  });

  test('waits for a moderator where everything is reviewed first', async () => {
    expect(await judged('你好', { mode: { reviewFirst: true } })).toMatchObject({
      hold: 'review-first',
      review: { level: 0, scope: '450000' },
    });
  });

  test('in which something was found waits, with what was found and which lists said so', async () => {
    const { review, ...judgement } = (await judged('来加微信')) as Extract<Awaited<ReturnType<typeof judged>>, { ok: true }>;
    expect(judgement).toMatchObject({ hold: 'screening', text: '来加微信' });
    expect(review).toMatchObject({ level: 2, trust: 1, region: '450000', masked: '来***', screening: expect.stringContaining('3+0-') });
  });

  test('that is refused says by which rule, and so does what the mode forbids', async () => {
    expect(await judged('这里套现')).toMatchObject({
      refuse: { code: 'message.rejected', rule: 'fraud', mutes: false },
      review: { level: 4, rule: 'fraud' },
    });
    const forbidden = await judged('看 https://example.org', { mode: { reviewFirst: true } });
    expect(forbidden).toMatchObject({ refuse: { code: 'message.link' } });
    expect(forbidden).not.toHaveProperty('review');
  });

  test('for which a list mutes is refused, and its author muted once the log has refused it', async () => {
    const { refuse } = (await judged('谁来骂街')) as Extract<Awaited<ReturnType<typeof judged>>, { ok: true }>;
    expect(refuse).toEqual({ code: 'message.rejected', rule: 'flame', mutes: true });
    expect(muted).toEqual([]);
    const refusal = await aJudge().refusal(refuse ?? { code: 'internal' }, { user: user.id, topic: 'room:guangxi' });
    expect(refusal.toRefusal()).toMatchObject({ code: 'message.rejected', rule: 'flame', field: 'text' });
    expect(muted).toEqual(['flame']);
  });

  test('of a new guest where somebody was just banned waits, whatever it says', async () => {
    expect(await judged('你好', { isWatched: true, mode: { delayMs: 3_000 } })).toMatchObject({ hold: 'newcomer', review: { trust: 0 } });
    expect(await judged('来加微信', { isWatched: true })).toMatchObject({ hold: 'screening' });
  });

  test('is held for the topic’s delay', async () => {
    expect(await judged('你好', { mode: { delayMs: 3_000 } })).toMatchObject({ hold: 'delayed', holdMs: 3_000 });
  });

  test('of staff and hosts is neither held nor refused, and masked all the same', async () => {
    const screened = await judged('套现请打 13800138000', { mode: { reviewFirst: true, delayMs: 5 }, isStaff: true });
    expect(screened).toEqual({ ok: true, text: '套现请打 ***', masked: true, name: '小满' });
  });

  test.each([
    ['   ', 'empty'],
    ['啊'.repeat(501), 'too-long'],
  ])('of %j is refused as %s', async (text, reason) => {
    expect(await judged(text)).toEqual({ ok: false, reason });
  });
});
