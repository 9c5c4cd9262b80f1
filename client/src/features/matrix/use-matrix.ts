import type { Matrix } from '@yunhui/contracts';
import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { observeHubTime } from '../../platform/clock.js';
import { read } from '../../platform/http.js';
import { realtimeIfOpen, useTopic, useTrackedKeys } from '../../platform/realtime.js';
import { currentMatrix } from './matrix.rules.js';

/** Counts of today and what lies beyond the tracked keys come with the next reading. */
const RE_READ_MS = 60_000;
const MOST_KEYS = 64;

async function readMatrix(campaign: string, parent: string | undefined): Promise<Matrix> {
  const matrix = await read<Matrix>(`/campaigns/${campaign}/matrix${parent ? `?parent=${encodeURIComponent(parent)}` : ''}`);
  observeHubTime(matrix.at);
  return matrix;
}

/** A level of the matrix: read once by HTTP, then followed by the topic of the lobby. Without `parent` the provinces. */
export function useMatrix(campaign: string, parent: string | undefined) {
  const query = useQuery({
    queryKey: ['matrix', campaign, parent],
    queryFn: () => readMatrix(campaign, parent),
    refetchInterval: RE_READ_MS,
  });
  const level = query.data;
  const keys = useMemo(
    () => (level?.tiles ?? []).flatMap(({ channel }) => channel?.slug ?? []).slice(0, realtimeIfOpen()?.hello?.limits.keys ?? MOST_KEYS),
    [level],
  );
  const topic = useTopic(level?.topic, {
    mode: 'state',
    keys,
    ...(level && { start: { epoch: level.epoch, seq: level.seq, rev: level.rev } }),
  });
  useTrackedKeys(level?.topic, keys);
  const tiles = useMemo(() => currentMatrix(level?.tiles ?? [], topic?.state ?? {}), [level, topic?.state]);
  return { level, tiles, error: query.error, retry: query.refetch };
}
