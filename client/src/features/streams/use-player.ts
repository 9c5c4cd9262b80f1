import type { LinkTrouble, StreamLink } from '@yunhui/contracts';
import { useEffect, useReducer, useState } from 'react';
import { choosePlayer } from '../../platform/player-choices.js';
import { useLatest } from '../../platform/use-latest.js';
import type { Quality, Sound, Statistics, Wishes } from './engine/engine.js';
import { catchUpRate } from './failover.rules.js';
import { noOutage, pictureMoves, sourceFailed, type OutageLog } from './outage.rules.js';
import { idle, nextPlayerState, retryDelayMs, type PlayerState } from './player.reducer.js';
import { sourceNumber } from './sources.rules.js';
import { tryToPlay, useEngine } from './use-engine.js';
import { useFailover } from './use-failover.js';
import { usePlace } from './use-place.js';
import { usePictureWatch } from './use-picture-watch.js';
import type { ViewingNotes } from './viewing/use-viewing.js';

/** After a pause longer than this one goes on where live is, not where one left. */
const REJOIN_LIVE_S = 30;

export type Delay = { latencyS: number; behindS: number };

type Player = {
  state: PlayerState;
  /** The source that plays or is tried. */
  link: StreamLink | undefined;
  delay: Delay | undefined;
  qualities: readonly Quality[];
  sounds: readonly Sound[];
  outages: OutageLog;
  /** Asked when somebody looks: it changes all the time. */
  statistics: () => Statistics | undefined;
  choose: (link: StreamLink) => void;
  play: () => void;
  unmute: () => void;
  toLiveEdge: () => void;
  retry: () => void;
};

/**
 * Plays the best link that works on a video element: fails over by rank, watches that the picture moves, and when all
 * links have failed asks again (`onExhausted`, for fresh links from the hub) before the next round.
 */
export function usePlayer({
  video,
  links,
  wishes,
  silent = false,
  viewing,
  onExhausted,
  onProgress,
}: {
  video: HTMLVideoElement | null;
  links: readonly StreamLink[];
  wishes: Wishes;
  /** Without sound, whatever the viewer has settled on for players. */
  silent?: boolean;
  /** Notes how the links play. */
  viewing?: ViewingNotes;
  onExhausted: () => void;
  onProgress: (position: number) => void;
}): Player {
  const [state, dispatch] = useReducer(nextPlayerState, idle);
  const [delay, setDelay] = useState<Delay>();
  const [outages, setOutages] = useState<OutageLog>(noOutage);
  useLinks(links, state, dispatch);
  const link = 'link' in state ? links[state.link] : undefined;

  const recording = usePlace(links);
  const source = link ? sourceNumber(links, link) : 0;
  const place = 'link' in state ? state.link : undefined;
  const failover = useFailover(links, state.phase === 'playing' ? place : undefined, (better) =>
    dispatch({ type: 'chosen', link: better }),
  );
  const fail = (trouble: LinkTrouble, since = Date.now()) => {
    if (link) viewing?.failed(link, trouble);
    setOutages((log) => sourceFailed(log, source, since));
    dispatch({ type: 'failed', links: links.length, next: failover.failed(place ?? 0) });
  };
  const attempt = link && `${link.url} ${wishes.audioOnly ? 'sound' : 'picture'}`;
  const { engine, qualities, sounds } = useEngine({
    video,
    link,
    attempt,
    wishes,
    silent,
    startAt: recording.startAt,
    asked: (asked) => viewing?.asked(asked),
    failed: (trouble) => fail(trouble),
    others: () => links.length > 1,
    settled: failover.settled,
    refused: () => dispatch({ type: 'autoplay refused' }),
  });
  usePictureWatch(video, attempt, state.phase === 'paused' || state.phase === 'refused', {
    moves: (position) => {
      dispatch({ type: 'progress' });
      setOutages((log) => pictureMoves(log, source, Date.now()));
      if (link) viewing?.moves(link);
      if (link && video) recording.moved(link, video);
      onProgress(position);
    },
    stands: () => {
      if (link) viewing?.stands(link);
      dispatch({ type: 'waiting' });
    },
    patienceMs: failover.patienceMs,
    stalled: (since) => fail('stalled', since),
    looked: () => {
      const now = engine.current?.delay();
      setDelay((before) => (sameDelay(before, now) ? before : now));
      if (video && now) catchUp(video, now.behindS, engine.current?.bufferedS() ?? 0);
    },
  });
  useElementWords(video, attempt, dispatch, () => {
    if ((engine.current?.delay()?.behindS ?? 0) > REJOIN_LIVE_S) engine.current?.toLiveEdge();
  });

  const retry = () => {
    onExhausted();
    dispatch({ type: 'retry', links: links.length });
  };
  useRounds(state.phase === 'exhausted' ? state.round : undefined, onExhausted, retry);

  return {
    state,
    link,
    delay,
    qualities,
    sounds,
    outages,
    statistics: () => engine.current?.statistics(),
    choose: (chosen) => {
      failover.chosen();
      dispatch({ type: 'chosen', link: Math.max(0, links.indexOf(chosen)) });
    },
    play: () => void (video && tryToPlay(video)),
    unmute: () => {
      choosePlayer({ sound: true });
      if (video) soundOn(video);
    },
    toLiveEdge: () => engine.current?.toLiveEdge(),
    retry,
  };
}

