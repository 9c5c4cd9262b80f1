import type { LobbyChannel, SearchAnswer } from '@yunhui/contracts';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { lobbyOf } from '../../platform/campaign.js';
import { read } from '../../platform/http.js';
import { remember, remembered } from '../../platform/memory.js';
import { recentIn, withRecent } from './search.rules.js';

const MOST_HITS = 40;
const MOST_LIVE = 6;

/** What the hub finds. An older search is given up when a newer one is asked; its results stay until the newer ones come. */
export function useHits(campaign: string, q: string) {
  return useQuery({
    queryKey: ['search', campaign, q],
    queryFn: ({ signal }) => read<SearchAnswer>(`/campaigns/${campaign}/search?q=${encodeURIComponent(q)}&limit=${MOST_HITS}`, signal),
    enabled: q !== '',
    placeholderData: q === '' ? undefined : keepPreviousData,
    retry: 1,
  });
}

/** What is on now, the most watched first: for who does not know yet what to look for. */
export function useLiveNow(campaign: string): readonly LobbyChannel[] {
  const { data } = useQuery(lobbyOf(campaign));
  const live = data?.channels.filter(({ state }) => state === 'live') ?? [];
  return live.toSorted((one, other) => other.viewers - one.viewers).slice(0, MOST_LIVE);
}

/** The searches that led somewhere, kept on this device only, and at once: what keeps one leads away from the page. */
export function useRecent() {
  const [recent, setRecent] = useState(() => recentIn(remembered('searches')));
  const change = (next: readonly string[]) => {
    setRecent(next);
    remember('searches', next.length > 0 ? JSON.stringify(next) : undefined);
  };
  return {
    recent,
    keep: (text: string) => change(withRecent(recent, text)),
    drop: (text: string) => change(recent.filter((other) => other !== text)),
    clear: () => change([]),
  };
}
