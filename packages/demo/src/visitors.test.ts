import { expect, test } from 'vitest';
import { startTinyHub } from '../test/tiny-hub.js';
import { loadDemoData } from './load-demo-data.js';
import { topicLines } from './topic-lines.js';
import { demoVisitorNames, startVisitors } from './visitors.js';

const channels = ['tide', 'beijing', 'hubei'].map((slug) => ({ slug, campaign: 'kepuri-2023' }));
/** A turn each 50 ms for each visitor. */
const hurried = demoVisitorNames.length * 1200;

test('demo visitors say the sample lines under their names where something is live, follow the programme, and leave', async () => {
  await using hub = await startTinyHub();
  const leave = new AbortController();
  let now = Date.now();
  hub.whims.live = ['tide', 'beijing'];
  const visit = startVisitors({ url: hub.url, channels, signal: leave.signal, now: () => now, ratePerMinute: hurried });

  await expect.poll(() => new Set(hub.heard.map(({ name }) => name))).toEqual(new Set(demoVisitorNames));
  const { zh, en } = loadDemoData().programme.chat;
  expect(hub.heard.filter(({ text }) => ![...zh, ...en].includes(text))).toEqual([]);
  expect(new Set(hub.heard.map(({ topic }) => topic))).toEqual(new Set(['room:tide', 'room:beijing']));
  expect(hub.guests.toSorted()).toEqual(demoVisitorNames.toSorted());

  hub.whims.live = ['hubei'];
  now += 60_000;
  await expect
    .poll(() => [...hub.joined.values()].map((rooms) => [...rooms]), { timeout: 5_000 })
    .toEqual(demoVisitorNames.map(() => ['room:hubei']));
  const before = hub.heard.length;
  await expect.poll(() => hub.heard.length).toBeGreaterThan(before + 10);
  expect(new Set(hub.heard.slice(before).map(({ topic }) => topic))).toEqual(new Set(['room:hubei']));

  leave.abort();
  await visit;
  await expect.poll(() => hub.connected()).toBe(0);
});

test('demo visitors also talk in the topics, say where they are, and say there what belongs there', async () => {
  await using hub = await startTinyHub();
  const leave = new AbortController();
  const topics = ['hashtag:kepuri-2023:xingkong', 'hashtag:kepuri-2023:tianjian'];
  const visit = startVisitors({ url: hub.url, channels, topics, signal: leave.signal, now: Date.now, ratePerMinute: hurried });

  await expect.poll(() => new Set(hub.heard.map(({ topic }) => topic))).toEqual(new Set(topics));
  for (const { topic, text } of hub.heard) expect(topicLines[topic.split(':')[2] ?? '']).toContain(text);
  await expect.poll(() => hub.regions.size).toBeGreaterThan(10);

  leave.abort();
  await visit;
});

test('demo visitors fall silent when they are refused', async () => {
  await using hub = await startTinyHub();
  const leave = new AbortController();
  hub.whims.live = ['tide'];
  hub.whims.refusal = { code: 'topic.closed', retry: 'never' };
  const visit = startVisitors({ url: hub.url, channels, signal: leave.signal, now: Date.now, ratePerMinute: hurried, chance: () => 0.5 });

  await expect.poll(() => hub.heard.length).toBeGreaterThan(demoVisitorNames.length);
  const saidOf = (name: string) => hub.heard.filter((message) => message.name === name).length;
  await new Promise((passed) => setTimeout(passed, 2_000));
  // Pauses of 50, 100, 200, 400, 800, 1600 ms: six in over two seconds, where an even pace makes forty.
  for (const name of demoVisitorNames) expect(saidOf(name)).toBeLessThanOrEqual(7);

  leave.abort();
  await visit;
});

test('demo visitors wait for a hub that is not there, say what is wrong, and leave when told', async () => {
  const leave = new AbortController();
  const troubles: unknown[] = [];
  const visit = startVisitors({
    url: 'http://127.0.0.1:1',
    channels,
    signal: leave.signal,
    now: Date.now,
    ratePerMinute: hurried,
    troubled: (cause) => troubles.push(cause),
  });

  await expect.poll(() => troubles.length).toBeGreaterThan(0);
  leave.abort();
  await expect(visit).resolves.toBeUndefined();
});
