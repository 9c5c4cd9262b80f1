import type { StreamLink } from '@yunhui/contracts';
import type { EngineWords, StreamEngine, Wishes } from './engine.js';
import { startHls } from './hls-engine.js';
import { startNative } from './native-engine.js';

/** Browsers without MSE (phones by Apple) play HLS themselves, captions and all. */
export async function startEngine(video: HTMLVideoElement, link: StreamLink, wishes: Wishes, words: EngineWords): Promise<StreamEngine> {
  if (link.kind !== 'mp4' && 'MediaSource' in globalThis) return startHls(video, link, wishes, words);
  return startNative(video, link, words);
}
