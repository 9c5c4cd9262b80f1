import { useEffect, useState, type RefObject } from 'react';

/** iPhones know no fullscreen but the video's own. */
type AppleVideo = HTMLVideoElement & { webkitEnterFullscreen?: () => void };

export function useFullscreen(frame: RefObject<HTMLElement | null>): { on: boolean; toggle: () => void } {
  const [on, setOn] = useState(false);

  useEffect(() => {
    const changed = () => setOn(document.fullscreenElement === frame.current && frame.current !== null);
    document.addEventListener('fullscreenchange', changed);
    return () => document.removeEventListener('fullscreenchange', changed);
  }, [frame]);

  const toggle = () => {
    const element = frame.current;
    if (document.fullscreenElement) void document.exitFullscreen();
    else if (document.fullscreenEnabled) void element?.requestFullscreen();
    else element?.querySelector<AppleVideo>('video')?.webkitEnterFullscreen?.();
  };
  return { on, toggle };
}
