import type { Entry, History, Message } from '@yunhui/contracts';
import { createRealtimeClient, type RealtimeClient } from '@yunhui/realtime-client';
import { expect } from 'vitest';

/** A guest in a room, who keeps whatever was ever shown to them, in the order in which it was shown. */
export type Talker = Disposable & {
  readonly client: RealtimeClient;
  readonly sent: ReadonlySet<string>;
  /** Ids of messages, their own and others', as they appeared. */
  readonly seen: readonly string[];
  say(text: string): string;
  /** Whether everything this guest said was acknowledged. */
  settled(): boolean;
};

const isMessage = (entry: Entry): entry is Entry & { message: Message } => entry.kind === 'message';

/** Becomes a guest at `address` and joins. Each change of the view is checked: numbers only rise. */
export async function aTalker(address: string, topic: string, name: string): Promise<Talker> {
  const answer = await fetch(`${address}/api/v1/guests`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ displayName: name }),
  });
  const { ticket } = (await answer.json()) as { ticket: string };
  const client = createRealtimeClient({ url: address, ticket: async () => ticket });
  const sent = new Set<string>();
  const seen: string[] = [];
  const known = new Set<string>();
  const look = (): void => {
    const entries = client.viewOf(topic).entries;
    for (const [i, entry] of entries.entries()) {
      const before = entries[i - 1];
      if (before && before.seq >= entry.seq) throw new Error(`${name} was shown ${entry.seq} after ${before.seq}`);
      if (!isMessage(entry) || known.has(entry.message.id)) continue;
      known.add(entry.message.id);
      seen.push(entry.message.id);
    }
  };
  client.follow(topic, look);
  await expect.poll(() => client.viewOf(topic).status, { timeout: 10_000 }).toBe('live');
  return {
    client,
    sent,
    seen,
    say: (text) => {
      const id = client.send({ topic, kind: 'chat', text });
      sent.add(id);
      return id;
    },
    settled: () => client.viewOf(topic).own.length === 0,
    [Symbol.dispose]: () => client.close(),
  };
}

/** The whole history of a topic from one hub, oldest first. */
export async function historyOf(address: string, topic: string): Promise<Entry[]> {
  const all: Entry[] = [];
  let before: number | null = Number.MAX_SAFE_INTEGER;
  while (before !== null) {
    const answer = await fetch(`${address}/api/v1/topics/${topic}/messages?before=${before}&limit=200`);
    const page = (await answer.json()) as History;
    all.push(...page.items);
    before = page.before;
  }
  return all.reverse();
}

/** The invariant of every fault: whatever was said and acknowledged is kept exactly once, and numbers rise. */
export async function expectEachKeptOnce(address: string, topic: string, ids: Iterable<string>): Promise<void> {
  const history = await historyOf(address, topic);
  const times = new Map<string, number>();
  for (const entry of history) if (isMessage(entry)) times.set(entry.message.id, (times.get(entry.message.id) ?? 0) + 1);
  const wrong = [...ids].filter((id) => times.get(id) !== 1);
  expect(wrong).toEqual([]);
  expect(history.map(({ seq }) => seq)).toEqual(history.map(({ seq }) => seq).toSorted((a, b) => a - b));
}
