import { z } from 'zod';

/** An immutable name in paths and topics. A renamed thing keeps its slug; titles are data. */
export const Slug = z.string().regex(/^[a-z0-9-]{1,64}$/, 'must be a slug of [a-z0-9-], 1 to 64');
export type Slug = z.infer<typeof Slug>;

/** A region's key: its GB/T 2260 code where there is one, else `CN`, `XPCC`, `TS-…`, `CD-…`. */
export const RegionKey = z.string().regex(/^[A-Z0-9-]{1,32}$/);
export type RegionKey = z.infer<typeof RegionKey>;

/**
 * The name of a topic: `lobby:{campaign}`, `room:{channel}`, `hashtag:{campaign}:{slug}`,
 * `queue:{scope}`, `desk:{scope}`, `activity:{id}`, `inbox:{user}`. Parts are slugs.
 */
export const TopicName = z
  .string()
  .max(200)
  .regex(
    /^(lobby|room|queue|desk|activity|inbox):[a-z0-9-]{1,64}$|^hashtag:[a-z0-9-]{1,64}:[a-z0-9-]{1,64}$/,
    'must be the name of a topic',
  );
export type TopicName = z.infer<typeof TopicName>;

/** Milliseconds since 1970 UTC: every time in realtime. */
export const Millis = z.int().min(0);
export type Millis = z.infer<typeof Millis>;

/** ISO 8601 with offset: every time in an HTTP resource. */
export const Instant = z.iso.datetime({ offset: true });
export type Instant = z.infer<typeof Instant>;
