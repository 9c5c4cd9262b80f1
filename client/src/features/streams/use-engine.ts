import type { LinkTrouble, StreamLink } from '@yunhui/contracts';
import { useEffect, useRef, useState } from 'react';
import { playerChoices } from '../../platform/player-choices.js';
import { useLatest } from '../../platform/use-latest.js';
import type { Quality, Sound, StartAt, StreamEngine, Wishes } from './engine/engine.js';
import { NoPlaylist } from './engine/outline.js';
import { startEngine } from './engine/stream-engine.js';

type Offer = { qualities: readonly Quality[]; sounds: readonly Sound[] };
const none: Offer = { qualities: [], sounds: [] };

/** Plays as the viewer likes it, muted when the browser insists; says when it lets nothing play before a tap. */
export async function tryToPlay(video: HTMLVideoElement): Promise<'plays' | 'refused'> {
  const play = async (): Promise<'plays' | 'refused'> => {
    try {
      await video.play();
    } catch (error) {
      // Any other refusal is a source that is not there yet: the engine and the watch over progress deal with it.
      if (error instanceof DOMException && error.name === 'NotAllowedError') return 'refused';
    }
    return 'plays';
  };
  if ((await play()) === 'plays') return 'plays';
  if (video.muted) return 'refused';
  video.muted = true;
  return play();
}

const offerOf = (engine: StreamEngine): Offer => ({ qualities: engine.qualities(), sounds: engine.sounds() });

function soundAsChosen(video: HTMLVideoElement, silent: boolean): void {
  const { sound, volume } = playerChoices();
  video.muted = silent || !sound;
  video.volume = volume;
}

/** Keeps an engine on the video for one link, as long as `attempt` is the same, and ends it when it is another. */
export function useEngine({
  video,
  link,
  attempt,
  wishes,
  silent,
  startAt,
  asked,
  failed,
  others,
  settled,
  refused,
}: {
  video: HTMLVideoElement | null;
  link: StreamLink | undefined;
  attempt: string | undefined;
  wishes: Wishes;
  silent: boolean;
  /** Where a recording goes on, when another source or only its sound takes over. */
  startAt: (link: StreamLink) => StartAt;
  asked: (link: StreamLink) => void;
  failed: (trouble: LinkTrouble) => void;
  others: () => boolean;
  settled: () => boolean;
  refused: () => void;
}) {
  const engine = useRef<StreamEngine | undefined>(undefined);
  const [offer, setOffer] = useState(none);
  const latest = useLatest({ link, wishes, silent, startAt, asked, failed, others, settled, refused });

  useEffect(() => {
    const { link: source, wishes: asked, silent: mute } = latest.current;
    if (!video || !source || attempt === undefined) return undefined;
    const end = new AbortController();
    const { signal: left } = end;
    const fail = (trouble: LinkTrouble) => left.aborted || latest.current.failed(trouble);
    soundAsChosen(video, mute);
    latest.current.asked(source);
    const changed = () => left.aborted || setOffer(engine.current ? offerOf(engine.current) : none);
    void startEngine(
      video,
      source,
      asked,
      { failed: fail, changed, others: () => latest.current.others(), settled: () => latest.current.settled() },
      { left, startAt: latest.current.startAt(source) },
    ).then(
      async (started) => {
        if (left.aborted) return started.destroy();
        engine.current = started;
        changed();
        if ((await tryToPlay(video)) === 'refused' && !left.aborted) latest.current.refused();
      },
      (error: unknown) => fail(error instanceof NoPlaylist ? error.trouble : 'lost'),
    );
    return () => {
      end.abort();
      engine.current?.destroy();
      engine.current = undefined;
      setOffer(none);
    };
  }, [video, attempt, latest]);

  const { height, lowData, audioOnly, sound } = wishes;
  useEffect(() => engine.current?.wish({ height, lowData, audioOnly, sound }), [height, lowData, audioOnly, sound]);

  return { engine, ...offer };
}
