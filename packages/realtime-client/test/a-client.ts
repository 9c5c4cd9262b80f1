import type { Message } from '@yunhui/contracts';
import { createRealtimeClient, type RealtimeClient, type RealtimeClientOptions, type Settings, type TopicView } from '../src/index.js';

/** Short waits, so that a test of a minute takes a second; the order of things is the same. */
const quick: Partial<Settings> = {
  reconnectMs: 100,
  reconnectMaxMs: 400,
  steadyAfterMs: 0,
  rejoinWithinMs: 50,
  leaveAfterMs: 30,
  trackBatchMs: 20,
  pollAfterMs: 60,
  wakePatienceMs: 300,
  connectPatienceMs: 1_000,
  ackPatienceMs: 500,
};

export type TestClient = RealtimeClient & Disposable & { texts: (topic: string) => string[]; wake: () => void };

/** A client with short waits and a lifecycle that the test holds. */
export function aClient(url: string, options: Partial<RealtimeClientOptions> = {}): TestClient {
  let woke: () => void = () => undefined;
  const settings = { ...quick, ...options.settings };
  const client = createRealtimeClient({
    url,
    ticket: async () => 'ticket',
    client: 'test/1',
    ...options,
    settings,
    lifecycle: (listener) => {
      woke = listener;
      return () => undefined;
    },
  });
  return Object.assign(client, {
    texts: (topic: string) => textsOf(client.viewOf(topic)),
    wake: () => woke(),
    [Symbol.dispose]: () => client.close(),
  });
}

function textsOf({ entries }: TopicView): string[] {
  return entries.flatMap((entry) => {
    const { message } = entry as { message?: Message | { retracted: true } };
    if (!message) return [];
    return ['text' in message ? message.text : '(retracted)'];
  });
}
