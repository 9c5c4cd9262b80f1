import type { StreamLink } from '@yunhui/contracts';
import { useCallback, useEffect, useReducer, useRef, useState } from 'react';
import { useLatest } from '../../platform/use-latest.js';
import { idle, nextPlayerState, retryDelayMs, stallPatienceMs, type PlayerState } from './player.reducer.js';
import { startEngine, type StreamEngine } from './stream-engine.js';

const LOOK_EVERY_MS = 1000;

export type Delay = { latencyS: number; behindS: number };

export type Player = {
  /** Goes on the element that plays, which starts muted. */
  attach: (video: HTMLVideoElement | null) => void;
  state: PlayerState;
  muted: boolean;
  delay: Delay | undefined;
  /** A source was left for another; for the one line that says so. */
  switchedFrom: number | undefined;
  togglePlay: () => void;
  setMuted: (muted: boolean) => void;
  toLiveEdge: () => void;
  retry: () => void;
};

/** Tries with what the page asks for, and muted when the browser insists; `refused` when it lets nothing play before a tap. */
async function tryToPlay(video: HTMLVideoElement): Promise<'plays' | 'refused'> {
  try {
    await video.play();
    return 'plays';
  } catch (error) {
    // Any other refusal is a source that is not there yet: the engine and the watch over progress deal with it.
    if (!(error instanceof DOMException) || error.name !== 'NotAllowedError') return 'plays';
    return 'refused';
  }
}

/**
 * Plays the best link that works on a video element: fails over by rank, watches that the picture moves, and when all
 * links have failed asks again (`onExhausted`, for fresh links from the hub) before the next round.
 */
export function usePlayer({
  links,
  onExhausted,
  onProgress,
}: {
  links: readonly StreamLink[];
  onExhausted: () => void;
  onProgress: (position: number) => void;
}): Player {
  const video = useRef<HTMLVideoElement>(null);
  const attach = useCallback((element: HTMLVideoElement | null) => {
    video.current = element;
  }, []);
  const [state, dispatch] = useReducer(nextPlayerState, idle);
  const [muted, setMutedState] = useState(true);
  const [delay, setDelay] = useState<Delay>();
  const engine = useRef<StreamEngine | undefined>(undefined);
  const latest = useLatest({ links, onExhausted, onProgress, state });

  // Links are the same as long as their addresses are: another health of one is no reason to start anew.
  const addresses = links.map(({ url }) => url).join(' ');
  useEffect(() => {
    dispatch({ type: 'load', links: latest.current.links.length });
  }, [addresses, latest]);

  const fail = useCallback(() => {
    dispatch({ type: 'failed', links: latest.current.links.length });
  }, [latest]);

  const attempt = 'link' in state ? `${addresses} ${state.link}` : undefined;
  useEffect(() => {
    const element = video.current;
    const { state: at, links: now } = latest.current;
    const link = 'link' in at ? now[at.link] : undefined;
    if (!element || !link || attempt === undefined) return undefined;

    let left = false;
    void startEngine(element, link, () => left || fail()).then(
      (started) => {
        if (left) return started.destroy();
        engine.current = started;
        return tryToPlay(element).then((outcome) => {
          if (!left && outcome === 'refused') dispatch({ type: 'autoplay refused' });
        });
      },
      () => left || fail(),
    );
    return () => {
      left = true;
      engine.current?.destroy();
      engine.current = undefined;
      setDelay(undefined);
    };
  }, [attempt, latest, fail]);

  // The eye on the picture: progress is a currentTime that moves, whatever the events say.
  useEffect(() => {
    const element = video.current;
    if (!element || attempt === undefined) return undefined;
    let position = element.currentTime;
    let movedAt = Date.now();
    const look = () => {
      const { phase } = latest.current.state;
      const moved = element.currentTime !== position;
      position = element.currentTime;
      if (moved || phase === 'paused' || phase === 'refused' || document.hidden) movedAt = Date.now();
      if (moved && !element.paused) {
        dispatch({ type: 'progress' });
        latest.current.onProgress(position);
      } else if (phase === 'playing' && Date.now() - movedAt > LOOK_EVERY_MS) dispatch({ type: 'waiting' });
      setDelay(engine.current?.delay());
      if (Date.now() - movedAt > stallPatienceMs) {
        movedAt = Date.now();
        fail();
      }
    };
    const finished = () => dispatch({ type: 'finished' });
    const timer = setInterval(look, LOOK_EVERY_MS);
    element.addEventListener('ended', finished);
    return () => {
      clearInterval(timer);
      element.removeEventListener('ended', finished);
    };
  }, [attempt, latest, fail]);

  const retry = useCallback(() => {
    latest.current.onExhausted();
    dispatch({ type: 'retry', links: latest.current.links.length });
  }, [latest]);

  const round = state.phase === 'exhausted' ? state.round : undefined;
  useEffect(() => {
    if (round === undefined) return undefined;
    latest.current.onExhausted();
    const timer = setTimeout(retry, retryDelayMs(round, Math.random()));
    return () => clearTimeout(timer);
  }, [round, retry, latest]);

  const setMuted = (next: boolean) => {
    if (video.current) video.current.muted = next;
    setMutedState(next);
  };

  const togglePlay = () => {
    const element = video.current;
    if (!element) return;
    if (element.paused) {
      dispatch({ type: 'resumed' });
      void tryToPlay(element);
      if ((engine.current?.delay()?.behindS ?? 0) > 30) engine.current?.toLiveEdge();
    } else {
      element.pause();
      dispatch({ type: 'paused' });
    }
  };

  const switchedFrom = 'link' in state && state.link > 0 ? state.link : undefined;
  return { attach, state, muted, delay, switchedFrom, togglePlay, setMuted, toLiveEdge: () => engine.current?.toLiveEdge(), retry };
}
