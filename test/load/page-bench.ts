import type { Browser } from '@playwright/test';
import { startHub } from '../harness/hub.js';
import { aBrowser } from './browser.js';
import { calibrate, median, round } from './figures.js';
import { keepResult, lastResult, worseThan } from './last-result.js';
import { PageVisit, type Visit } from './page-visit.js';
import { runRoom, type RoomFigures } from './page-room.js';

export type PageBenchOptions = {
  rounds: number;
  roomSeconds: number;
  /** An hour of a busy room, sped up. */
  hour: { messages: number; perSecond: number };
  resultFile?: string;
};

/** What is promised of the page (quality.md and libraries.md). JavaScript and CSS in kB of gzip. */
export const promised = {
  lobby: { jsKb: 155, cssKb: 20, fontKb: 0, lcpMs: 2_000, cls: 0.05 },
  channel: { jsKb: 330 },
  /** Before the first playlist is asked for. */
  channelAtFirst: { jsKb: 170 },
  longTaskMs: 50,
  /** An hour of chat leaves no more than this behind. */
  heapGrowthMb: 10,
} as const;

const daytime = { CLOCK_AT: '2023-09-19T14:32:00+08:00' };
const channel = 'deep-space';
const settleMs = 3_000;
/** The other pages, one visit each. */
const others = {
  matrix: '/matrix',
  schedule: '/schedule',
  topics: '/topics',
  topic: '/topics/fangzai',
  search: '/search',
  'sign-in': '/sign-in',
};

export type PageBenchResult = {
  ok: boolean;
  broken: string[];
  lobby: Visit[];
  channel: { atFirstJsKb: number; jsKb: number; lcpMs: number };
  pages: Record<string, Visit>;
  room: RoomFigures;
  /** LCP of the lobby in each round, by which two runs are compared. */
  rounds: number[];
  calibrationMs: { before: number; after: number };
};

/** The audience's pages in a real browser on a slowed machine and network, against the real hub. */
export async function runPageBench({ rounds: count, roomSeconds, hour, resultFile }: PageBenchOptions): Promise<PageBenchResult> {
  const before = calibrate();
  await using hub = await startHub({ ...daytime, RATE_LIMITS: 'off', DEMO: 'on', DEMO_VISITORS: 'off', VISIBLE_BUDGET: '0' });
  const browser = await aBrowser();
  try {
    await visitOf(browser, hub.address, '/'); // the hub's first answers are slow, and its compressed files are made
    const lobby: Visit[] = [];
    for (let round = 0; round < count; round += 1) lobby.push(await visitOf(browser, hub.address, '/'));
    const pages: Record<string, Visit> = {};
    for (const [name, path] of Object.entries(others)) pages[name] = await visitOf(browser, hub.address, path);
    const channelWeight = await channelVisit(browser, hub.address);
    const room = await runRoom(browser, hub.address, channel, { roomSeconds, hour });

    const rounds = lobby.map(({ lcpMs }) => lcpMs);
    const calibrationMs = { before, after: calibrate() };
    const broken = [...brokenBy(lobby), ...brokenByRoom(channelWeight, room)];
    if (resultFile) broken.push(...worseThan(await lastResult(resultFile), { rounds, calibrationMs }, { what: 'LCP of the lobby' }));
    const result = { ok: broken.length === 0, broken, lobby, channel: channelWeight, pages, room, rounds, calibrationMs };
    if (resultFile && result.ok) await keepResult(resultFile, result);
    return result;
  } finally {
    await browser.close();
  }
}

async function visitOf(browser: Browser, address: string, path: string): Promise<Visit> {
  await using visit = await PageVisit.open(browser, address, path);
  await visit.page.locator('main h1').first().waitFor();
  await visit.page.waitForTimeout(settleMs);
  return { ...(await visit.weight()), ...(await visit.paint()) };
}

/** What a channel weighs when its first playlist is asked for, without what reads playlists, and when it plays. */
async function channelVisit(browser: Browser, address: string): Promise<PageBenchResult['channel']> {
  await using visit = await PageVisit.prepare(browser, address);
  const playlist = visit.page.waitForRequest(/\.m3u8/);
  await visit.page.goto(`/channels/${channel}`);
  await playlist;
  const player = /hls/;
  const atFirst = await visit.weight((url) => !player.test(url));
  await visit.page.waitForTimeout(settleMs);
  const all = await visit.weight();
  return { atFirstJsKb: atFirst.jsKb, jsKb: all.jsKb, lcpMs: (await visit.paint()).lcpMs };
}

