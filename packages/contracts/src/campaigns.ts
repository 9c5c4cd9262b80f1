import { z } from 'zod';
import { RegionKey, Slug } from './ids.js';

export const CampaignWindow = z.object({
  key: z.string(),
  label: z.string(),
  from: z.iso.date(),
  to: z.iso.date(),
  tentative: z.boolean(),
});

/** `GET /api/v1/campaigns/{slug}`. Dates are inclusive calendar days of Asia/Shanghai. */
export const Campaign = z.object({
  slug: Slug,
  parent: Slug.optional(),
  region: RegionKey,
  name: z.string(),
  nameEn: z.string(),
  theme: z.string().optional(),
  windows: z.array(CampaignWindow),
  /** Minutes after local midnight between which something should always be on. */
  serviceHours: z.object({ from: z.int(), to: z.int() }),
});
export type Campaign = z.infer<typeof Campaign>;

/** Every list: `next` is opaque and goes back as `cursor`. */
export const listOf = <Item extends z.ZodType>(item: Item) => z.object({ items: z.array(item), next: z.string().optional() });
export const CampaignList = listOf(Campaign);
export type CampaignList = z.infer<typeof CampaignList>;

/** `PUT /api/v1/campaigns/{slug}/quiet` (operators): 静默 on, or off again. Asked twice it changes nothing more. */
export const BeQuiet = z.object({ on: z.boolean() });
