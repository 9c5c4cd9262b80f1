import { type Channel, type Cut, cutStateKey } from '@yunhui/contracts';
import { queryOptions, useQuery } from '@tanstack/react-query';
import { useEffect, useMemo, useRef } from 'react';
import { useCuts } from '../../platform/cuts.js';
import { cutsOf } from '../../platform/cuts.rules.js';
import { read } from '../../platform/http.js';
import { useTopicValue } from '../../platform/realtime.js';
import { applyCuts, currentChannel, isOutdated, tileIn } from './channel.rules.js';

/** A room changes for thousands at once: they read the channel again by lot within this. */
const RE_READ_WITHIN_MS = 1_500;
const RE_READ_MS = 60_000;

/** A channel as it was last read. */
export const channelOf = (slug: string) =>
  queryOptions({ queryKey: ['channel', slug], queryFn: () => read<Channel>(`/channels/${slug}`), refetchInterval: RE_READ_MS });

/** A channel: read by HTTP, carried on by its room's topic, and read again when a state or session is another. Its still is the topic's alone. */
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

  const cuts = useCutsOf(slug, data?.topic);
  useReadAgain(cuts, refetch);
  const channel = useMemo(() => data && applyCuts(currentChannel(data, tile), cuts), [data, tile, cuts]);
  return { channel, still: tile?.still, error: query.error, refetch };
}

/** A channel for who only glances at it: its room is not joined, but what is cut off is known at once. */
export function useGlance(slug: string) {
  const { data, refetch } = useQuery(channelOf(slug));
  const cuts = useCuts();
  useReadAgain(cuts, refetch);
  return { channel: useMemo(() => data && applyCuts(data, cuts), [data, cuts]), refetch };
}

/** What is cut off, from whichever way it comes first: the word to every socket, or the room's state. */
function useCutsOf(slug: string, topic: string | undefined): readonly Cut[] {
  const told = useCuts();
  const said = useTopicValue(topic, cutStateKey);
  return useMemo(() => [...told, ...cutsOf(said, slug)], [told, said, slug]);
}

/** What is on the air again has its links in the resource: it is read again, by lot, when another thing is cut off. */
function useReadAgain(cuts: readonly Cut[], refetch: () => unknown): void {
  const key = cuts.map(({ target, id }) => `${target} ${id}`).join();
  const known = useRef(key);
  useEffect(() => {
    if (known.current === key) return undefined;
    known.current = key;
    const timers = [Math.random() * RE_READ_WITHIN_MS, RE_READ_WITHIN_MS * (1.5 + Math.random())].map((ms) =>
      setTimeout(() => void refetch(), ms),
    );
    return () => {
      for (const timer of timers) clearTimeout(timer);
    };
  }, [key, refetch]);
}
