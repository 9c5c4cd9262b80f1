import { useCallback, useEffect, useState } from 'react';
import { useMode } from '../../platform/mode.js';
import { choosePlayer, usePlayerChoices } from '../../platform/player-choices.js';
import { trackFor } from './captions.rules.js';

export type Caption = { language: string; label: string };

const tracksOf = (video: HTMLVideoElement): TextTrack[] =>
  [...video.textTracks].filter(({ kind }) => kind === 'subtitles' || kind === 'captions');

const showing = (video: HTMLVideoElement): string | undefined => tracksOf(video).find(({ mode }) => mode === 'showing')?.language;

/**
 * The captions that a source has, shown as the viewer chose: off until asked for, but on for elders. Tracks come and go
 * with the source, and the controls drop them when they are moved to another place: the choice is applied at each change.
 */
export function useCaptions(video: HTMLVideoElement | null, language: string, place: string) {
  const [captions, setCaptions] = useState<readonly Caption[]>([]);
  const { captions: chosen } = usePlayerChoices();
  const elder = useMode() === 'elder';
  const wanted = chosen ?? (elder ? language : 'off');

  const apply = useCallback(() => {
    if (!video) return;
    const tracks = tracksOf(video);
    const showing = wanted === 'off' ? undefined : trackFor(tracks, wanted);
    for (const track of tracks) track.mode = track === showing ? 'showing' : 'disabled';
  }, [video, wanted]);

  useEffect(() => {
    if (!video) return undefined;
    const end = new AbortController();
    const { signal } = end;
    const listed = () => {
      setCaptions(tracksOf(video).map((track) => ({ language: track.language, label: track.label })));
      apply();
    };
    video.textTracks.addEventListener('addtrack', listed, { signal });
    video.textTracks.addEventListener('removetrack', listed, { signal });
    listed();
    return () => end.abort();
  }, [video, apply, place]);

  return {
    captions,
    /** What is chosen, at once: the tracks say so themselves a moment later, and a choice would jump back meanwhile. */
    shown: wanted === 'off' ? 'off' : (trackFor(captions, wanted)?.language ?? 'off'),
    choose: (caption: string) => choosePlayer({ captions: caption }),
    /** The button in the bar has turned them on or off itself. */
    keep: () => choosePlayer({ captions: (video && showing(video)) ?? 'off' }),
  };
}
