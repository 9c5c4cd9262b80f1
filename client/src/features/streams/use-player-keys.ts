import { useEffect, type RefObject } from 'react';
import { useShortcut, useShortcutsOn } from '../../platform/shortcuts.js';

const backS = 5;
const volumeStep = 0.05;

/** How media-chrome's controls are asked to do something. */
function ask(controller: HTMLElement | null, request: string): void {
  controller?.dispatchEvent(new CustomEvent(request, { bubbles: true, composed: true }));
}

/** What an arrow does to a video that has the focus, or whose controls have; a slider keeps its own arrows. */
function onArrow(video: HTMLVideoElement, key: string): boolean {
  switch (key) {
    case 'ArrowLeft':
      video.currentTime = Math.max(0, video.currentTime - backS);
      return true;
    case 'ArrowRight':
      video.currentTime += backS;
      return true;
    case 'ArrowUp':
      video.volume = Math.min(1, video.volume + volumeStep);
      return true;
    case 'ArrowDown':
      video.volume = Math.max(0, video.volume - volumeStep);
      return true;
    default:
      return false;
  }
}

/** k, m, f, c anywhere on the page but where text is written; arrows only in the player, since elsewhere they scroll and move. */
export function usePlayerKeys(controller: RefObject<HTMLElement | null>, video: HTMLVideoElement | null, active: boolean): void {
  const { on } = useShortcutsOn();
  const when = (request: () => string) => () => {
    if (active) ask(controller.current, request());
  };
  useShortcut(
    'k',
    when(() => (video?.paused ? 'mediaplayrequest' : 'mediapauserequest')),
  );
  useShortcut(
    'm',
    when(() => (video?.muted ? 'mediaunmuterequest' : 'mediamuterequest')),
  );
  useShortcut(
    'f',
    when(() => (document.fullscreenElement ? 'mediaexitfullscreenrequest' : 'mediaenterfullscreenrequest')),
  );
  useShortcut(
    'c',
    when(() => 'mediatogglesubtitlesrequest'),
  );

  useEffect(() => {
    const element = controller.current;
    if (!element || !video || !active || !on) return undefined;
    const pressed = (event: KeyboardEvent) => {
      const range = event.target instanceof Element && event.target.matches('media-volume-range, media-time-range');
      if (range || event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
      if (onArrow(video, event.key)) event.preventDefault();
    };
    element.addEventListener('keydown', pressed);
    return () => element.removeEventListener('keydown', pressed);
  }, [controller, video, active, on]);
}
