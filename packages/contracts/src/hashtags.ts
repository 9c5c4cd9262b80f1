import { z } from 'zod';
import { RegionKey, Slug, TopicName } from './ids.js';
import { LobbyChannel } from './lobby.js';

/** A campaign-wide topic 话题: one conversation, carried in many rooms and moderated once. */
export const Hashtag = z.object({
  slug: Slug,
  topic: TopicName,
  title: z.string(),
  description: z.string(),
  descriptionEn: z.string().optional(),
  domain: z.string(),
  sample: z.boolean(),
  /** Published and not retracted. */
  posts: z.int(),
  /** Regions that somebody has spoken from. */
  regions: z.int(),
  rooms: z.int(),
});
export type Hashtag = z.infer<typeof Hashtag>;

/** `GET /api/v1/campaigns/{slug}/topics` */
export const HashtagList = z.object({ items: z.array(Hashtag), next: z.string().optional() });
export type HashtagList = z.infer<typeof HashtagList>;

/** `GET /api/v1/campaigns/{slug}/topics/{topic}` */
export const HashtagPage = Hashtag.extend({
  campaign: Slug,
  /** Where people speak, most posts first. */
  spoken: z.array(z.object({ region: RegionKey, posts: z.int() })),
  /** The channels whose rooms carry it, nearest to air first. */
  carriedBy: z.array(LobbyChannel),
});
export type HashtagPage = z.infer<typeof HashtagPage>;
