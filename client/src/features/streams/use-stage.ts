import type { StreamLink } from '@yunhui/contracts';
import { useCallback, useEffect, useMemo, useState } from 'react';
import { usePlayerChoices } from '../../platform/player-choices.js';
import { useLatest } from '../../platform/use-latest.js';
import type { Wishes } from './engine/engine.js';
import { desk } from './playing.js';
import type { playableLinks } from './slate/slate.rules.js';
import type { usePlayer } from './use-player.js';

/** What the viewer asks of the source here and now; 省流 holds for every channel. */
export function useWishes() {
  const { lowData } = usePlayerChoices();
  const [height, setHeight] = useState<number>();
  const [audioOnly, listenOnly] = useState(false);
  const [sound, setSound] = useState<string>();
  const wishes: Wishes = useMemo(() => ({ height, lowData, audioOnly, sound }), [height, lowData, audioOnly, sound]);
  return { wishes, setHeight, setSound, listenOnly };
}

/** The controls come after the source has been asked for its playlist, and those that not everybody has only to who has them. */
export function useControls(video: HTMLVideoElement | null, replay: boolean): void {
  useEffect(() => {
    if (video) void import('./controls/media-chrome.js');
    if (video && !matchMedia('(pointer: coarse)').matches) void import('./controls/media-chrome-volume.js');
    if (video && replay) void import('./controls/media-chrome-replay.js');
  }, [video, replay]);
}

/** Full screen takes the slate and what lies over the picture along, not the picture alone. */
export function useFullscreenOf(controller: { current: HTMLElement | null }, frame: { current: HTMLElement | null }): void {
  useEffect(() => {
    const { current: element }: { current: (HTMLElement & { fullscreenElement?: HTMLElement }) | null } = controller;
    const { current: whole } = frame;
    void customElements.whenDefined('media-controller').then(() => {
      if (element && whole) element.fullscreenElement = whole;
    });
  }, [controller, frame]);
}

/** The picture has begun, and nobody has stopped it. */
const isPictureOn = ({ paused, ended, currentTime, readyState }: HTMLVideoElement): boolean =>
  !paused && !ended && currentTime > 0 && readyState >= HTMLMediaElement.HAVE_CURRENT_DATA;

/** Lays out on the desk what the strip of sources and 省流 show. */
export function useDeskOf(
  slug: string,
  video: HTMLVideoElement | null,
  { link, outages, choose }: ReturnType<typeof usePlayer>,
  { links, audioOnly, listenOnly }: { links: ReturnType<typeof playableLinks>; audioOnly: boolean; listenOnly: (on: boolean) => void },
): void {
  const isOn = useCallback(() => video !== null && isPictureOn(video), [video]);
  const latest = useLatest(choose);
  const pick = useCallback((chosen: StreamLink) => latest.current(chosen), [latest]);
  useEffect(() => {
    desk.set({ slug, links, link, isOn, audioOnly, outages, choose: pick, listenOnly });
  }, [slug, links, link, isOn, audioOnly, outages, pick, listenOnly]);
  useEffect(() => () => desk.set(undefined), []);
}
