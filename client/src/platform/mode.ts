import { useSyncExternalStore } from 'react';
import { remember } from './memory.js';

/** How the same pages are shown: as drawn, or large and calm for elders (长辈模式). `early.js` puts it on before the first paint. */
export type Mode = 'usual' | 'elder';

const listeners = new Set<() => void>();

export const currentMode = (): Mode => (document.documentElement.dataset.mode === 'elder' ? 'elder' : 'usual');

/** Changes the mode of the whole page, and remembers it on this device. */
export function choose(mode: Mode): void {
  if (mode === 'elder') document.documentElement.dataset.mode = 'elder';
  else delete document.documentElement.dataset.mode;
  remember('mode', mode === 'elder' ? 'elder' : undefined);
  for (const changed of listeners) changed();
}

function subscribe(changed: () => void): () => void {
  listeners.add(changed);
  return () => void listeners.delete(changed);
}

export const useMode = (): Mode => useSyncExternalStore(subscribe, currentMode);
