import type { Matrix, MatrixTile } from '@yunhui/contracts';
import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { observeHubTime } from '../../platform/clock.js';
import { useCuts } from '../../platform/cuts.js';
import { readWithTime } from '../../platform/http.js';
import { realtimeIfOpen, useTopic, useTrackedKeys } from '../../platform/realtime.js';
import { currentMatrix } from './matrix.rules.js';

/** Counts of today and what lies beyond the tracked keys come with the next reading. */
const RE_READ_MS = 60_000;
const MOST_KEYS = 64;

async function readMatrix(campaign: string, parent: string | undefined): Promise<Matrix> {
  const path = `/campaigns/${campaign}/matrix${parent ? `?parent=${encodeURIComponent(parent)}` : ''}`;
  const { answer: matrix, at } = await readWithTime<Matrix>(path);
  observeHubTime(at ?? matrix.at, `/api/v1${path}`);
  return matrix;
}

/** A level as it is now: the way down to it, and its tiles. */
export type Level = { path: Matrix['path']; tiles: readonly MatrixTile[] };

/** A level of the matrix: read once by HTTP, then followed by the topic of the lobby. Without `parent` the provinces. */
export function useMatrix(campaign: string, parent: string | undefined) {
  const query = useQuery({
    queryKey: ['matrix', campaign, parent],
    queryFn: () => readMatrix(campaign, parent),
    refetchInterval: RE_READ_MS,
  });
  const matrix = query.data;
  const keys = useMemo(
    () => (matrix?.tiles ?? []).flatMap(({ channel }) => channel?.slug ?? []).slice(0, realtimeIfOpen()?.hello?.limits.keys ?? MOST_KEYS),
    [matrix],
  );
  const start = matrix && { epoch: matrix.epoch, seq: matrix.seq, rev: matrix.rev };
  const topic = useTopic(matrix?.topic, { mode: 'state', keys, start });
  useTrackedKeys(matrix?.topic, keys);
  const cuts = useCuts();
  const level = useMemo(
    (): Level | undefined => matrix && { path: matrix.path, tiles: currentMatrix(matrix.tiles, topic?.state ?? {}, cuts) },
    [matrix, topic?.state, cuts],
  );
  return { level, error: query.error, retry: query.refetch };
}
