import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Frame, SentMessage } from '@yunhui/contracts';
import { Crowd, someRooms } from './crowd.js';
import { percentile } from './figures.js';
import { startHubOnPostgres } from './hub-on-postgres.js';
import { gather } from './many-viewers.js';
import type { Figure } from './promises.js';

export type RetractionSize = { viewers: number; rounds: number; retractions: number };
/** When the last of all viewers was told of the number that took a message back. */
type Told = { seq: number; left: number; lastAt: number };

const tickMs = 200;
const promisedMs = tickMs + 100;
const pauseMs = 130; // not a divisor of the tick: each falls into another part of it
const arrivalMs = 2_000;

/** Goal 9: from asking to take a message back, which is before its commit, to the last screen. */
export async function measureRetractions({ viewers: count, rounds, retractions }: RetractionSize): Promise<Figure[]> {
  await using place = await startHubOnPostgres();
  const [topic = ''] = await someRooms(place.hub.address, 1);
  /** By the number of what was said, that of its taking back. */
  const numbers = new Map<number, number>();
  const onFrame = ({ entries }: Frame): void => {
    for (const entry of entries) if ('targets' in entry) for (const target of entry.targets as number[]) numbers.set(target, entry.seq);
  };
  using people = await Crowd.gather({ url: place.hub.address, topics: [topic], senders: 1, watchersPerTopic: 0, onFrame });
  const viewers = await gather(place.hub.address, count, { topics: [{ topic }] });
  const p99: number[] = [];
  for (let turn = 0; turn < rounds; turn += 1) p99.push(await aRound());
  for (const viewer of viewers) viewer.close();
  return [{ what: `retraction to the last of ${count} viewers, p99`, unit: 'ms', rounds: p99, most: promisedMs }];

  async function aRound(): Promise<number> {
    const [sender] = people.senders;
    const said: { id: string; seq: number }[] = [];
    for (let index = 0; index < retractions; index += 1) {
      const id = randomUUID();
      const ack = await sender?.ask<SentMessage>('message.send', { id, topic, kind: 'chat', text: `第 ${index} 句` });
      if (!ack?.ok || ack.value.seq === undefined) throw new Error(`not said: ${JSON.stringify(ack)}`);
      said.push({ id, seq: ack.value.seq });
    }
    await sleep(arrivalMs);
    const told = watchNumbers();
    const askedAt = new Map<number, number>();
    for (const { id, seq } of said) {
      askedAt.set(seq, performance.now());
      void sender?.ask('message.retract', { id, topic });
      await sleep(pauseMs);
    }
    await sleep(arrivalMs);
    return percentile(
      said.map(({ seq }) => lastTold(told, numbers.get(seq)) - (askedAt.get(seq) ?? 0)),
      0.99,
    );
  }

  /** Every frame's number with the moment when the last viewer had it. */
  function watchNumbers(): Told[] {
    const bySeq = new Map<number, Told>();
    const inOrder: Told[] = [];
    for (const viewer of viewers) {
      viewer.onTold = (seq) => {
        const known = bySeq.get(seq) ?? { seq, left: viewers.length, lastAt: 0 };
        if (!bySeq.has(seq)) inOrder.push(known);
        bySeq.set(seq, known);
        known.left -= 1;
        known.lastAt = performance.now();
      };
    }
    return inOrder;
  }
}

function lastTold(told: readonly Told[], seq: number | undefined): number {
  const frame = told.find((one) => seq !== undefined && one.seq >= seq);
  if (!frame || frame.left > 0) throw new Error(`number ${seq} did not reach everybody`);
  return frame.lastAt;
}
