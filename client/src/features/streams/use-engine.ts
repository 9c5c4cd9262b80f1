import type { StreamLink } from '@yunhui/contracts';
import { useEffect, useRef, useState } from 'react';
import { useLatest } from '../../platform/use-latest.js';
import type { Quality, StreamEngine, Wishes } from './engine/engine.js';
import { startEngine } from './engine/stream-engine.js';
import { playerChoices } from './player-choices.js';

const none: readonly Quality[] = [];

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
  failed: () => void;
  others: () => boolean;
  settled: () => boolean;
  refused: () => void;
}) {
  const engine = useRef<StreamEngine | undefined>(undefined);
  const [qualities, setQualities] = useState(none);
  const latest = useLatest({ link, wishes, silent, failed, others, settled, refused });

  useEffect(() => {
    const { link: source, wishes: asked, silent: mute } = latest.current;
    if (!video || !source || attempt === undefined) return undefined;
    const end = new AbortController();
    const { signal: left } = end;
    const fail = () => left.aborted || latest.current.failed();
    soundAsChosen(video, mute);
    const changed = () => left.aborted || setQualities(engine.current?.qualities() ?? none);
    void startEngine(
      video,
      source,
      asked,
      { failed: fail, changed, others: () => latest.current.others(), settled: () => latest.current.settled() },
      left,
    ).then(async (started) => {
      if (left.aborted) return started.destroy();
      engine.current = started;
      changed();
      if ((await tryToPlay(video)) === 'refused' && !left.aborted) latest.current.refused();
    }, fail);
    return () => {
      end.abort();
      engine.current?.destroy();
      engine.current = undefined;
      setQualities(none);
    };
  }, [video, attempt, latest]);

  const { height, lowData, audioOnly } = wishes;
  useEffect(() => engine.current?.wish({ height, lowData, audioOnly }), [height, lowData, audioOnly]);

  return { engine, qualities };
}