/** To the tenth of a second: nobody sees more of it, and the page is drawn less often. */
const sameDelay = (one: Delay | undefined, other: Delay | undefined): boolean =>
  one === other ||
  (one !== undefined &&
    other !== undefined &&
    Math.abs(one.behindS - other.behindS) < 0.1 &&
    Math.abs(one.latencyS - other.latencyS) < 0.1);

function catchUp(video: HTMLVideoElement, behindS: number, bufferedS: number): void {
  video.playbackRate = catchUpRate(behindS, bufferedS, video.playbackRate);
}

function soundOn(video: HTMLVideoElement): void {
  video.muted = false;
}

type Dispatch = (event: Parameters<typeof nextPlayerState>[1]) => void;

const addressesOf = (links: readonly StreamLink[]): string => links.map(({ url }) => url).join(' ');

/**
 * Another list begins anew, unless what plays is in it still: then only its place may be another. Done while drawing,
 * so that nobody ever sees the place of one list in the other.
 */
function useLinks(links: readonly StreamLink[], state: PlayerState, dispatch: Dispatch): void {
  const [known, setKnown] = useState<readonly StreamLink[]>([]);
  if (addressesOf(known) === addressesOf(links)) return;
  setKnown(links);
  const playing = 'link' in state ? known[state.link]?.url : undefined;
  const place = links.findIndex(({ url }) => url === playing);
  dispatch(place >= 0 ? { type: 'relinked', link: place } : { type: 'load', links: links.length });
}

/** What the element says of itself: who pauses may be the viewer, the system's media keys or a phone call. */
function useElementWords(video: HTMLVideoElement | null, attempt: string | undefined, dispatch: Dispatch, resumed: () => void): void {
  const latest = useLatest(resumed);
  useEffect(() => {
    if (!video || attempt === undefined) return undefined;
    const end = new AbortController();
    const { signal } = end;
    video.addEventListener('pause', () => dispatch({ type: 'paused' }), { signal });
    video.addEventListener('ended', () => dispatch({ type: 'finished' }), { signal });
    video.addEventListener(
      'play',
      () => {
        dispatch({ type: 'resumed' });
        latest.current();
      },
      { signal },
    );
    return () => end.abort();
  }, [video, attempt, dispatch, latest]);
}

/** When every link has failed: fresh ones are asked for at once, and all are tried again after a pause by lot, or when the network is back. */
function useRounds(round: number | undefined, ask: () => void, retry: () => void): void {
  const latest = useLatest({ ask, retry });
  useEffect(() => {
    if (round === undefined) return undefined;
    latest.current.ask();
    const again = () => latest.current.retry();
    const timer = setTimeout(again, retryDelayMs(round, Math.random()));
    addEventListener('online', again);
    return () => {
      clearTimeout(timer);
      removeEventListener('online', again);
    };
  }, [round, latest]);
}
