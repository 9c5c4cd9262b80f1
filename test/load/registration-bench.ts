import { setTimeout as sleep } from 'node:timers/promises';
import type { FilingPage, ImportedFilings, ReviewPage } from '@yunhui/contracts';
import { aFiler, filingDay, onSite } from '../harness/filer.js';
import { startHub } from '../harness/hub.js';
import { type SignedIn, signedIn } from '../harness/signed-in.js';
import { Crowd, someRooms } from './crowd.js';
import { percentile } from './figures.js';
import type { Figure } from './promises.js';
import { talkSteadily } from './steady-talk.js';

export type RegistrationBenchOptions = { activities: number; rounds: number; seconds: number; sheetRows: number };

const promisedMs = 100;
const perSecond = 500;
/** Of 5,000 rows; less of them are not promised more. */
const importWithinS = 20;
const rowsAtOnce = 50;
const filersAtOnce = 4;
/** Somebody who works at a desk looks at what came before they ask again. */
const looksForMs = 50;

/** How long each ask of one round took. */
type Asked = { queue: number[]; subtree: number[]; own: number[]; filing: number[] };

/**
 * A reviewer's queue, all of a province, a host's own list and single filings, read to their ends by HTTP on the embedded
 * store, while people talk: 10,000 activities were handed in before, as hosts hand them in.
 */
export async function measureRegistration({ activities, rounds, seconds, sheetRows }: RegistrationBenchOptions): Promise<Figure[]> {
  await using hub = await startHub({ RATE_LIMITS: 'off', VISIBLE_BUDGET: '0', DEMO: 'on', CLOCK_AT: filingDay });
  const handedInPerSecond = await handIn(hub.address, activities);
  const [province, host] = await Promise.all([signedIn(hub.address, 'province'), signedIn(hub.address, 'host')]);
  const topics = await someRooms(hub.address, 10);
  using people = await Crowd.gather({ url: hub.address, topics, senders: 50, watchersPerTopic: 2 });

  const asked: Asked[] = [];
  const accepted: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const [talk, times] = await Promise.all([
      talkSteadily(people.senders, topics, { perSecond, seconds }),
      askFor(seconds, province, host),
    ]);
    asked.push(times);
    accepted.push([...talk.numbers.values()].flat().length / seconds);
  }
  const importS = await importSheet(host, sheetRows);
  const p95 = (of: keyof Asked) => asked.map((times) => percentile(times[of], 0.95));
  return [
    { what: `a page of the queue, p95 over ${activities} activities`, unit: 'ms', rounds: p95('queue'), most: promisedMs },
    { what: 'a page of all that a province has, p95', unit: 'ms', rounds: p95('subtree'), most: promisedMs },
    { what: 'a page of a host’s own list, p95', unit: 'ms', rounds: p95('own'), most: promisedMs },
    { what: 'one filing with its findings, p95', unit: 'ms', rounds: p95('filing'), most: promisedMs },
    { what: 'messages accepted a second meanwhile', unit: '', rounds: accepted, least: perSecond * 0.99 },
    { what: `a sheet of ${sheetRows} rows, looked at and kept`, unit: 's', rounds: [importS], most: importWithinS },
    { what: 'activities handed in a second, four hosts at once', unit: '', rounds: [handedInPerSecond] },
  ];
}

/** As hosts do it, by the form’s three requests. Every second one climbs a ladder of three. */
async function handIn(address: string, activities: number): Promise<number> {
  const filer = await aFiler(address);
  const began = performance.now();
  let next = 0;
  const oneAfterTheOther = async (): Promise<void> => {
    while (next < activities) {
      const at = (next += 1);
      await filer.submit(at % 2 ? 'gx-nature-museum' : 'hengzhou-kexie', { ...onSite, title: `走进身边的科学第 ${at} 场` });
    }
  };
  await Promise.all(Array.from({ length: filersAtOnce }, oneAfterTheOther));
  return activities / ((performance.now() - began) / 1_000);
}

/** As the page sends it: first to be looked at, then to be kept, a portion after the other, which is what its progress counts. */
async function importSheet(host: SignedIn, sheetRows: number): Promise<number> {
  const began = performance.now();
  for (const dryRun of [true, false])
    for (let from = 0; from < sheetRows; from += rowsAtOnce) {
      const rows = Array.from({ length: Math.min(rowsAtOnce, sheetRows - from) }, (_, at) => {
        const number = `S-${from + at + 1}`;
        return {
          row: from + at + 2,
          cells: { id: number, title: `表格里的第 ${number} 项`, time: '9—11月', place: '南宁', mode: '线下', hosts: '广西自然博物馆' },
        };
      });
      const wish = { organization: 'gx-nature-museum', campaign: 'bagui-2023', dryRun, rows };
      const { status, body } = await host.post<ImportedFilings>('filings/imports', wish);
      const kept = status === 200 ? body.rows.filter(({ outcome }) => outcome === 'new').length : 0;
      if (kept !== rows.length) throw new Error(`${status}: ${kept} of ${rows.length} rows were taken`);
    }
  return (performance.now() - began) / 1_000;
}

/** A reviewer and a host who page through their lists to the end and begin again, until the time is over. */
async function askFor(seconds: number, reviewer: SignedIn, host: SignedIn): Promise<Asked> {
  const asked: Asked = { queue: [], subtree: [], own: [], filing: [] };
  const until = performance.now() + seconds * 1_000;
  const isOver = () => performance.now() >= until;
  const pages = async (by: SignedIn, path: string, times: number[]): Promise<void> => {
    for (let cursor: string | undefined, first = true; (first || cursor) && !isOver(); first = false) {
      const query = cursor ? `${path.includes('?') ? '&' : '?'}cursor=${encodeURIComponent(cursor)}` : '';
      const page = await timed(times, () => by.get<FilingPage | ReviewPage>(`${path}${query}`));
      const [at] = page.items;
      if (!at) throw new Error(`${path}: an empty page, so nothing was measured`);
      if (by === reviewer) await timed(asked.filing, () => by.get(`reviews/${at.id}`));
      cursor = page.next;
      await sleep(looksForMs);
    }
  };
  const work = async (by: SignedIn, ...lists: (readonly [string, number[]])[]): Promise<void> => {
    while (!isOver()) for (const [path, times] of lists) await pages(by, path, times);
  };
  await Promise.all([
    work(reviewer, ['reviews', asked.queue], ['reviews?scope=450000', asked.subtree]),
    work(host, ['filings', asked.own]),
  ]);
  return asked;
}

async function timed<Body>(times: number[], ask: () => Promise<{ status: number; body: Body }>): Promise<Body> {
  const began = performance.now();
  const { status, body } = await ask();
  times.push(performance.now() - began);
  if (status !== 200) throw new Error(`${status} ${JSON.stringify(body)}`);
  return body;
}
