import type { HashtagList, HashtagPage, LobbyChannel } from '@yunhui/contracts';
import { useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { read } from '../../../platform/http.js';
import { useTopic, useTrackedKeys } from '../../../platform/realtime.js';
import { inFirstOrder } from './first-order.js';

/** Counts that nobody waits for: the posts themselves arrive by the topic. */
const COUNTS_EACH_MS = 15_000;

/** The topics of a campaign. Their order is that of the first answer: cards stay where they are while the counts rise. */
export function useHashtags(campaign: string) {
  const query = useQuery({
    queryKey: ['hashtags', campaign],
    queryFn: () => read<HashtagList>(`/campaigns/${campaign}/topics`),
    refetchInterval: COUNTS_EACH_MS,
  });
  const { data } = query;
  const [order, setOrder] = useState<{ campaign: string; slugs: readonly string[] }>();
  if (data && order?.campaign !== campaign) setOrder({ campaign, slugs: data.items.map(({ slug }) => slug) });
  const items = useMemo(() => data && inFirstOrder(data.items, order?.slugs ?? []), [data, order]);
  return { items, error: query.error, retry: query.refetch };
}

export function useHashtag(campaign: string, slug: string) {
  const query = useQuery({
    queryKey: ['hashtag', campaign, slug],
    queryFn: () => read<HashtagPage>(`/campaigns/${campaign}/topics/${slug}`),
    refetchInterval: COUNTS_EACH_MS,
  });
  return { hashtag: query.data, error: query.error, retry: query.refetch };
}

/** These channels as they are now; their order stays. */
export function useLiveChannels(campaign: string, channels: readonly LobbyChannel[]): readonly LobbyChannel[] {
  const topic = `lobby:${campaign}`;
  const joined = channels.map(({ slug }) => slug).join(' ');
  const keys = useMemo(() => (joined === '' ? [] : joined.split(' ')), [joined]);
  const view = useTopic(keys.length > 0 ? topic : undefined, { mode: 'state', keys });
  useTrackedKeys(keys.length > 0 ? topic : undefined, keys);
  return channels.map((channel) => (view?.state[channel.slug] as LobbyChannel | undefined) ?? channel);
}
