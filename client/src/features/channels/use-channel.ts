import type { Channel } from '@yunhui/contracts';
import { queryOptions, useQuery } from '@tanstack/react-query';
import { useEffect, useMemo, useState } from 'react';
import { read } from '../../platform/http.js';
import { useTopicValue, withRealtime } from '../../platform/realtime.js';
import { afterCut, applyCuts, currentChannel, isOutdated, tileIn } from './channel.rules.js';

/** A room changes for thousands at once: they read the channel again by lot within this. */
const RE_READ_WITHIN_MS = 1_500;
const RE_READ_MS = 60_000;

/** A channel as it was last read. */
export const channelOf = (slug: string) =>
  queryOptions({ queryKey: ['channel', slug], queryFn: () => read<Channel>(`/channels/${slug}`), refetchInterval: RE_READ_MS });

/** A channel: read by HTTP, carried on by its room's topic, and read again when a state or session is another. */
export function useChannel(slug: string) {
  const query = useQuery(channelOf(slug));
  const { data, refetch } = query;
  const tile = tileIn(useTopicValue(data?.topic, 'channel'));

  const outdated = data !== undefined && isOutdated(data, tile);
  useEffect(() => {
    if (!outdated) return undefined;
    const timer = setTimeout(() => void refetch(), Math.random() * RE_READ_WITHIN_MS);
    // An answer from a cache may still be the old one: asked again until it fits.
    const again = setInterval(() => void refetch(), RE_READ_WITHIN_MS * 2);
    return () => {
      clearTimeout(timer);
      clearInterval(again);
    };
  }, [outdated, refetch]);

  const cuts = useCuts();
  const channel = useMemo(() => data && applyCuts(currentChannel(data, tile), cuts), [data, tile, cuts]);
  return { channel, error: query.error, refetch };
}

/** A channel for who only glances at it: its room is not joined, but what is cut off is known at once. */
export function useGlance(slug: string) {
  const { data, refetch } = useQuery(channelOf(slug));
  const cuts = useCuts();
  return { channel: useMemo(() => data && applyCuts(data, cuts), [data, cuts]), refetch };
}

/** What the hub has told every page to stop playing: it reaches players before any state does. */
function useCuts(): ReadonlySet<string> {
  const [cuts, setCuts] = useState<ReadonlySet<string>>(new Set());
  useEffect(() => withRealtime((client) => client.onCut((cut) => setCuts((before) => afterCut(before, cut)))), []);
  return cuts;
}
