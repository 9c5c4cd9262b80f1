import type { LinkTrouble, StreamLink } from '@yunhui/contracts';
import { outlineOf, type Outline } from './outline.rules.js';
import { kindOf } from './trouble.rules.js';

const OUTLINE_WITHIN_MS = 8_000;
/** A live playlist says something else soon after. */
const GOOD_FOR_MS = 5_000;

let ahead: { address: string; askedAt: number; outline: Promise<Outline> } | undefined;

/** Why there is no playlist to play. */
export class NoPlaylist extends Error {
  constructor(readonly trouble: LinkTrouble) {
    super(trouble);
  }
}

async function readOutline(address: string): Promise<Outline> {
  const answer = await fetch(address, { signal: AbortSignal.timeout(OUTLINE_WITHIN_MS) });
  if (!answer.ok) throw new NoPlaylist(kindOf(answer.status));
  const playlist = await answer.text();
  try {
    return outlineOf(playlist, answer.url);
  } catch {
    throw new NoPlaylist('unreadable');
  }
}

/** Phones by Apple have none, and play a playlist themselves. */
export const playsByCode = ({ kind }: StreamLink): boolean => kind !== 'mp4' && 'MediaSource' in globalThis;

/** Asks for the playlist of what will play while its page is still to be drawn. Whether it is there shows when it plays. */
export function lookAhead(link: StreamLink): void {
  if (!playsByCode(link)) return;
  const outline = readOutline(link.url);
  outline.catch(() => undefined);
  ahead = { address: link.url, askedAt: Date.now(), outline };
}

/** What a playlist has; once it may have been asked for ahead. */
export function outlineAt(address: string): Promise<Outline> {
  const known = ahead;
  ahead = undefined;
  return known?.address === address && Date.now() - known.askedAt < GOOD_FOR_MS ? known.outline : readOutline(address);
}
