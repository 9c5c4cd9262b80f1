import type { LinkTrouble, StreamLink } from '@yunhui/contracts';
import type HlsType from 'hls.js';
import { mayRecover } from '../player.reducer.js';
import { bufferedAhead } from './buffered-ahead.js';
import type { EngineWords, StartAt, StreamEngine, Wishes } from './engine.js';
import { outlineAt } from './outline.js';
import type { Outline } from './outline.rules.js';

/**
 * The playlist is asked for before the library that plays it: a source that is gone is given up without it, and what
 * the playlist has decides which build is needed: the light one, that with captions, or for sound apart the full one, half as big again.
 */
async function loadHls({ captions, alternateAudio }: Outline): Promise<typeof HlsType> {
  if (alternateAudio) return (await import('hls.js')).default;
  return captions ? (await import('./hls-captions.js')).Hls : (await import('hls.js/light')).default;
}

/** Rejects when one has `left` meanwhile: attaching late would take the video away from the engine that came after. */
export async function startHls(
  video: HTMLVideoElement,
  link: StreamLink,
  wishes: Wishes,
  { failed, others, settled, changed }: EngineWords,
  { left, startAt = -1 }: { left: AbortSignal; startAt: StartAt },
): Promise<StreamEngine> {
  const outline = await outlineAt(link.url);
  const [Hls, { watchTroubles }] = await Promise.all([loadHls(outline), import('./watch-troubles.js')]);
  left.throwIfAborted();
  // Its worker would come from a blob: address, which the content security policy refuses. Where a playlist has parts, it
  // says itself how close to the edge one plays; where it has none, three target durations behind.
  const hls = new Hls({ enableWorker: false, backBufferLength: 30, capLevelToPlayerSize: true, startPosition: startAt });
  let recoveredAt: number | undefined;
  let given = false;
  const giveUp = (trouble: LinkTrouble) => {
    if (!given) failed(trouble);
    given = true;
  };

  hls.on(Hls.Events.ERROR, (_event, { fatal, type }) => {
    if (!fatal) return;
    if (type === Hls.ErrorTypes.MEDIA_ERROR && mayRecover(recoveredAt, Date.now())) {
      recoveredAt = Date.now();
      hls.recoverMediaError();
    } else giveUp(type === Hls.ErrorTypes.MEDIA_ERROR ? 'media' : 'lost');
  });
  watchTroubles(hls, Hls, { givenUp: giveUp, others, settled, bufferedS: () => bufferedAhead(video) });
  hls.on(Hls.Events.MANIFEST_PARSED, () => {
    wish(hls, wishes);
    changed();
  });
  hls.on(Hls.Events.AUDIO_TRACKS_UPDATED, () => {
    chooseSound(hls, wishes.sound);
    changed();
  });
  hls.loadSource((wishes.audioOnly && outline.audioOnly) || link.url);
  hls.attachMedia(video);

  return {
    delay: () => {
      const target = hls.liveSyncPosition;
      if (link.kind !== 'hls-live' || target === null) return undefined;
      return { latencyS: hls.latency, behindS: target - video.currentTime };
    },
    toLiveEdge: () => {
      video.currentTime = hls.liveSyncPosition ?? video.currentTime;
    },
    qualities: () =>
      hls.levels
        .filter(({ height }) => height > 0)
        .map(({ height, bitrate }) => ({ height, bitsPerSecond: bitrate }))
        .toSorted((a, b) => b.bitsPerSecond - a.bitsPerSecond),
    sounds: () => hls.audioTracks?.map(({ name, lang }) => ({ name, ...(lang && { language: lang }) })) ?? [],
    wish: (next) => wish(hls, next),
    bufferedS: () => bufferedAhead(video),
    statistics: () => ({
      bitsPerSecond: hls.levels[hls.currentLevel]?.bitrate,
      lineBitsPerSecond: hls.bandwidthEstimate,
      engine: `hls.js ${Hls.version} ${buildOf(outline)}`,
      lowLatency: (hls.latestLevelDetails?.partList?.length ?? 0) > 0,
    }),
    destroy: () => hls.destroy(),
  };
}

const buildOf = ({ captions, alternateAudio }: Outline): string => (alternateAudio ? 'full' : captions ? 'captions' : 'light');

/** Levels are in order of their bit rate, the lowest first; −1 leaves the choice to the line and the size of the player. */
function wish(hls: HlsType, { height, lowData, audioOnly, sound }: Wishes): void {
  const lowest = lowData || audioOnly;
  hls.capLevelToPlayerSize = !lowest && height === undefined;
  hls.autoLevelCapping = lowest ? 0 : -1;
  hls.nextLevel = lowest ? 0 : hls.levels.findLastIndex((level) => level.height === height);
  chooseSound(hls, sound);
}

/** Only the full build has sounds to choose from: in the others there are none. */
function chooseSound(hls: HlsType, wanted: string | undefined): void {
  const at = hls.audioTracks?.findIndex(({ name }) => name === wanted) ?? -1;
  if (at >= 0 && hls.audioTrack !== at) hls.audioTrack = at;
}
