import { z } from 'zod';
import { Millis, RegionKey, Slug, TopicName } from './ids.js';
import { LiveState } from './channels.js';

/**
 * How much is going on, from what the hub counts itself: `score` is the rounded sum of the three terms, which are what
 * product.md's formula gives them (viewers ≤ 60, messages ≤ 25, reactions ≤ 15).
 */
export const Heat = z.object({ score: z.int(), viewers: z.int(), messages: z.int(), reactions: z.int() });
export type Heat = z.infer<typeof Heat>;

/** The value of the lobby topic's key `@campaign` (no slug, so no channel's): what holds for the whole campaign. */
export const CampaignState = z.object({
  /** 静默 since then: grey, without reactions, danmaku and celebratory motion. */
  quiet: z.object({ since: Millis }).optional(),
});
export type CampaignState = z.infer<typeof CampaignState>;

/** The lobby topic's state key of the campaign itself. */
export const campaignKey = '@campaign';

/** A small picture of what is on, at `GET /api/v1/stills/{id}` for the three minutes after `at`; its plate stands for it before and after. */
export const Still = z.object({ id: z.string(), at: Millis });
export type Still = z.infer<typeof Still>;

/**
 * A channel as lobby and matrix show it. It is also the value of the state key `slug` in the
 * topic `lobby:{campaign}` and of the key `channel` in its room, hence times in ms, short names
 * and at most 512 bytes as JSON.
 */
export const LobbyChannel = z.object({
  slug: Slug,
  title: z.string(),
  titleEn: z.string(),
  region: RegionKey,
  host: z.string().optional(),
  state: LiveState,
  /** Only with `due`: the start has passed and no stream has come. */
  late: z.boolean().optional(),
  /** The session on air or next to it; none when nothing is planned. */
  session: z
    .object({
      id: z.string(),
      title: z.string(),
      form: z.string(),
      start: Millis,
      end: Millis,
      /** Filler 重播. */
      repeat: z.boolean().optional(),
      /** It was announced for this start. */
      movedFrom: Millis.optional(),
      /** It does not take place, and this is the time it was announced for. */
      cancelled: z.boolean().optional(),
      /** With `cancelled`: at another time, which nobody knows yet. */
      postponed: z.boolean().optional(),
      /** Why it was moved or cancelled. */
      reason: z.string().optional(),
      /** How often its links were changed: another figure means that they are to be read again. */
      links: z.int().optional(),
    })
    .optional(),
  viewers: z.int(),
  /** Only of the live; recomputed each 10 s. */
  heat: Heat.optional(),
  /** Only of the live. */
  still: Still.optional(),
  /** 推荐: picked by the operators, never by heat. */
  pick: z.boolean().optional(),
  /** Never stops: no programme, always meant to be live. */
  roundTheClock: z.boolean().optional(),
  sample: z.boolean().optional(),
});
export type LobbyChannel = z.infer<typeof LobbyChannel>;

/** `PUT /api/v1/channels/{slug}/pick` (operators of the channel's region): 推荐 on, or off again. */
export const PickChannel = z.object({ on: z.boolean() });

/** `GET /api/v1/campaigns/{slug}/lobby`: read first, then join `topic` with `rev` and the keys in view. */
export const Lobby = z.object({
  topic: TopicName,
  epoch: z.string(),
  seq: z.int(),
  rev: z.int(),
  at: Millis,
  channels: z.array(LobbyChannel),
  campaign: CampaignState,
});
export type Lobby = z.infer<typeof Lobby>;
