import { z } from 'zod';
import { RegionKey, Slug } from './ids.js';
import { RegionName } from './matrix.js';

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

const words = (most: number) => z.string().trim().min(1).max(most);
const inOrder = ({ from, to }: { from: string; to: string }): boolean => from <= to;
/** First and last day of it, inclusive. */
const CampaignDays = z
  .object({ from: z.iso.date(), to: z.iso.date() })
  .refine(inOrder, { path: ['to'], message: 'must not be before `from`' });
const ServiceHours = z
  .object({ from: z.int().min(0).max(1_440), to: z.int().min(0).max(1_440) })
  .refine(({ from, to }) => from < to, { path: ['to'], message: 'must be after `from`' });

/** What operators say of a campaign, and may say otherwise later. */
export const CampaignWords = z.object({
  name: words(60),
  nameEn: words(120),
  theme: z.string().trim().max(60).default(''),
  days: CampaignDays,
  serviceHours: ServiceHours,
});
export type CampaignWords = z.infer<typeof CampaignWords>;

/** `POST /api/v1/campaigns` (operators of its region; of the country for one that is inside no other). Slug, region and place stay. */
export const OpenCampaign = CampaignWords.extend({ slug: Slug, parent: Slug.optional(), region: RegionKey });
export type OpenCampaign = z.infer<typeof OpenCampaign>;

/** The window that operators write; those of a notice have keys of their own, and stay. */
export const ownWindow = 'campaign';

/** A campaign at its operators' desk. */
export const DeskCampaign = Campaign.extend({ place: RegionName, mayChange: z.boolean() });
export type DeskCampaign = z.infer<typeof DeskCampaign>;

/** `GET /api/v1/campaign-desk`: every campaign, each after the one it is inside. `mayOpenOutermost`: the asker may open one that is inside no other. */
export const DeskCampaigns = z.object({ items: z.array(DeskCampaign), mayOpenOutermost: z.boolean() });
export type DeskCampaigns = z.infer<typeof DeskCampaigns>;

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
