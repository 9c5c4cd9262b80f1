import type { CutTarget, StreamLink, Unreached } from '@yunhui/contracts';

/** What is on a channel now or next to it, as far as it can be cut off. */
export type CutPlace = {
  slug: string;
  title: string;
  titleEn: string;
  region: string;
  /** The region and all above it. */
  path: readonly string[];
  sessions: readonly { id: string; title: string; titleEn?: string }[];
  links: readonly StreamLink[];
};

/** A list for a person: more than this is a number. */
const mostNamed = 40;

/** The part of some places that a target means, as the links that would go off the air. */
export function linksOf(places: readonly CutPlace[], target: CutTarget, id: string): { channel: string; link: StreamLink }[] {
  const all = places.flatMap(({ slug, links }) => links.map((link) => ({ channel: slug, link })));
  return target === 'link' ? all.filter(({ link }) => link.id === id) : all;
}

/**
 * What goes on although we stop: a page of another platform that somebody opened there, and a player outside that has
 * the address of a stream, from a list it downloaded. Both are for people to follow up.
 */
export function unreachedOf(links: readonly { channel: string; link: StreamLink }[]): Unreached {
  const elsewhere = links.filter(({ link: { kind } }) => kind === 'open' || kind === 'embed');
  return {
    elsewhere: elsewhere
      .slice(0, mostNamed)
      .map(({ channel, link: { id, label, url } }) => ({ link: id, channel, ...(label !== undefined && { label }), url })),
    addresses: new Set(links.flatMap(({ link: { kind, url } }) => (kind === 'open' || kind === 'embed' ? [] : url))).size,
  };
}

/** What something is called in both languages; without an English name the Chinese one is its name. */
export type Called = { title: string; titleEn?: string };

/** How a link is called where it has no label: by its rank, as the page's strip of sources does. */
export function linkCalled({ label, rank }: Pick<StreamLink, 'label' | 'rank'>, channel: Pick<CutPlace, 'title' | 'titleEn'>): Called {
  return { title: `${channel.title} · ${label ?? `源 ${rank}`}`, titleEn: `${channel.titleEn} · ${label ?? `Source ${rank}`}` };
}
