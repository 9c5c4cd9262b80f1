import type { QueryClient } from '@tanstack/react-query';
import { channelOf } from '../features/channels/use-channel.js';
import { lookAhead } from '../features/streams/engine/outline.js';
import { isPlaying } from '../features/streams/playing.js';
import { playableLinks } from '../features/streams/slate/slate.rules.js';

/**
 * What a channel's page needs before anything of it is drawn: its first answer, and the playlist of what will play. The
 * picture is what one came for, so it is asked for first. A refusal is for the page to show.
 */
export async function beginChannel(queries: QueryClient, slug: string): Promise<void> {
  const channel = await queries.fetchQuery(channelOf(slug)).catch(() => undefined);
  const [first] = channel ? playableLinks(channel) : [];
  if (first && !isPlaying(slug)) lookAhead(first);
}
