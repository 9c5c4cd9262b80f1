import { useEffect } from 'react';
import { useLatest } from '../../platform/use-latest.js';

/** What a lock screen or a headset shows and may ask for. */
export function useMediaSession(
  video: HTMLVideoElement | null,
  { title, channel, picture, stop }: { title: string; channel: string; picture: string | undefined; stop: () => void },
): void {
  const latest = useLatest(stop);
  useEffect(() => {
    if (!('mediaSession' in navigator)) return;
    const artwork = picture === undefined ? [] : [{ src: new URL(picture, location.href).href, sizes: 'any', type: 'image/svg+xml' }];
    navigator.mediaSession.metadata = new MediaMetadata({ title, artist: channel, artwork });
  }, [title, channel, picture]);

  useEffect(() => {
    if (!video || !('mediaSession' in navigator)) return undefined;
    const actions: Partial<Record<MediaSessionAction, () => void>> = {
      play: () => void video.play().catch(() => undefined),
      pause: () => video.pause(),
      stop: () => {
        video.pause();
        latest.current();
      },
    };
    const entries = Object.entries(actions) as [MediaSessionAction, () => void][];
    for (const [action, handler] of entries) navigator.mediaSession.setActionHandler(action, handler);
    return () => {
      for (const [action] of entries) navigator.mediaSession.setActionHandler(action, null);
      navigator.mediaSession.metadata = null;
    };
  }, [video, latest]);
}
