import { useSyncExternalStore } from 'react';

/** A value that outlives the components that show it. */
type Store<Value> = {
  get: () => Value;
  set: (value: Value) => void;
  /** The value, in a component: drawn again when it is another. */
  use: () => Value;
  /** A part of it: drawn again only when that is another, so `part` makes no new one of the same. */
  usePart: <Part>(part: (value: Value) => Part) => Part;
};

export function createStore<Value>(initial: Value): Store<Value> {
  let value = initial;
  const listeners = new Set<() => void>();
  const get = () => value;
  const subscribe = (changed: () => void) => {
    listeners.add(changed);
    return () => void listeners.delete(changed);
  };
  return {
    get,
    set: (next) => {
      if (Object.is(next, value)) return;
      value = next;
      for (const changed of listeners) changed();
    },
    use: () => useSyncExternalStore(subscribe, get),
    usePart: (part) => useSyncExternalStore(subscribe, () => part(value)),
  };
}
