import type { ListedLink } from '@yunhui/contracts';
import { linkClassOf } from '@yunhui/domain';

/** A link that the session has or had. */
export type KnownLink = { id: string; kind: ListedLink['kind']; url: string; isListed: boolean };
/** What a change makes of a list: every wish with the link that it is, and what is not in it any more. */
export type ListChange = { links: (ListedLink & { id: string })[]; taken: string[] };

/** Whether an address can be watched the way that somebody says. What it is by its looks is ours to say, not the asker's. */
export function fitsKind({ kind, url }: Pick<ListedLink, 'kind' | 'url'>): boolean {
  const looks = linkClassOf(url);
  switch (looks.class) {
    case 'playable':
      return looks.form === 'mp4' ? kind === 'mp4' : kind === 'hls-live' || kind === 'hls-vod';
    case 'embeddable':
      return kind === 'embed' || kind === 'open';
    case 'open-in-app':
      return kind === 'open';
    case 'unclear':
      return kind === 'hls-live' || kind === 'hls-vod';
    case 'unplayable':
      return false;
  }
}

/**
 * Which link each wish is. One with another address is another link, so that what was read of the old one is never said of
 * the new one, and the old one can be taken back with its history.
 */
export function changeOf(known: readonly KnownLink[], wished: readonly ListedLink[], newId: () => string): ListChange {
  const byId = new Map(known.map((link) => [link.id, link]));
  const used = new Set<string>();
  const links = wished.map((wish) => {
    const was = wish.id === undefined || used.has(wish.id) ? undefined : byId.get(wish.id);
    const id = was && was.url === wish.url && was.kind === wish.kind ? was.id : newId();
    used.add(id);
    return { ...wish, id };
  });
  return { links, taken: known.filter(({ id, isListed }) => isListed && !used.has(id)).map(({ id }) => id) };
}
