import { randomUUID } from 'node:crypto';
import type { Browser, Page } from '@playwright/test';
import type { SentMessage } from '@yunhui/contracts';
import { demoPassword, startHub } from '../harness/hub.js';
import { aBrowser } from './browser.js';
import { aTicket } from './crowd.js';
import { inBeats } from './in-beats.js';
import { LoadSocket } from './load-socket.js';
import type { Figure } from './promises.js';

export type ModerationBenchOptions = { rounds: number; seconds: number };

const room = 'room:microscope';
const perSecond = 200;
const speakers = 40;
/** Its loading is another figure. */
const settleMs = 4_000;
const longTaskMs = 50;
/** A task of ours that the browser must tell of. */
const provenMs = 80;
const desk = { viewport: { width: 1440, height: 900 }, locale: 'zh-CN', timezoneId: 'Asia/Shanghai' };

/** What one round has shown. */
type Round = { longestMs: number; longTasks: number; keyMs: number; held: number };

/**
 * The cockpit in a real browser, while 200 messages a second are held for it by the real hub: nobody else decides, so that the
 * queue grows by thousands, and the moderator walks on and decides by keys as somebody does who works.
 */
export async function measureCockpit({ rounds, seconds }: ModerationBenchOptions): Promise<Figure[]> {
  await using hub = await startHub({ RATE_LIMITS: 'off', VISIBLE_BUDGET: '0' });
  const people = await gather(hub.address);
  const browser = await aBrowser();
  try {
    const measured: Round[] = [];
    for (let round = 0; round < rounds; round += 1) measured.push(await oneRound(browser, hub.address, people, seconds));
    const of = (figure: keyof Round) => measured.map((round) => round[figure]);
    return [
      { what: `longest task of the cockpit at ${perSecond} new items a second`, unit: 'ms', rounds: of('longestMs'), most: longTaskMs },
      { what: `tasks over ${longTaskMs} ms in ${seconds} s`, unit: '', rounds: of('longTasks'), most: 0 },
      { what: 'from a key to what it shows, longest', unit: 'ms', rounds: of('keyMs') },
      { what: 'items held in a round', unit: '', rounds: of('held'), least: perSecond * seconds },
    ];
  } finally {
    for (const socket of people) socket.close();
    await browser.close();
  }
}

async function oneRound(browser: Browser, address: string, people: readonly LoadSocket[], seconds: number): Promise<Round> {
  const context = await browser.newContext({ ...desk, baseURL: address });
  try {
    const page = await context.newPage();
    const headers = { origin: address };
    await page.request.post('/api/v1/sign-in', { data: { login: 'moderator', password: demoPassword }, headers });
    await page.request.put(`/api/v1/topics/${room}/mode`, { data: { mode: { reviewFirst: true } }, headers });
    // A browser that has signed in remembers that it did.
    await page.addInitScript(() => localStorage.setItem('yunhui.known', 'yes'));
    await page.goto('/desk/moderation');
    await page.getByRole('heading', { name: '审核台' }).waitFor();
    await page.waitForTimeout(settleMs);
    const watched = await page.evaluateHandle(watch);
    const [kept] = await Promise.all([say(people, seconds), work(page, seconds)]);
    await page.evaluate(beBusy, provenMs);
    await page.waitForTimeout(500);
    const { tasks, keys } = await watched.jsonValue();
    if ((tasks.pop() ?? 0) < provenMs) throw new Error('a long task of ours was not seen: neither would others be');
    return { longestMs: Math.max(0, ...tasks), longTasks: tasks.length, keyMs: Math.max(0, ...keys), held: kept };
  } finally {
    await context.close();
  }
}

/** From now on: how long each task took that took longer than 50 ms, and each key until what it did was drawn. Runs in the page. */
function watch(): { tasks: number[]; keys: number[] } {
  const seen: { tasks: number[]; keys: number[] } = { tasks: [], keys: [] };
  new PerformanceObserver((list) => seen.tasks.push(...list.getEntries().map(({ duration }) => duration))).observe({ type: 'longtask' });
  const onKeys = { type: 'event', durationThreshold: 16 };
  new PerformanceObserver((list) => {
    for (const { name, duration } of list.getEntries()) if (name === 'keydown') seen.keys.push(duration);
  }).observe(onKeys);
  return seen;
}

/** Holds the page up in a task of its own. Runs in the page. */
function beBusy(forMs: number): void {
  setTimeout(() => {
    const began = performance.now();
    while (performance.now() - began < forMs);
  });
}

/** A moderator at work: three rows on, one rejected, and so on, twice a second. */
async function work(page: Page, seconds: number): Promise<void> {
  for (let pressed = 0; pressed < seconds * 2; pressed += 1) {
    await page.keyboard.press(pressed % 4 === 3 ? 'r' : 'j');
    await page.waitForTimeout(450);
  }
}

async function gather(address: string): Promise<LoadSocket[]> {
  const people: LoadSocket[] = [];
  for (let index = 0; index < speakers; index += 1)
    people.push(await LoadSocket.connect({ url: address, ticket: await aTicket(address, `路人${index + 1}`) }));
  return people;
}

const things = ['潮汐', '星云', '火山', '彗星', '珊瑚', '冰川', '极光', '萤火虫', '显微镜', '候鸟', '红树林'];
const ends = ['是怎么来的', '晚上看得到吗', '在书里见过', '离我们有多远，老师能不能再讲一遍', '比我想的大'];

/** How many were held. Every tenth has something that screening finds. */
async function say(people: readonly LoadSocket[], seconds: number): Promise<number> {
  let kept = 0;
  const asks: Promise<void>[] = [];
  await inBeats(perSecond * seconds, perSecond, (index) => {
    const text = `${index % 10 === 9 ? '加微信领资料，' : ''}第${index}问，${things[index % things.length]}${ends[index % ends.length]}`;
    const by = people[index % people.length];
    const message = { id: randomUUID(), topic: room, kind: 'chat', text };
    const ask = by?.ask<SentMessage>('message.send', message).then((ack) => void (kept += ack?.ok && ack.value.status === 'held' ? 1 : 0));
    if (ask) asks.push(ask);
  });
  await Promise.all(asks);
  return kept;
}
