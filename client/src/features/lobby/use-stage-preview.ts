import { useEffect, useState } from 'react';
import { useMode } from '../../platform/mode.js';
import { useQuiet } from '../../platform/quiet.js';
import { isSavingData } from '../../platform/saving-data.js';
import { createStore } from '../../platform/store.js';
import { useMedia } from '../../platform/use-media.js';

/** Room for a picture in the grid, which a phone has not, on its side neither; and nobody who asked for less motion. */
const previewMedia = '(min-width: 768px) and (min-height: 560px) and (prefers-reduced-motion: no-preference)';
/** Whoever points at the stage for this long means it. */
const POINTED_MS = 300;
/** Whoever does not point, on a tablet, has looked at it for this long. */
const LOOKED_MS = 5_000;

/** Who has stopped a preview has none until the page is loaded anew. */
const stopped = createStore(false);

/**
 * Whether the stage shows its channel's picture: a live one, on a screen with room for it, where nothing speaks against
 * motion or data, and once somebody points at it, reaches it by keyboard or has looked at it for a while. Nothing of a
 * player is loaded before. It ends when the stage is scrolled away or the page is hidden.
 */
export function useStagePreview(live: boolean) {
  const [frame, setFrame] = useState<HTMLElement | null>(null);
  const [wanted, setWanted] = useState(false);
  const quiet = useQuiet();
  const elder = useMode() === 'elder';
  const fits = useMedia(previewMedia);
  const off = stopped.use();
  const may = live && fits && !quiet && !elder && !off && !isSavingData(navigator);
  useEffect(() => {
    if (!frame || !may) return undefined;
    const end = watchIntent(frame, setWanted);
    return () => {
      end();
      setWanted(false);
    };
  }, [frame, may]);
  return {
    frame: setFrame,
    on: may && wanted,
    stop: () => {
      frame?.querySelector('a')?.focus();
      stopped.set(true);
    },
  };
}

function watchIntent(frame: HTMLElement, want: (wanted: boolean) => void): () => void {
  const end = new AbortController();
  const { signal } = end;
  let seen = false;
  let pointed: ReturnType<typeof setTimeout> | undefined;
  let looked: ReturnType<typeof setTimeout> | undefined;
  const forget = () => {
    clearTimeout(pointed);
    clearTimeout(looked);
  };
  const begin = () => {
    forget();
    if (seen && !document.hidden) looked = setTimeout(want, LOOKED_MS, true);
    else want(false);
  };
  const point = () => {
    clearTimeout(pointed);
    pointed = setTimeout(want, POINTED_MS, true);
  };
  const eye = new IntersectionObserver(
    ([change]) => {
      seen = change?.isIntersecting === true;
      begin();
    },
    { threshold: 0.5 },
  );
  eye.observe(frame);
  document.addEventListener('visibilitychange', begin, { signal });
  frame.addEventListener('pointerenter', ({ pointerType }) => pointerType === 'mouse' && point(), { signal });
  frame.addEventListener('pointerleave', () => clearTimeout(pointed), { signal });
  frame.addEventListener('focusin', point, { signal });
  frame.addEventListener('focusout', () => clearTimeout(pointed), { signal });
  return () => {
    end.abort();
    eye.disconnect();
    forget();
  };
}
