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

/** Wider than any school's or carrier's: such a range would lift the ceilings for everybody. */
const widest = { v4: 10, v6: 20 };
const prefixOf = (range: string): number => Number(range.split('/')[1]);

/** Addresses that thousands share, in CIDR notation, with what each of them may do at most. */
export const AddressRange = z.object({
  range: z.union([
    z.cidrv4().refine((range) => prefixOf(range) >= widest.v4, `at least /${widest.v4}`),
    z.cidrv6().refine((range) => prefixOf(range) >= widest.v6, `at least /${widest.v6}`),
  ]),
  /** Who is behind it, for the next operator: a school, a carrier. */
  note: z.string().trim().min(1).max(200),
  /** New guests a second; 20 elsewhere. */
  guestsPerSecond: z.int().min(20).max(1_000).default(300),
  /** Sockets at once; 3,000 elsewhere. */
  sockets: z.int().min(3_000).max(100_000).default(20_000),
});
export type AddressRange = z.infer<typeof AddressRange>;

/** `GET` and `PUT /api/v1/campaigns/{slug}/address-ranges` (operators): all of a campaign's, or all of them anew. */
export const AddressRanges = z.object({ items: z.array(AddressRange).max(200) });
export type AddressRanges = z.infer<typeof AddressRanges>;
