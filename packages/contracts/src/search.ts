import { z } from 'zod';
import { LiveState } from './channels.js';
import { Millis, RegionKey, Slug } from './ids.js';

/** The query of `GET …/search`. */
export const SearchQuery = z.object({ q: z.string().trim().min(1).max(100), limit: z.coerce.number().int().min(1).max(50).default(20) });
export type SearchQuery = z.infer<typeof SearchQuery>;

/** What was found. `channel` says where it leads: to the channel, or to the region of an organization that has none. */
export const SearchHit = z.object({
  kind: z.enum(['channel', 'session', 'organization', 'activity', 'topic']),
  id: z.string(),
  title: z.string(),
  titleEn: z.string().optional(),
  /** Host, or the exact full name beside an alias. */
  subtitle: z.string().optional(),
  region: RegionKey.optional(),
  channel: Slug.optional(),
  topic: Slug.optional(),
  state: LiveState.optional(),
  start: Millis.optional(),
  end: Millis.optional(),
  /** Which parts of `title` matched, as [from, to) in UTF-16 units; none when something else did (alias, subtitle). */
  marks: z.array(z.tuple([z.int(), z.int()])),
  sample: z.boolean().optional(),
});
export type SearchHit = z.infer<typeof SearchHit>;

/** `GET /api/v1/campaigns/{slug}/search?q=&limit=`: best first, of each kind a fair share. Chinese, full pinyin and initials, in any mixture. */
export const SearchAnswer = z.object({ items: z.array(SearchHit), next: z.string().optional() });
export type SearchAnswer = z.infer<typeof SearchAnswer>;
