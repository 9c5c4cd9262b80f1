import { z } from 'zod';
import { Cut } from './events.js';
import { Instant, Slug } from './ids.js';

/** What one action takes off the air: an address, a session, a channel, or every channel of a region and below it. */
export const CutTarget = Cut.shape.target;
export type CutTarget = z.infer<typeof CutTarget>;

/** `POST /api/v1/cuts` (moderators and operators of the place): 即时阻断. */
export const CutOff = z.object({
  /** Made by the client, so that a second try after a lost answer is the same act. */
  act: z.uuid(),
  target: CutTarget,
  /** A link's or session's id, a channel's slug, a region's key in any case. */
  id: z.string().trim().min(1).max(200),
  /** For colleagues and the audit; it never leaves the desk. */
  reason: z.string().trim().min(1).max(200),
});
export type CutOff = z.infer<typeof CutOff>;

/** What no word of ours stops: it is for whoever cuts to know, and to follow up elsewhere. */
export const Unreached = z.object({
  /** Pages on other platforms: who opened one there goes on watching there. */
  elsewhere: z.array(z.object({ link: z.string(), channel: Slug, label: z.string().optional(), url: z.string() })),
  /** Streams whose address players outside may have, from a list they downloaded. */
  addresses: z.int(),
});
export type Unreached = z.infer<typeof Unreached>;

/** Something that is cut off, as who may undo it sees it. */
export const CutStanding = z.object({
  target: CutTarget,
  id: z.string(),
  /** As it was called when it was cut off. */
  title: z.string(),
  titleEn: z.string().optional(),
  reason: z.string(),
  by: z.object({ id: z.string(), name: z.string() }),
  at: Instant,
  /** In the audit. Until Postgres is back an act is kept in Redis alone, and holds all the same. */
  kept: z.boolean(),
  unreached: Unreached,
});
export type CutStanding = z.infer<typeof CutStanding>;

/** `GET /api/v1/cuts`: what is cut off where one may cut, the latest first. */
export const CutList = z.object({ items: z.array(CutStanding) });
export type CutList = z.infer<typeof CutList>;

/** Something that could be cut off, and what that would take off the air. */
export const CutChoice = z.object({
  target: CutTarget,
  id: z.string(),
  title: z.string(),
  titleEn: z.string().optional(),
  /** Of a region: how many channels it has. */
  channels: z.int(),
  /** It is cut off already. */
  isCut: z.boolean(),
  unreached: Unreached,
});
export type CutChoice = z.infer<typeof CutChoice>;

/** `GET /api/v1/cuts/choices?channel=`: the smallest first. */
export const CutChoices = z.object({ items: z.array(CutChoice) });
export type CutChoices = z.infer<typeof CutChoices>;

/** State key of a room: what of its channel is cut off, for pages without a socket. No key: nothing is, or not any more. */
export const cutStateKey = 'cut';
export const ChannelCut = z.object({
  whole: z.boolean().optional(),
  sessions: z.array(z.string()).optional(),
  links: z.array(z.string()).optional(),
});
export type ChannelCut = z.infer<typeof ChannelCut>;
