import { z } from 'zod';
import { Instant } from './ids.js';
import { LinkViewers } from './watching.js';

/** How an address is watched: played by us as HLS or MP4, embedded from another platform, or opened there. */
export const LinkKind = z.enum(['hls-live', 'hls-vod', 'mp4', 'embed', 'open']);
export type LinkKind = z.infer<typeof LinkKind>;

/** Other platforms that the hub knows by the addresses of their pages. */
export const Platform = z.enum(['wechat-channels', 'douyin', 'bilibili', 'yangshipin', 'kuaishou', 'weibo', 'tencent-video', 'youku']);
export type Platform = z.infer<typeof Platform>;

/** The platform a page is on. `deepLink` opens its application; without one the page's own address does. */
export const PlatformPage = z.object({ platform: Platform, deepLink: z.string().optional() });
export type PlatformPage = z.infer<typeof PlatformPage>;

/** BCP 47, as `EXT-X-MEDIA` has it: `zh-CN`, `en`, `ug`. */
const LanguageTag = z.string().regex(/^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8}){0,3}$/);

/** One playable or openable address of a session, in the order in which they are tried. A root-relative address is the hub's own. */
export const StreamLink = z.object({
  id: z.string(),
  /** The host's wish, 1 first. The list's order also knows which are down. */
  rank: z.int(),
  kind: LinkKind,
  url: z.string(),
  label: z.string().optional(),
  /** Of what is spoken. */
  language: LanguageTag.optional(),
  /** Languages that it has captions in, as the last check found them. */
  captions: z.array(LanguageTag).optional(),
  validFrom: Instant.optional(),
  validTo: Instant.optional(),
  /** Of kind `embed`: the platform's own player, for a sandboxed frame. */
  embed: z.string().optional(),
  /** Of kinds `embed` and `open`, when the hub knows the platform. */
  app: PlatformPage.optional(),
  /** `degraded`: it can be watched, but the hub's looks and its viewers do not agree on it; it comes after those that are `ok`. */
  health: z.enum(['ok', 'degraded', 'down', 'unknown']),
});
export type StreamLink = z.infer<typeof StreamLink>;

/** An address somebody plans a session with: on the web, or root-relative for the demo's own streams. */
export const LinkAddress = z.union([
  z.url({ protocol: /^https?$/ }).max(2_000),
  z
    .string()
    .max(300)
    .regex(/^\/demo\/(?!.*\.\.)[\w./-]+$/),
]);
export type LinkAddress = z.infer<typeof LinkAddress>;

/** A link as somebody wishes it; its place in the list is its rank. */
export const LinkWish = z
  .object({
    kind: LinkKind,
    url: LinkAddress,
    label: z.string().trim().max(60).optional(),
    language: LanguageTag.optional(),
    /** Who keeps the stream up, as viewers may read it: 广西科技馆. */
    owner: z.string().trim().max(100).optional(),
    /** False: the hub takes no stills of it, and its plate stands for it. */
    pictured: z.boolean().optional(),
    validFrom: Instant.optional(),
    validTo: Instant.optional(),
  })
  .refine(({ validFrom, validTo }) => !validFrom || !validTo || Date.parse(validFrom) < Date.parse(validTo), {
    path: ['validTo'],
    message: 'must be after validFrom',
  });
export type LinkWish = z.infer<typeof LinkWish>;

/** What a check-up says of an address. The list is closed; `finding` says more and grows. */
export const LinkVerdict = z.enum([
  'OK',
  'SLOW',
  'GEO',
  'AUTH',
  'CORS',
  'MIXED',
  'NOT_LIVE',
  'STALLED',
  'NO_VIDEO',
  'CODEC',
  'NOT_HLS',
  'DEAD',
  'UNKNOWN',
]);
export type LinkVerdict = z.infer<typeof LinkVerdict>;

/** The chain of a check-up, in its order. */
export const CheckStep = z.enum([
  'address',
  'dns',
  'tls',
  'http',
  'playlist',
  'variant',
  'segment',
  'cors',
  'mixed',
  'codecs',
  'edge',
  'tracks',
  'captions',
]);
export type CheckStep = z.infer<typeof CheckStep>;

/** `POST /api/v1/links/check-up` (hosts and operators): whatever was pasted, as it was pasted. */
export const CheckUpRequest = z.object({
  address: z.string().trim().min(1).max(2_000),
  /** `hls-live`: a recording, which plays well, is then NOT_LIVE. */
  expects: LinkKind.optional(),
});
export type CheckUpRequest = z.infer<typeof CheckUpRequest>;

const InBoth = z.object({ zh: z.string(), en: z.string() });

/** What is wrong, or that nothing is, in words for the person who keeps the stream up. */
export const Finding = z.object({
  /** `step.reason`; the list grows. */
  code: z.string(),
  says: InBoth,
  /** What the host can do; none where there is nothing to do. */
  todo: InBoth.optional(),
});
export type Finding = z.infer<typeof Finding>;

/** What was seen on the way, as far as it was come. */
export const LinkSight = z.object({
  kind: LinkKind.optional(),
  app: PlatformPage.optional(),
  embed: z.string().optional(),
  variants: z.int().optional(),
  /** RFC 6381, as declared or as read from the first bytes. */
  codecs: z.array(z.string()).optional(),
  hasVideo: z.boolean().optional(),
  hasAudio: z.boolean().optional(),
  targetMs: z.int().optional(),
  /** A segment was loaded so many times as fast as it plays. */
  speed: z.number().optional(),
  captions: z.array(z.string()).optional(),
});
export type LinkSight = z.infer<typeof LinkSight>;

/** The outcome: one verdict, the finding it comes from, and others that are worth knowing. */
export const CheckUp = z.object({
  address: z.string(),
  verdict: LinkVerdict,
  finding: Finding,
  /** What does not decide, such as that there are no captions. */
  hints: z.array(Finding),
  sight: LinkSight,
  tookMs: z.int(),
});
export type CheckUp = z.infer<typeof CheckUp>;

/** One line of the answer, which is NDJSON: each step as it is done, and last the outcome. */
export const CheckUpLine = z.discriminatedUnion('line', [
  z.object({ line: z.literal('step'), step: CheckStep, state: z.enum(['good', 'bad', 'skipped']), ms: z.int() }),
  z.object({ line: z.literal('outcome'), outcome: CheckUp }),
]);
export type CheckUpLine = z.infer<typeof CheckUpLine>;

/** `GET /api/v1/links/{id}/history` (hosts and operators): what was said of a link and since when, newest first. */
export const LinkHistory = z.object({
  /** What viewers say of it now, where they have said anything lately. */
  viewers: LinkViewers.optional(),
  items: z.array(z.object({ at: Instant, health: StreamLink.shape.health, verdict: LinkVerdict, finding: Finding })),
});
export type LinkHistory = z.infer<typeof LinkHistory>;
