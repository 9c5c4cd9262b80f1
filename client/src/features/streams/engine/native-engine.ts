import type { StreamLink } from '@yunhui/contracts';
import { bufferedAhead } from './buffered-ahead.js';
import type { EngineWords, StartAt, StreamEngine } from './engine.js';

/** The browser's own player: it chooses the quality itself and offers no other. */
export function startNative(video: HTMLVideoElement, link: StreamLink, { failed }: EngineWords, startAt: StartAt): StreamEngine {
  const broken = () => failed('media');
  video.addEventListener('error', broken, { once: true });
  const skip = () => {
    if (startAt !== undefined) video.currentTime = startAt;
  };
  video.addEventListener('loadedmetadata', skip, { once: true });
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
    qualities: () => [],
    sounds: () => [],
    wish: () => undefined,
    bufferedS: () => bufferedAhead(video),
    statistics: () => ({ engine: 'native' }),
    destroy: () => {
      video.removeEventListener('error', broken);
      video.removeEventListener('loadedmetadata', skip);
      video.removeAttribute('src');
      video.load();
    },
  };
}
