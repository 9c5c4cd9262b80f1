import type { Campaign, DayAxis, Lobby } from '@yunhui/contracts';
import type { ShanghaiDay } from '@yunhui/domain';
import { queryOptions, useQuery } from '@tanstack/react-query';
import { observeHubTime } from './clock.js';
import { read, readWithTime } from './http.js';

/** Besides what the topic of the lobby says: finds what is new, and states that nobody tracks. */
const RE_READ_MS = 60_000;

/** A campaign: its name, its windows, its service hours. */
export const useCampaign = (slug: string) =>
  useQuery({ queryKey: ['campaign', slug], queryFn: () => read<Campaign>(`/campaigns/${slug}`), staleTime: Infinity });

/** The day axis of a campaign, or of a region of it. */
export const dayAxisOf = (campaign: string, region: string | undefined, day: ShanghaiDay) =>
  queryOptions({
    queryKey: ['day', campaign, region, day],
    queryFn: () => read<DayAxis>(`/campaigns/${campaign}/day?date=${day}${region ? `&region=${region}` : ''}`),
    refetchInterval: RE_READ_MS,
  });

async function readLobby(campaign: string): Promise<Lobby> {
  const path = `/campaigns/${campaign}/lobby`;
  const { answer: lobby, at } = await readWithTime<Lobby>(path);
  observeHubTime(at ?? lobby.at, `/api/v1${path}`);
  return lobby;
}

/** The lobby as it was last read. */
export const lobbyOf = (campaign: string) =>
  queryOptions({ queryKey: ['lobby', campaign], queryFn: () => readLobby(campaign), refetchInterval: RE_READ_MS });
