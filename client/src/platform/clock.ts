import { useEffect, useState } from 'react';
import { realtimeIfOpen, withRealtime } from './realtime.js';

let aheadMs = 0;
let observed = false;

/** How long the answer to `address` has lain here when the page's HTML asked for it before our code did. */
function lainMs(address: string): number {
  const [first] = performance.getEntriesByName(new URL(address, location.href).href, 'resource') as PerformanceResourceTiming[];
  return first?.initiatorType === 'link' && first.responseEnd > 0 ? performance.now() - first.responseEnd : 0;
}

/** The answer to `address` said what time it is there: good enough until the connection knows it better. */
export function observeHubTime(at: number, address: string): void {
  aheadMs = at + (observed ? 0 : lainMs(address)) - Date.now();
  observed = true;
}

/** The hub's clock. Devices are often minutes off, and a countdown that ends too early is a lie. */
export function hubNow(): number {
  const client = realtimeIfOpen();
  return client?.hello ? client.serverNow() : Date.now() + aheadMs;
}

/** The hub's time, drawn anew at each whole `everyMs`. */
export function useHubNow(everyMs: number): number {
  const [now, setNow] = useState(hubNow);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout>;
    const wait = () => {
      timer = setTimeout(tick, everyMs - (hubNow() % everyMs));
    };
    const tick = () => {
      setNow(hubNow());
      wait();
    };
    wait(); // it was drawn with the time just now: to be drawn again at once would be the same picture
    // The first word of the hub sets this device's clock right: waiting for the next tick would show a wrong time till then.
    const stop = withRealtime((client) =>
      client.onConnection(() => {
        clearTimeout(timer);
        tick();
      }),
    );
    return () => {
      clearTimeout(timer);
      stop();
    };
  }, [everyMs]);
  return now;
}
