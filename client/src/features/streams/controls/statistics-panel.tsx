import type { StreamLink } from '@yunhui/contracts';
import { useEffect, useState } from 'react';
import { useTranslation } from '../../../platform/i18n/use-translation.js';
import { bufferedAhead } from '../engine/buffered-ahead.js';
import type { Statistics } from '../engine/engine.js';
import type { LinkStory } from '../viewing/viewing.rules.js';
import styles from './settings-sheet.module.css';

const LOOK_EVERY_MS = 1_000;
const megabits = (bitsPerSecond: number): string => (bitsPerSecond / 1_000_000).toFixed(1);

export type StatisticsPanelProps = {
  video: HTMLVideoElement;
  statistics: () => Statistics | undefined;
  delay: () => number | undefined;
  /** How this source has played here. */
  story: () => LinkStory | undefined;
  /** What the hub says of it, from its own looks and from all viewers. */
  health: () => StreamLink['health'] | undefined;
};

/** What plays and how, in numbers, for who looks closely or asks for help. */
export function StatisticsPanel({ video, statistics, delay, story, health }: StatisticsPanelProps) {
  const { t } = useTranslation();
  const [, look] = useState(0);
  useEffect(() => {
    const timer = setInterval(() => look((count) => count + 1), LOOK_EVERY_MS);
    return () => clearInterval(timer);
  }, []);
  const { bitsPerSecond, lineBitsPerSecond, engine, lowLatency } = statistics() ?? {};
  const { droppedVideoFrames, totalVideoFrames } = video.getVideoPlaybackQuality();
  const latencyS = delay();
  const said = health();
  const { firstFrameMs, stalls = 0, stalledMs = 0, errors = 0, trouble } = story() ?? {};
  const lines: [string, string | undefined][] = [
    [t('stats.size'), `${video.videoWidth}×${video.videoHeight}`],
    [t('stats.picture'), bitsPerSecond === undefined ? undefined : t('stats.megabits', { rate: megabits(bitsPerSecond) })],
    [t('stats.line'), lineBitsPerSecond ? t('stats.megabits', { rate: megabits(lineBitsPerSecond) }) : undefined],
    [t('stats.buffer'), t('stats.seconds', { seconds: bufferedAhead(video).toFixed(1) })],
    [t('stats.delay'), latencyS === undefined ? undefined : t('stats.seconds', { seconds: latencyS.toFixed(1) })],
    [t('stats.dropped'), t('stats.frames', { dropped: droppedVideoFrames, all: totalVideoFrames })],
    [t('stats.firstFrame'), firstFrameMs === undefined ? undefined : t('stats.milliseconds', { ms: firstFrameMs })],
    [t('stats.stalls'), t('stats.stalled', { count: stalls, seconds: (stalledMs / 1_000).toFixed(1) })],
    [t('stats.errors'), trouble ? t('stats.failed', { count: errors, why: t(`stats.trouble.${trouble}`) }) : `${errors}`],
    [t('stats.health'), said && t(`stats.health.${said}`)],
    [t('stats.engine'), engine && (lowLatency ? t('stats.lowLatency', { engine }) : engine)],
  ];
  return (
    <dl className={styles.statistics}>
      {lines.flatMap(([name, value]) =>
        value === undefined
          ? []
          : [
              <div key={name}>
                <dt>{name}</dt>
                <dd className="num">{value}</dd>
              </div>,
            ],
      )}
    </dl>
  );
}
