import type { StreamLink } from '@yunhui/contracts';
import type { EngineWords, StartAt, StreamEngine, Wishes } from './engine.js';
import { startHls } from './hls-engine.js';
import { startNative } from './native-engine.js';
import { playsByCode } from './outline.js';

/**
 * Browsers without MSE (phones by Apple) play HLS themselves, captions and all. Once one has `left`, nothing touches the
 * video any more: the start is rejected.
 */
export async function startEngine(
  video: HTMLVideoElement,
  link: StreamLink,
  wishes: Wishes,
  words: EngineWords,
  { left, startAt }: { left: AbortSignal; startAt: StartAt },
): Promise<StreamEngine> {
  if (playsByCode(link)) return startHls(video, link, wishes, words, { left, startAt });
  return startNative(video, link, words, startAt);
}
