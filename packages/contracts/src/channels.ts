import { z } from 'zod';
import { Instant, RegionKey, Slug, TopicName } from './ids.js';
import { LinkWish, StreamLink } from './links.js';

/** The seven live states. They come from the stream and the host's signal, never from the clock alone. */
export const LiveState = z.enum(['scheduled', 'due', 'live', 'interrupted', 'ended', 'replay', 'blocked']);
export type LiveState = z.infer<typeof LiveState>;

export const Session = z.object({
  id: z.string(),
  channel: Slug,
  title: z.string(),
  titleEn: z.string().optional(),
  form: z.string(),
  domain: z.string().optional(),
  summary: z.string().optional(),
  /** Its host's picture, at `GET /api/v1/uploads/{cover}/{width}`; stands for it until there is a still. */
  cover: z.uuid().optional(),
  startsAt: Instant,
  endsAt: Instant,
  state: LiveState,
  /** Filler 重播: shown before, and put here to bridge a gap. */
  repeat: z.boolean().optional(),
  /** Due, past its start, and no stream has come: 主播尚未开播. */
  late: z.boolean(),
  /** It does not take place, for this reason. It stays where it was announced; its state is `ended`. `postponed`: at another time, which nobody knows yet. */
  cancelled: z.object({ reason: z.string(), postponed: z.boolean().optional() }).optional(),
  /** It was announced for another start; the reason is told where there is one. */
  moved: z.object({ from: Instant, reason: z.string().optional() }).optional(),
});
export type Session = z.infer<typeof Session>;

/** `POST /api/v1/channels/{slug}/sessions` (operators of the channel's region). The links' order is their rank. */
export const PlanSession = z
  .object({
    title: z.string().trim().min(1).max(200),
    titleEn: z.string().trim().max(200).optional(),
    form: z.string().trim().min(1).max(20),
    domain: z.string().trim().max(20).optional(),
    summary: z.string().trim().max(1_000).optional(),
    startsAt: Instant,
    endsAt: Instant,
    links: z.array(LinkWish).max(8),
  })
  .refine(({ startsAt, endsAt }) => Date.parse(startsAt) < Date.parse(endsAt), { path: ['endsAt'], message: 'must be after startsAt' });
export type PlanSession = z.infer<typeof PlanSession>;

const Reason = z.string().trim().min(1).max(200);

/** `PUT /api/v1/sessions/{id}/slot` (operators of the channel's region): another time on the same channel; only a later end when it is on. */
export const MoveSession = z
  .object({ startsAt: Instant, endsAt: Instant, reason: Reason.optional() })
  .refine(({ startsAt, endsAt }) => Date.parse(startsAt) < Date.parse(endsAt), { path: ['endsAt'], message: 'must be after startsAt' });
export type MoveSession = z.infer<typeof MoveSession>;

/** `PUT /api/v1/sessions/{id}/cancellation` (operators of the channel's region): it does not take place, and why; or it does after all. */
export const CancelSession = z.discriminatedUnion('on', [
  z.object({ on: z.literal(true), reason: Reason }),
  z.object({ on: z.literal(false) }),
]);
export type CancelSession = z.infer<typeof CancelSession>;

/**
 * `PUT /api/v1/sessions/{id}/signal` (hosts and operators of the channel's region): the host's word that it has begun, from a quarter of an
 * hour before its start, or that it has ended; null takes it back. It makes nothing live by itself: a stream has to be seen, or a
 * page on another platform given.
 */
export const SignalSession = z.object({ signal: z.enum(['started', 'ended']).nullable() });
export type SignalSession = z.infer<typeof SignalSession>;

/** The featured item 品 of a region. */
export const Speciality = z.object({ title: z.string(), story: z.string(), lineEn: z.string().optional() });
export type Speciality = z.infer<typeof Speciality>;

/** `GET /api/v1/channels/{slug}` */
export const Channel = z.object({
  slug: Slug,
  campaign: Slug,
  title: z.string(),
  titleEn: z.string(),
  region: z.object({ key: RegionKey, name: z.string(), nameEn: z.string().optional(), abbr: z.string().optional() }),
  host: z.string().optional(),
  hostEn: z.string().optional(),
  speciality: Speciality.optional(),
  state: LiveState,
  late: z.boolean(),
  viewers: z.int(),
  current: Session.optional(),
  next: Session.optional(),
  /** Today's sessions in Asia/Shanghai, in order. */
  today: z.array(Session),
  links: z.array(StreamLink),
  /** How often they were changed, as the tile's session has it. */
  linksVersion: z.int().optional(),
  topic: TopicName,
  /** The campaign-wide topics 话题 this room carries: a client joins them too and merges. */
  carries: z.array(z.object({ topic: TopicName, slug: Slug, title: z.string(), titleEn: z.string().optional() })),
  roundTheClock: z.boolean(),
  /** 示例: invented content of the demo. */
  sample: z.boolean(),
});
export type Channel = z.infer<typeof Channel>;
