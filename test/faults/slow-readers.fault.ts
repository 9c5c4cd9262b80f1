import { expect, test } from 'vitest';
import { startHub } from '../harness/hub.js';
import { ownFigure } from '../harness/own-figures.js';
import { Crowd } from '../load/crowd.js';
import { residentMb } from '../load/process-figures.js';
import { UnreadSocket } from '../load/unread-socket.js';
import { faultSize, note } from './fault-size.js';

const topic = 'room:deep-space';
const each = faultSize.of(20, 50);
const cutWithinMs = 10_000;
const mostGrowthMb = 64;
const longText = '这个实验我们学校也想试一试，请问老师需要准备什么？'.repeat(19);

test('readers that never read, or a kilobyte a second, are passed over and then cut, and nobody else misses a word', async () => {
  await using hub = await startHub({ RATE_LIMITS: 'off', VISIBLE_BUDGET: '0' });
  using people = await Crowd.gather({ url: hub.address, topics: [topic], senders: 20, watchersPerTopic: 5 });
  let said = 0;
  const talk = setInterval(() => {
    for (let turn = 0; turn < 10; turn++)
      void people.senders[said++ % 20]?.ask('message.send', { id: crypto.randomUUID(), topic, kind: 'chat', text: `${longText} ${said}` });
  }, 40);
  const readers: UnreadSocket[] = [];
  try {
    await pause(8_000);
    const residentBefore = await residentMb(hub.pid());
    for (let i = 0; i < each * 2; i++) readers.push(await UnreadSocket.join(hub.address, topic, { sips: i % 2 === 1 }));
    let mostMb = residentBefore;
    const behind = async () => {
      mostMb = Math.max(mostMb, await residentMb(hub.pid()));
      return ownFigure(hub.address, 'hub_readers_behind');
    };
    await expect.poll(behind, { timeout: 60_000, interval: 100 }).toBeGreaterThan(0);
    await expect.poll(behind, { timeout: 60_000, interval: 100 }).toBe(each * 2);
    const allBehindAt = performance.now();
    await expect.poll(() => ownFigure(hub.address, 'hub_slow_readers_cut_total'), { timeout: 30_000, interval: 100 }).toBe(each * 2);
    const cutAfterMs = Math.round(performance.now() - allBehindAt);
    expect(cutAfterMs).toBeLessThan(faultSize.within(cutWithinMs));
    mostMb = Math.max(mostMb, await residentMb(hub.pid()));
    note(`slow readers: ${readers.length} cut ${cutAfterMs} ms after the last was behind, ${mostMb - residentBefore} MB more`);
    expect(mostMb - residentBefore).toBeLessThanOrEqual(mostGrowthMb);
    await expect.poll(() => ownFigure(hub.address, 'hub_sockets')).toBe(20 + 5 + 1);
  } finally {
    clearInterval(talk);
    for (const reader of readers) reader.close();
  }
  expect(people.lost()).toBe(0);
  const law = people.readers.get(topic);
  expect(law?.breaches).toEqual([]);
  await expect.poll(() => law?.seq).toBeGreaterThan(1_000);
});

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
