import type { StreamLink } from '@yunhui/contracts';
import { createStore } from '../../platform/store.js';
import type { OutageLog } from './outage.rules.js';

/**
 * What plays in this page, if anything: there is one player, wherever it is shown. `slot` is its place on the channel's
 * page; without one it goes on in the corner.
 */
type Playing = { slug: string; slot?: HTMLElement };

const playing = createStore<Playing | undefined>(undefined);

export const usePlaying = (): Playing | undefined => playing.use();

export const isPlaying = (slug: string): boolean => playing.get()?.slug === slug;

/** A channel's page has a place for its player. Another channel's stops: only one decodes at once. */
export const showOnPage = (slug: string, slot: HTMLElement): void => playing.set({ slug, slot });

/** The page is left. What plays goes on in the corner; what does not is closed. */
export function leavePage(slug: string, goesOn: boolean): void {
  if (playing.get()?.slug === slug) playing.set(goesOn ? { slug } : undefined);
}

export const closePlayer = (): void => playing.set(undefined);

/** What the player lets others on the page see and do: the strip of sources, 省流. */
type Desk = {
  slug: string;
  /** Best first, as they are tried. */
  links: readonly StreamLink[];
  /** The one that plays or is tried. */
  link: StreamLink | undefined;
  /** Asked of the video itself: what the page knows of its picture is a look late. */
  isOn: () => boolean;
  audioOnly: boolean;
  outages: OutageLog;
  choose: (link: StreamLink) => void;
  listenOnly: (on: boolean) => void;
};

export const desk = createStore<Desk | undefined>(undefined);

/** The desk of a channel's player, while it is the one that is on. */
export function useDesk(slug: string): Desk | undefined {
  const now = desk.use();
  return now?.slug === slug ? now : undefined;
}
