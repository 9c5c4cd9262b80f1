import { useSyncExternalStore } from 'react';

/** Whether the campaign is quiet (静默): grey, without reactions, danmaku and celebratory motion. The hub says so. */
let quiet = false;
const listeners = new Set<() => void>();

/** Called by what follows the campaign's state; `data-quiet` on the root element greys the pages by CSS. */
export function beQuiet(on: boolean): void {
  if (on === quiet) return;
  quiet = on;
  if (on) document.documentElement.dataset.quiet = '';
  else delete document.documentElement.dataset.quiet;
  for (const changed of listeners) changed();
}

function subscribe(changed: () => void): () => void {
  listeners.add(changed);
  return () => void listeners.delete(changed);
}

export const useQuiet = (): boolean => useSyncExternalStore(subscribe, () => quiet);
