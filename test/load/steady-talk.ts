import { randomUUID } from 'node:crypto';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import type { SentMessage } from '@yunhui/contracts';
import { percentile, round } from './figures.js';
import type { LoadSocket } from './load-socket.js';

/** What became of the messages that were said in one minute. */
export type Minute = {
  said: number;
  acked: number;
  /** By error code. */
  refused: Record<string, number>;
  unanswered: number;
  p50Ms: number;
  p99Ms: number;
};

export type Talk = {
  minutes: Minute[];
  /** Numbers that acks named, by topic. */
  numbers: Map<string, number[]>;
  /** How late our own timers were: what the hub must not be blamed for. */
  ownLagP99Ms: number;
};

const beatMs = 10;
const line = '今天的直播太精彩了，这个实验我们学校也想试一试！';

/**
 * Says `perSecond` messages a second, evenly, whatever the answers do: who waits for an ack before the
 * next message asks a slow hub fewer questions and finds it quick.
 */
export async function talkSteadily(
  senders: readonly LoadSocket[],
  topics: readonly string[],
  { perSecond, seconds }: { perSecond: number; seconds: number },
): Promise<Talk> {
  const buckets = Array.from({ length: Math.ceil(seconds / 60) }, () => ({
    said: 0,
    refused: {} as Record<string, number>,
    unanswered: 0,
    latencies: [] as number[],
  }));
  const numbers = new Map(topics.map((topic) => [topic, [] as number[]]));
  const lag = monitorEventLoopDelay({ resolution: 5 });
  lag.enable();
  const pending = new Set<Promise<void>>();

  const say = async (index: number, bucket: (typeof buckets)[number]): Promise<void> => {
    const [sender, topic] = [senders[index % senders.length], topics[index % topics.length]];
    if (!sender || !topic) throw new Error('nobody speaks, or nowhere');
    bucket.said += 1;
    const saidAt = performance.now();
    const ack = await sender.ask<SentMessage>('message.send', { id: randomUUID(), topic, kind: 'chat', text: `${line} ${index}` });
    if (!ack) bucket.unanswered += 1;
    else if (!ack.ok) bucket.refused[ack.error.code] = (bucket.refused[ack.error.code] ?? 0) + 1;
    else {
      bucket.latencies.push(performance.now() - saidAt);
      if (ack.value.seq !== undefined) numbers.get(topic)?.push(ack.value.seq);
    }
  };

  await inBeats(seconds * perSecond, perSecond, (index) => {
    const bucket = buckets[Math.floor(index / (60 * perSecond))];
    if (!bucket) return;
    const saying = say(index, bucket).finally(() => pending.delete(saying));
    pending.add(saying);
  });
  await Promise.all(pending);
  lag.disable();
  const minutes = buckets.map(({ said, refused, unanswered, latencies }) => ({
    said,
    acked: latencies.length,
    refused,
    unanswered,
    p50Ms: round(percentile(latencies, 0.5)),
    p99Ms: round(percentile(latencies, 0.99)),
  }));
  return { minutes, numbers, ownLagP99Ms: round(lag.percentile(99) / 1e6 - 5) };
}

/** Calls `act` for 0 to `count − 1`, each at its time; after a pause of ours what is due is made up for. */
function inBeats(count: number, perSecond: number, act: (index: number) => void): Promise<void> {
  const began = performance.now();
  let done = 0;
  return new Promise((resolve) => {
    const beat = setInterval(() => {
      const due = Math.min(count, Math.floor(((performance.now() - began) * perSecond) / 1_000));
      while (done < due) act(done++);
      if (done < count) return;
      clearInterval(beat);
      resolve();
    }, beatMs);
  });
}
