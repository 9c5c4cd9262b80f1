import { expect, test } from 'vitest';
import { startHub } from '../harness/hub.js';
import { ownFigure } from '../harness/own-figures.js';
import { Crowd } from '../load/crowd.js';
import { Ear } from '../load/ear.js';
import { percentile } from '../load/figures.js';
import { talkSteadily } from '../load/steady-talk.js';
import { UnreadSocket } from '../load/unread-socket.js';
import { faultSize, note } from './fault-size.js';

const topic = 'room:deep-space';
const { of, within } = faultSize;
const slowReaders = 100;
/** Those who were cut come again, as phones do. */
const comeAgainEveryMs = 30_000;
/** So many bytes that a reader's buffers in the kernel are full in seconds, and the hub has to hold what they do not take. */
const line = '这个实验我们学校也想试一试，请问老师需要准备什么？'.repeat(19);
const pace = { perSecond: 250, seconds: of(10, 60), line };

test("slow-beside: others' p99 beside 50 readers that never read and 50 at 1 KB/s is at most half as long again, and 20 ms (A/B/A/B)", async () => {
  await using hub = await startHub({ RATE_LIMITS: 'off', VISIBLE_BUDGET: '0' });
  const ear = new Ear();
  using people = await Crowd.gather({
    url: hub.address,
    topics: [topic],
    senders: 20,
    watchersPerTopic: 50,
    onFrame: (frame) => ear.hear(frame),
  });
  const aMinute = async (): Promise<number[]> => {
    ear.beginAnew();
    await talkSteadily(people.senders, [topic], { ...pace, onSay: (index) => ear.noteSaid(index) });
    await expect.poll(() => ear.heardMs.length, { timeout: within(5_000) }).toBe(pace.perSecond * pace.seconds);
    return [...ear.heardMs];
  };

  let mostBehind = 0;
  const look = setInterval(
    () => void ownFigure(hub.address, 'hub_readers_behind').then((count) => (mostBehind = Math.max(mostBehind, count))),
    250,
  );
  const figures = { without: [] as number[], beside: [] as number[] };
  for (let turn = 0; turn < 2; turn++) {
    figures.without.push(...(await aMinute()));
    using _slow = await comingAgain(hub.address);
    figures.beside.push(...(await aMinute()));
  }
  clearInterval(look);
  const [without, beside] = [percentile(figures.without, 0.99), percentile(figures.beside, 0.99)];
  note(
    `slow-beside: others' p99 ${Math.round(without)} ms without, ${Math.round(beside)} ms beside ${slowReaders} slow readers, ${mostBehind} of them behind at once`,
  );
  expect(mostBehind).toBeGreaterThan(0);
  expect(people.lost()).toBe(0);
  expect(beside).toBeLessThanOrEqual(within(1.5 * without + 20));
});

/** Slow readers, half of them reading nothing at all; all of them come again and again until the scope ends. */
async function comingAgain(address: string): Promise<Disposable> {
  let readers: UnreadSocket[] = [];
  const come = async (): Promise<void> => {
    for (const reader of readers) reader.close();
    readers = await Promise.all(Array.from({ length: slowReaders }, (_, i) => UnreadSocket.join(address, topic, { sips: i % 2 === 1 })));
  };
  await come();
  const again = setInterval(() => void come(), comeAgainEveryMs);
  return {
    [Symbol.dispose]: () => {
      clearInterval(again);
      for (const reader of readers) reader.close();
    },
  };
}
