import { expect, test } from 'vitest';
import { startHub } from '../harness/hub.js';
import { faultSize } from './fault-size.js';
import { aTalker, expectEachKeptOnce, type Talker } from './talkers.js';

const topic = 'room:deep-space';
const { random } = faultSize;

test('kill -9 of the server while 50 clients send: every acknowledged message is kept exactly once', async () => {
  await using hub = await startHub({ RATE_LIMITS: 'off', VISIBLE_BUDGET: '0' });
  const talkers: Talker[] = [];
  for (let i = 0; i < 50; i++) talkers.push(await aTalker(hub.address, topic, `听众${i + 1}`));
  try {
    for (let round = 0; round < faultSize.rounds(2, 8); round++) {
      const chatter = setInterval(() => {
        for (const talker of talkers) if (random() < 0.3) talker.say(`第${round + 1}轮，${talker.sent.size + 1}`);
      }, 100);
      await pause(800 + random() * 1_500);
      await hub.kill('SIGKILL');
      await pause(500);
      await hub.start();
      clearInterval(chatter);
      await expect.poll(() => talkers.filter((talker) => !talker.settled()).length, { timeout: 60_000, interval: 200 }).toBe(0);
    }
    const all = talkers.flatMap(({ sent }) => [...sent]);
    expect(all.length).toBeGreaterThan(200);
    await expectEachKeptOnce(hub.address, topic, all);
  } finally {
    for (const talker of talkers) talker[Symbol.dispose]();
  }
});

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
