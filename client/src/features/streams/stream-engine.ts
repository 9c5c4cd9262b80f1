import type { StreamLink } from '@yunhui/contracts';
import { mayRecover } from './player.reducer.js';

/** One link on one video element. Whoever starts it ends it: a forgotten engine keeps loading segments. */
export type StreamEngine = {
  /** Seconds behind the live edge, and behind where live playing would be; none for what is not live. */
  delay(): { latencyS: number; behindS: number } | undefined;
  toLiveEdge(): void;
  destroy(): void;
};

/** `failed` is told at most once, when the link is beyond help. */
export async function startEngine(video: HTMLVideoElement, link: StreamLink, failed: () => void): Promise<StreamEngine> {
  if (link.kind !== 'mp4' && 'MediaSource' in globalThis) return startHls(video, link, failed);
  return startNative(video, link, failed);
}

/** Browsers without MSE (phones by Apple) play HLS themselves. */
function startNative(video: HTMLVideoElement, link: StreamLink, failed: () => void): StreamEngine {
  video.addEventListener('error', failed, { once: true });
  video.src = link.url;
  const edge = () => (link.kind === 'hls-live' && video.seekable.length > 0 ? video.seekable.end(video.seekable.length - 1) : undefined);
  return {
    delay: () => {
      const end = edge();
      return end === undefined ? undefined : { latencyS: end - video.currentTime, behindS: end - video.currentTime };
    },
    toLiveEdge: () => {
      video.currentTime = edge() ?? video.currentTime;
    },
    destroy: () => {
      video.removeEventListener('error', failed);
      video.removeAttribute('src');
      video.load();
    },
  };
}

async function startHls(video: HTMLVideoElement, link: StreamLink, failed: () => void): Promise<StreamEngine> {
  const { default: Hls } = await import('hls.js/light');
  // Its worker would come from a blob: address, which the content security policy refuses.
  const hls = new Hls({ enableWorker: false, capLevelToPlayerSize: true, backBufferLength: 30, liveSyncDurationCount: 3 });
  let recoveredAt: number | undefined;

  hls.on(Hls.Events.ERROR, (_event, { fatal, type }) => {
    if (!fatal) return;
    if (type === Hls.ErrorTypes.MEDIA_ERROR && mayRecover(recoveredAt, Date.now())) {
      recoveredAt = Date.now();
      hls.recoverMediaError();
    } else failed();
  });
  hls.loadSource(link.url);
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
    destroy: () => hls.destroy(),
  };
}
