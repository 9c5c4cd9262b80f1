import { useEffect } from 'react';
import { useLatest } from '../../platform/use-latest.js';

/** Often enough that a stall is left within its patience and half a second. */
const LOOK_EVERY_MS = 500;
const WORD_AFTER_MS = 1_000;

/** What an eye on the picture tells. `since` is when it last moved. */
type PictureWords = {
  moves: (position: number) => void;
  /** A second without a move: worth a word. */
  stands: () => void;
  /** How long it may stand. */
  patienceMs: () => number;
  /** Too long without a move: the source is given up. */
  stalled: (since: number) => void;
  /** At each look, whatever it does. */
  looked: () => void;
};

/** The eye on the picture: progress is a `currentTime` that moves, whatever the events say. It rests while `excused`. */
export function usePictureWatch(video: HTMLVideoElement | null, attempt: string | undefined, excused: boolean, words: PictureWords): void {
  const latest = useLatest({ words, excused });
  useEffect(() => {
    if (!video || attempt === undefined) return undefined;
    let position = video.currentTime;
    let movedAt = Date.now();
    const look = () => {
      const { words: tell, excused: rests } = latest.current;
      const moved = video.currentTime !== position;
      position = video.currentTime;
      tell.looked();
      if (moved && !video.paused) tell.moves(position);
      if (moved || rests || document.hidden) movedAt = Date.now();
      const standsMs = Date.now() - movedAt;
      if (standsMs > WORD_AFTER_MS) tell.stands();
      if (standsMs <= tell.patienceMs()) return;
      tell.stalled(movedAt);
      movedAt = Date.now();
    };
    const timer = setInterval(look, LOOK_EVERY_MS);
    return () => clearInterval(timer);
  }, [video, attempt, latest]);
}