function brokenBy(lobby: readonly Visit[]): string[] {
  const limits = Object.entries(promised.lobby) as [keyof typeof promised.lobby, number][];
  return limits.flatMap(([figure, limit]) => {
    const measured = median(lobby.map((visit) => visit[figure]));
    return measured <= limit ? [] : [`${figure} of the lobby is ${measured}, promised ${limit}`];
  });
}

function brokenByRoom(weight: PageBenchResult['channel'], { longTasksMs, heapMb, refused }: RoomFigures): string[] {
  const longest = Math.max(0, ...longTasksMs);
  const growth = round(heapMb.last - heapMb.first);
  return [
    ...(weight.jsKb <= promised.channel.jsKb ? [] : [`a channel has ${weight.jsKb} kB of JS, promised ${promised.channel.jsKb}`]),
    ...(weight.atFirstJsKb <= promised.channelAtFirst.jsKb
      ? []
      : [`a channel has ${weight.atFirstJsKb} kB of JS before its first playlist, promised ${promised.channelAtFirst.jsKb}`]),
    ...(longest <= promised.longTaskMs ? [] : [`the longest task in a busy room takes ${longest} ms, promised ${promised.longTaskMs}`]),
    ...(growth <= promised.heapGrowthMb ? [] : [`an hour of chat leaves ${growth} MB behind, promised ${promised.heapGrowthMb}`]),
    ...(refused === 0 ? [] : [`${refused} messages were refused`]),
  ];
}

/** The closing lines, each figure with what was promised. */
export function pageLines({ lobby, channel: room, pages, room: busy, calibrationMs }: PageBenchResult): string[] {
  const spread = (figure: 'lcpMs' | 'jsKb' | 'cssKb' | 'otherKb' | 'requests' | 'cls') => {
    const values = lobby.map((visit) => visit[figure]);
    const [low, high] = [Math.min(...values), Math.max(...values)];
    return low === high ? `${low}` : `${median(values)} (${low}–${high})`;
  };
  const worst = Math.max(0, ...lobby.flatMap(({ longTasksMs }) => longTasksMs));
  const { lobby: limits } = promised;
  return [
    `page lobby: JS ${spread('jsKb')} kB (≤ ${limits.jsKb}), CSS ${spread('cssKb')} kB (≤ ${limits.cssKb}), fonts ${median(lobby.map(({ fontKb }) => fontKb))}, other ${spread('otherKb')} kB, ${spread('requests')} requests`,
    `page lobby: LCP ${spread('lcpMs')} ms (≤ ${limits.lcpMs}), CLS ${spread('cls')} (≤ ${limits.cls}), longest task while loading ${worst} ms, ${lobby.length} rounds, calibration ${calibrationMs.before} → ${calibrationMs.after} ms`,
    `page channel: JS ${room.atFirstJsKb} kB before the first playlist (≤ ${promised.channelAtFirst.jsKb}), ${room.jsKb} kB in all (≤ ${promised.channel.jsKb}), LCP ${room.lcpMs} ms`,
    `page room, ${busy.pace} for ${busy.seconds} s: ${busy.longTasksMs.length} long tasks, longest ${Math.max(0, ...busy.longTasksMs)} ms (≤ ${promised.longTaskMs}), ${busy.framesPerSecond} frames/s, longest frame ${busy.longestFrameMs} ms, ${busy.domNodes.busy} elements`,
    `page room, an hour of chat as ${busy.hour.messages} messages at ${busy.hour.perSecond}/s: heap ${busy.heapMb.first} → ${busy.heapMb.last} MB, ${busy.domNodes.first} → ${busy.domNodes.last} elements`,
    ...Object.entries(pages).map(
      ([name, { jsKb, cssKb, lcpMs, cls, requests }]) =>
        `page ${name}: JS ${jsKb} kB, CSS ${cssKb} kB, LCP ${lcpMs} ms, CLS ${cls}, ${requests} requests`,
    ),
  ];
}
