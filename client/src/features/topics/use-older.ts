import { useCallback, useMemo, useRef, useState } from 'react';
import { openRealtime } from '../../platform/realtime.js';

export type Older = {
  state: 'more' | 'loading' | 'failed';
  /** Topics whose history was read to the beginning. */
  complete: ReadonlySet<string>;
  /** The topic that earlier words are missing from; none = this is the beginning. */
  from?: string | undefined;
  /** Reads one more page of a topic, one at a time: who asks while it is on the way has its answer, other topics wait. False when there was nothing more, or it did not arrive. */
  load: (topic: string) => Promise<boolean>;
};

/** Earlier messages, a page at a time. */
export function useOlder(): Omit<Older, 'from'> {
  const [state, setState] = useState<Older['state']>('more');
  const [complete, setComplete] = useState<ReadonlySet<string>>(new Set());
  const loading = useRef<{ topic: string; page: Promise<boolean> }>(undefined);

  const load = useCallback((topic: string) => {
    const { current: before } = loading;
    if (before?.topic === topic) return before.page;
    const read = async () => {
      await before?.page;
      setState('loading');
      try {
        const client = await openRealtime();
        const more = await client.older(topic);
        if (!more) setComplete((known) => new Set([...known, topic]));
        setState('more');
        return more;
      } catch {
        setState('failed');
        return false;
      } finally {
        if (loading.current?.page === page) loading.current = undefined;
      }
    };
    const page = read();
    loading.current = { topic, page };
    return page;
  }, []);
  return useMemo(() => ({ state, complete, load }), [state, complete, load]);
}
