import { Slug } from '@yunhui/contracts';
import { z } from 'zod';

/** Where a fact stands: the notice, the number of its heading, and the words as printed. */
export const Source = z.object({ notice: z.string(), item: z.string(), quote: z.string() });
export type Source = z.infer<typeof Source>;

/** A stated value with the place that states it; further keys say how it was read. */
const stated = <Value extends z.ZodType>(value: Value) => z.looseObject({ value, source: Source });

const Day = z.iso.date();

/** A region by its key: the GB/T 2260 code where there is one, else `CN`, `XPCC`, `TS-…`, `CD-…`. */
export const DemoRegion = z.object({
  key: z.string(),
  code: z.string().nullable(),
  statCode: z.string().optional(),
  name: z.string(),
  shortName: z.string(),
  abbr: z.string().optional(),
  pinyin: z.string(),
  initials: z.string(),
  kind: z.enum(['country', 'province_level', 'sub_provincial_city', 'prefecture', 'county', 'functional_zone']),
  subtype: z.string(),
  parent: z.string().nullable(),
  order: z.int(),
  nameEn: z.string().optional(),
  fullNameEn: z.string().optional(),
  tile: z.object({ row: z.int(), col: z.int() }).optional(),
  formerCode: z.string().optional(),
  formerName: z.string().optional(),
  source: z.string(),
});
export type DemoRegion = z.infer<typeof DemoRegion>;

export const DemoOrganization = z.object({
  key: z.string(),
  name: z.string(),
  nameStatus: z.enum(['printed-full', 'expanded', 'as-printed']),
  nameAsPrinted: z.boolean(),
  type: z.string(),
  nature: z.string(),
  region: z.string(),
  aliases: z.array(z.string()),
  parent: z.string().optional(),
  basis: z.enum(['named', 'collective', 'demo']),
  roles: z.array(z.string()),
  sources: z.array(Source),
  note: z.string().optional(),
});
export type DemoOrganization = z.infer<typeof DemoOrganization>;

/** A group that a notice prints and that cannot be listed as units ("各设区市科协"). */
export const DemoCollective = z.object({
  key: z.string(),
  text: z.string(),
  type: z.string(),
  region: z.string(),
  functions: z.array(z.string()).optional(),
  note: z.string().optional(),
  source: Source,
});
export type DemoCollective = z.infer<typeof DemoCollective>;

/** A campaign as its notice states it. Nothing is inherited: what a notice does not state is null, empty or absent. */
export const DemoCampaign = z.looseObject({
  key: z.string(),
  slug: Slug,
  parent: z.string().nullable(),
  region: z.string(),
  level: z.string(),
  name: stated(z.string()),
  nameEn: z.string(),
  organizers: stated(z.array(z.string())),
  windows: z.array(
    z.looseObject({
      key: z.string(),
      label: z.string(),
      from: Day,
      to: Day,
      precision: z.string(),
      text: z.string(),
      tentative: z.boolean(),
      source: Source,
    }),
  ),
  theme: stated(z.string().nullable()).extend({ locked: z.boolean() }),
  themeEn: z.string().optional(),
  subTheme: stated(z.string().nullable()).extend({ locked: z.boolean() }),
  blocks: z.array(z.looseObject({ key: z.string(), label: z.string(), printed: z.string(), source: Source })),
  milestones: z.array(z.looseObject({ key: z.string(), label: z.string(), date: z.string(), source: Source })),
  rules: z.record(z.string(), z.unknown()),
  quotas: z.array(z.looseObject({ key: z.string(), min: z.int().nullable(), max: z.int().nullable(), source: Source })),
  indicators: z.array(z.object({ key: z.string(), label: z.string(), order: z.int(), source: Source })),
  programmeTags: z.array(z.looseObject({ key: z.string(), label: z.string(), target: z.int(), unit: z.string(), source: Source })),
  supplementFields: z.array(z.looseObject({ key: z.string(), label: z.string(), private: z.boolean(), source: Source })),
});
export type DemoCampaign = z.infer<typeof DemoCampaign>;

const Party = z.union([z.object({ org: z.string() }), z.object({ collective: z.string() })]);

/** One activity that a notice names. */
export const DemoActivity = z.looseObject({
  key: z.string(),
  campaign: z.string(),
  title: z.string(),
  named: z.enum(['proper', 'generic']),
  kind: z.string(),
  partOf: z.string().optional(),
  block: z.string(),
  blockAsPrinted: z.string(),
  forms: z.array(z.string()),
  time: z.object({
    precision: z.enum(['day', 'tenDay', 'month', 'range']),
    from: Day,
    to: Day,
    text: z.string(),
    tentative: z.boolean(),
    inherited: z.boolean(),
  }),
  place: z.object({
    text: z.string(),
    tentative: z.boolean(),
    regions: z.array(z.string()),
    venues: z.array(z.string()),
    online: z.boolean(),
    inherited: z.boolean(),
  }),
  mode: z.enum(['online', 'offline', 'hybrid', 'unstated']),
  modeBasis: z.enum(['stated', 'inferred']).nullable(),
  hosts: z.array(Party),
  hostsOpenEnded: z.boolean(),
  undertakers: z.array(Party),
  undertakersOpenEnded: z.boolean(),
  partiesBasis: z.string().nullable(),
  domains: z.array(z.string()),
  programmeTags: z.array(z.string()),
  note: z.string().optional(),
  source: Source,
});
export type DemoActivity = z.infer<typeof DemoActivity>;
