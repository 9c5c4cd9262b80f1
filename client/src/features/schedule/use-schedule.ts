import type { DayAxis, LobbyChannel, Schedule } from '@yunhui/contracts';
import { shanghaiDayAfter, shanghaiInstant, startOfShanghaiDay, type ShanghaiDay } from '@yunhui/domain';
import { queryOptions, useQueries, useQuery } from '@tanstack/react-query';
import { useEffect, useMemo } from 'react';
import { dayAxisOf } from '../../platform/campaign.js';
import { read } from '../../platform/http.js';
import { isTile } from '../../platform/lobby-topic.rules.js';
import { useTopic, useTrackedKeys } from '../../platform/realtime.js';
import { isOutdated, withTiles } from './list.rules.js';

const RE_READ_MS = 60_000;
/** A state changes for everybody who looks at once: they read the day again by lot within this. */
const RE_READ_WITHIN_MS = 1_500;
/** As many keys of the lobby as one reader may follow. */
export const MOST_KEYS = 64;

export type Scope = { campaign: string; region?: string | undefined };

function queryOf({ campaign, region }: Scope, first: ShanghaiDay, days: number) {
  const from = encodeURIComponent(shanghaiInstant(startOfShanghaiDay(first)));
  const to = encodeURIComponent(shanghaiInstant(startOfShanghaiDay(shanghaiDayAfter(first, days))));
  const path = `/campaigns/${campaign}/schedule?from=${from}&to=${to}${region ? `&region=${region}` : ''}`;
  return queryOptions({
    queryKey: ['schedule', campaign, region, first, days],
    queryFn: () => read<Schedule>(path),
    refetchInterval: RE_READ_MS,
  });
}

/** What runs on these days. */
export const useDays = (scope: Scope, first: ShanghaiDay, days: number, enabled = true) =>
  useQuery({ ...queryOf(scope, first, days), enabled });

/** The day axes of some days, in their order; what has not come yet is undefined. */
export function useDayAxes({ campaign, region }: Scope, days: readonly ShanghaiDay[]): readonly (DayAxis | undefined)[] {
  return useQueries({ queries: days.map((day) => dayAxisOf(campaign, region, day)) }).map(({ data }) => data);
}

/** What the lobby says of these channels now. */
export function useTiles(campaign: string, slugs: readonly string[]): ReadonlyMap<string, LobbyChannel> {
  const topicName = slugs.length > 0 ? `lobby:${campaign}` : undefined;
  const keys = slugs.slice(0, MOST_KEYS).toSorted();
  const topic = useTopic(topicName, { mode: 'state', keys });
  useTrackedKeys(topicName, keys);
  return useMemo(
    () => new Map(Object.values(topic?.state ?? {}).flatMap((value) => (isTile(value) ? [[value.slug, value]] : []))),
    [topic?.state],
  );
}

/** A day with what the lobby has said of these channels since; read again when they show another session. */
export function useLiveDay(scope: Scope, day: ShanghaiDay, followed: readonly string[]) {
  const query = useDays(scope, day, 1);
  const tiles = useTiles(scope.campaign, followed);
  const { data, refetch } = query;
  const outdated = data !== undefined && isOutdated(data.sessions, tiles);
  useEffect(() => {
    if (!outdated) return undefined;
    const timer = setTimeout(() => void refetch(), Math.random() * RE_READ_WITHIN_MS);
    const again = setInterval(() => void refetch(), RE_READ_WITHIN_MS * 4);
    return () => {
      clearTimeout(timer);
      clearInterval(again);
    };
  }, [outdated, refetch]);
  const schedule = useMemo(() => data && { ...data, sessions: [...withTiles(data.sessions, tiles)] }, [data, tiles]);
  return { schedule, tiles, error: query.error, retry: () => void refetch() };
}
