import { z } from 'zod';
import { Millis, RegionKey, Slug, TopicName } from './ids.js';
import { LiveState } from './channels.js';

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
  session: z.object({ id: z.string(), title: z.string(), form: z.string(), start: Millis, end: Millis }).optional(),
  viewers: z.int(),
  /** Never stops: no programme, always meant to be live. */
  roundTheClock: z.boolean().optional(),
  sample: z.boolean().optional(),
});
export type LobbyChannel = z.infer<typeof LobbyChannel>;

/** `GET /api/v1/campaigns/{slug}/lobby`: read first, then join `topic` with `rev` and the keys in view. */
export const Lobby = z.object({
  topic: TopicName,
  epoch: z.string(),
  seq: z.int(),
  rev: z.int(),
  at: Millis,
  channels: z.array(LobbyChannel),
});
export type Lobby = z.infer<typeof Lobby>;
