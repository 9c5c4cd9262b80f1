import type { SentMessage } from '@yunhui/contracts';
import { uuidV7 } from '@yunhui/realtime-client';
import { inBeats } from './in-beats.js';
import type { LoadSocket } from './load-socket.js';
import { type Minute, MinuteTally } from './minute-tally.js';

export type Pace = {
  perSecond: number;
  seconds: number;
  /** Called as a message goes out; its text ends in the index. */
  onSay?: (index: number) => void;
  /** What is said, before its index. */
  line?: string;
};

/** What was said, minute by minute, and the numbers that acks named, by topic. */
export type Talk = { minutes: Minute[]; numbers: Map<string, number[]> };

const shortLine = '今天的直播太精彩了，这个实验我们学校也想试一试！';

/**
 * Says `perSecond` messages a second, evenly, whatever the answers do: who waits for an ack before the
 * next message asks a slow hub fewer questions and finds it quick.
 */
export async function talkSteadily(
  senders: readonly LoadSocket[],
  topics: readonly string[],
  { perSecond, seconds, onSay, line = shortLine }: Pace,
): Promise<Talk> {
  const perMinute = perSecond * 60;
  const tallies = Array.from({ length: Math.ceil(seconds / 60) }, () => new MinuteTally());
  const numbers = new Map(topics.map((topic) => [topic, [] as number[]]));
  const pending = new Set<Promise<void>>();

  const say = async (index: number): Promise<void> => {
    const [sender, topic] = [senders[index % senders.length], topics[index % topics.length]];
    if (!sender || !topic) throw new Error('nobody speaks, or nowhere');
    onSay?.(index);
    const answered = tallies[Math.floor(index / perMinute)]?.say();
    const ack = await sender.ask<SentMessage>('message.send', { id: uuidV7(), topic, kind: 'chat', text: `${line} ${index}` });
    answered?.(ack);
    if (ack?.ok && ack.value.seq !== undefined) numbers.get(topic)?.push(ack.value.seq);
  };

  await inBeats(seconds * perSecond, perSecond, (index) => {
    if (index % perMinute === 0) tallies[index / perMinute - 1]?.over();
    const saying = say(index).finally(() => pending.delete(saying));
    pending.add(saying);
  });
  tallies.at(-1)?.over();
  await Promise.all(pending);
  return { minutes: tallies.map((tally) => tally.minute()), numbers };
}
