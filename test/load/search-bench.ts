import type { SearchAnswer } from '@yunhui/contracts';
import { anEmptyDatabase, startPostgres, startRedis } from '@yunhui/testkit';
import pg from 'pg';
import { startHub } from '../harness/hub.js';
import { calibrate, median, percentile, round } from './figures.js';

export type SearchBenchOptions = { activities: number; rounds: number };
export type SearchBenchResult = {
  activities: number;
  /** Of one query over HTTP, all rounds together. */
  medianMs: number;
  p99Ms: number;
  /** The slowest round's median by the quickest one's. */
  spread: number;
  /** The longest that another request waited while the index was made. */
  longestWaitMs: number;
  calibrationMs: number;
  broken: string[];
};

const campaign = 'kepuri-2023';
const promisedMs = 100;
/** What people type: Chinese, full pinyin, initials, mixtures, a place, a long one, and what is not there. */
const queries = [
  '广西',
  '科普',
  'guizhou',
  'gzpd',
  'gx课堂',
  'kepu大行动',
  '天文',
  'zhongguo',
  'kp',
  'xuexiao',
  '全国科普日主场活动',
  '没有这个活动',
];

const mustFind: ReadonlySet<string> = new Set(['广西', '科普', 'guizhou']);

/** Search at the promised number of activities, over HTTP, on a hub with PostgreSQL; `url`s differ, so nothing answers from a cache. */
export async function runSearchBench({ activities, rounds }: SearchBenchOptions): Promise<SearchBenchResult> {
  const calibrationMs = calibrate();
  await using postgres = await startPostgres();
  await using database = await anEmptyDatabase(postgres.url);
  await using redis = await startRedis();
  await using hub = await startHub({ DATABASE_URL: database.url, REDIS_URL: redis.url, RATE_LIMITS: 'off', DEMO: 'on' });
  await addActivities(database.url, activities);
  await hub.kill('SIGTERM');
  await hub.start();
  const longestWaitMs = await longestWaitUntilFound(hub.address);

  const medians: number[] = [];
  const all: number[] = [];
  let asked = 0;
  for (let round = 0; round < rounds; round++) {
    const times: number[] = [];
    for (let turn = 0; turn < 5; turn++)
      for (const q of queries) times.push(await timed(() => search(hub.address, q, 20 + (asked++ % 30))));
    medians.push(median(times));
    all.push(...times);
  }
  const p99Ms = round(percentile(all, 0.99));
  const broken = p99Ms <= promisedMs ? [] : [`p99 ${p99Ms} ms, promised ≤ ${promisedMs} ms`];
  const spread = round(Math.max(...medians) / Math.min(...medians), 2);
  return { activities, medianMs: round(median(all)), p99Ms, spread, longestWaitMs, calibrationMs, broken };
}

export function searchLine({ activities, medianMs, p99Ms, spread, longestWaitMs, calibrationMs }: SearchBenchResult): string {
  return `search over ${activities} activities: median ${medianMs} ms, p99 ${p99Ms} ms (promised ≤ ${promisedMs}), rounds ×${spread}; others waited ≤ ${longestWaitMs} ms while it was made; calibration ${calibrationMs} ms`;
}

/** The notices' own activities over and over, each in another place and with a number, so that no two titles are the same. */
async function addActivities(url: string, wanted: number): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(
      `insert into activities (id, campaign, position, title, kind, block, mode, time, from_date, to_date, place, forms, domains, hosts)
       select 'bench-' || n, a.campaign, n, r.name || a.title || n, a.kind, a.block, a.mode, a.time, a.from_date, a.to_date, a.place, a.forms, a.domains, a.hosts
       from generate_series(1, $1::int) n
       join lateral (select * from activities where id not like 'bench-%' order by id offset n % 132 limit 1) a on true
       join lateral (select name from regions order by key offset n % 156 limit 1) r on true`,
      [wanted - 132],
    );
  } finally {
    await client.end();
  }
}

/** Asks for something light again and again until the index is there, and says the longest that it waited. */
async function longestWaitUntilFound(address: string): Promise<number> {
  let longest = 0;
  let isThere = false;
  const first = search(address, 'bench', 20).then(() => (isThere = true));
  while (!isThere) longest = Math.max(longest, await timed(() => fetch(`${address}/health/live`)));
  await first;
  return round(longest);
}

async function search(address: string, q: string, limit: number): Promise<void> {
  const answer = await fetch(`${address}/api/v1/campaigns/${campaign}/search?${new URLSearchParams({ q, limit: `${limit}` }).toString()}`);
  if (!answer.ok) throw new Error(`search ${q}: ${answer.status}`);
  const { items } = (await answer.json()) as SearchAnswer;
  if (mustFind.has(q) && items.length === 0) throw new Error(`search ${q}: nothing was found, so nothing was measured`);
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now();
  await work();
  return performance.now() - began;
}
