import type { CheckUp, HostedLink, ListedLink } from '@yunhui/contracts';
import { linkClassOf } from '@yunhui/domain';
import { type LinkDetails, saidOf } from './details/link-details.rules.js';

const languageTag = /^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8}){0,3}$/;

/** What may be put into a list of what was checked; none of an address that can neither be played nor opened. */
export function linkFrom({ sight, address }: Pick<CheckUp, 'sight' | 'address'>): ListedLink | undefined {
  const looks = linkClassOf(address);
  const captions = sight.captions?.filter((tag) => languageTag.test(tag)).slice(0, 20);
  const seen = { url: address, ...(captions?.length && { captions }) };
  switch (looks.class) {
    case 'unplayable':
      return undefined;
    case 'embeddable':
      return { ...seen, kind: 'embed' };
    case 'open-in-app':
      return { ...seen, kind: 'open' };
    case 'playable':
      return { ...seen, kind: looks.form === 'mp4' ? 'mp4' : sight.kind === 'hls-vod' ? 'hls-vod' : 'hls-live' };
    case 'unclear':
      return { ...seen, kind: sight.kind === 'hls-vod' ? 'hls-vod' : 'hls-live' };
  }
}

/** A link as it stands, for a list that keeps it. */
export function keptLink({ id, kind, url, label, owner, language, captions, pictured, validFrom, validTo }: HostedLink): ListedLink {
  return { id, kind, url, label, owner, language, captions, pictured, validFrom, validTo };
}

/** The list with another link in one's place; what its owner said of that place goes over to it. */
export function swapped(links: readonly HostedLink[], id: string, by: ListedLink): ListedLink[] {
  return links.map((link) => {
    if (link.id !== id) return keptLink(link);
    const { label, owner, language, pictured, validFrom, validTo } = link;
    return { ...by, label, owner, language, pictured, validFrom, validTo };
  });
}

/** The list with other words on one of its links, which stays the link that it is. */
export function described(links: readonly HostedLink[], id: string, details: LinkDetails): ListedLink[] {
  return links.map((link) => ({ ...keptLink(link), ...(link.id === id && saidOf(link, details)) }));
}

/** The list with one link a place higher. */
export function raised(links: readonly HostedLink[], id: string): ListedLink[] {
  const at = links.findIndex((link) => link.id === id);
  const [before, link] = [links[at - 1], links[at]];
  if (!before || !link) return links.map(keptLink);
  return links
    .with(at - 1, link)
    .with(at, before)
    .map(keptLink);
}
