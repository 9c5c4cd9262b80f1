import type { DemoChannel, DemoProgramme } from './demo-programme.js';

/** A room of the demo, and a campaign-wide topic that it carries. */
export type CarriedByRoom = { channel: string; topic: string; position: number };

/** Every room carries the action's own topic. */
const everywhere = 'yunshang-kepuri';
/** What a room carries besides when no topic is of its channel's domains. */
const elsewhere = 'yisheng-yipin';
/** Domains that have no topic of their own, and the topic people talk about them in. */
const nearest: Readonly<Record<string, string>> = { 科技创新: 'kehuan', 核科普: 'kehuan' };

/**
 * Which rooms carry which topics: the action's own in each, and one of the channel's domains: the one that the
 * fewest rooms carry so far, so that none is left without a room.
 */
export function carriedTopics(
  channels: readonly Pick<DemoChannel, 'slug' | 'domains'>[],
  topics: DemoProgramme['topics'],
): CarriedByRoom[] {
  const rooms = new Map<string, number>();
  return channels.flatMap(({ slug: channel, domains }) => {
    const fitting = domains.flatMap((domain) => topicsOf(domain, topics));
    const [own = elsewhere] = fitting.sort((a, b) => (rooms.get(a) ?? 0) - (rooms.get(b) ?? 0));
    rooms.set(own, (rooms.get(own) ?? 0) + 1);
    return [everywhere, own].map((topic, position) => ({ channel, topic, position }));
  });
}

function topicsOf(domain: string, topics: DemoProgramme['topics']): string[] {
  const own = topics.filter((topic) => topic.domain === domain && topic.slug !== everywhere).map(({ slug }) => slug);
  const near = nearest[domain];
  return own.length === 0 && near !== undefined ? [near] : own;
}
