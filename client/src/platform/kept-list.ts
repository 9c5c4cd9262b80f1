import { useSyncExternalStore } from 'react';
import { type MemoryKey, remember, remembered } from './memory.js';

/** A list that this device keeps, the same in all its tabs. Where nothing can be kept it lasts as long as the page. */
type KeptList<Item> = {
  /** As it is now: another tab may have written since. */
  current: () => readonly Item[];
  keep: (next: readonly Item[]) => void;
  /** The list, in a component: drawn again when it is another, also when another tab changed it. */
  use: () => readonly Item[];
};

/** `read` makes a list of whatever lies there: an older or a broken page may have written it. */
export function keptList<Item>(key: MemoryKey, read: (kept: string | undefined) => readonly Item[]): KeptList<Item> {
  let kept = remembered(key);
  let list = read(kept);
  const listeners = new Set<() => void>();
  const changed = () => {
    for (const listener of listeners) listener();
  };
  const reread = () => {
    const now = remembered(key);
    if (now === kept) return;
    kept = now;
    list = read(kept);
    changed();
  };
  const subscribe = (listener: () => void) => {
    if (listeners.size === 0) addEventListener('storage', reread);
    listeners.add(listener);
    return () => {
      listeners.delete(listener);
      if (listeners.size === 0) removeEventListener('storage', reread);
    };
  };
  return {
    current: () => {
      reread();
      return list;
    },
    keep: (next) => {
      list = next;
      kept = JSON.stringify(next);
      remember(key, kept);
      changed();
    },
    use: () => useSyncExternalStore(subscribe, () => list),
  };
}
