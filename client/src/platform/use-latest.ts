import { useLayoutEffect, useRef } from 'react';

/** The value of the last drawing, for what runs later: a change of it is no reason to begin anew. */
export function useLatest<Value>(value: Value): { readonly current: Value } {
  const latest = useRef(value);
  useLayoutEffect(() => {
    latest.current = value;
  });
  return latest;
}
