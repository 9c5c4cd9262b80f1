import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { anEmptyDatabase, startPostgres, startRedis } from '@yunhui/testkit';
import pg from 'pg';
import { startHub } from '../harness/hub.js';
import { keepOnCore, residentMb, secondsOfCpu } from './process-figures.js';
import type { Figure } from './promises.js';

export type ProbesBenchOptions = { links: number; intervalMs: number; rounds: number; roundMs: number };

type OriginFigures = { playlists: number; looks: number; connections: number };
type Sample = { looksPerMinute: number; cores: number; rssMb: number; requestsPerLook: number; connections: number };

/** So many hosts; a CDN is one of them. */
const hosts = 40;
const promised = { looksPerMinute: 10_000, cores: 1, rssMb: 300, requestsPerLook: 3 };

/**
 * A worker on one core looks at live links of other people's hosts, each once in an interval; the hosts, PostgreSQL and
 * Redis have the other core. Everything on the way is real: claims, guard, playlists, the start of a segment, readings.
 */
export async function runProbesBench({ links, intervalMs, rounds, roundMs }: ProbesBenchOptions): Promise<Figure[]> {
  await using postgres = await startPostgres();
  await using database = await anEmptyDatabase(postgres.url);
  await using redis = await startRedis();
  const stores = { DATABASE_URL: database.url, REDIS_URL: redis.url, DEMO: 'on', RATE_LIMITS: 'off' };
  const seeding = await startHub({ ...stores, PROCESS: 'all' });
  await seeding[Symbol.asyncDispose]();
  const origin = fork(join(import.meta.dirname, 'peers/streams-server.ts'), [], { execArgv: [] });
  try {
    origin.send(hosts);
    const [ports] = (await once(origin, 'message')) as [number[]];
    await addLinks(database.url, { ports, links, intervalMs });
    // as a worker runs beside a database of its own: the demo is not in it
    const settings = { ...stores, DEMO: 'off', PROCESS: 'worker', OUTBOUND_LOOPBACK: 'on', PROBE_INTERVAL_MS: String(intervalMs) };
    await using worker = await startHub(settings);
    await keepOnCore(worker.pid(), 1);
    if (origin.pid !== undefined) await keepOnCore(origin.pid, 0);
    await sleep(intervalMs / 4); // connections open, code is warm
    const samples: Sample[] = [];
    for (let round = 0; round < rounds; round += 1) samples.push(await sample(worker.pid(), origin, roundMs));
    return inFigures(samples);
  } finally {
    origin.kill();
  }
}

async function sample(worker: number, origin: ChildProcess, roundMs: number): Promise<Sample> {
  const began = performance.now();
  const [before, cpuBefore] = [await figuresOf(origin), await secondsOfCpu(worker)];
  await sleep(roundMs);
  const [after, cpuAfter] = [await figuresOf(origin), await secondsOfCpu(worker)];
  const minutes = (performance.now() - began) / 60_000;
  const looks = after.looks - before.looks;
  return {
    looksPerMinute: looks / minutes,
    cores: (cpuAfter - cpuBefore) / (minutes * 60),
    rssMb: await residentMb(worker),
    requestsPerLook: (after.playlists - before.playlists + looks) / looks,
    connections: after.connections - before.connections,
  };
}

function inFigures(samples: readonly Sample[]): Figure[] {
  const rounds = (of: (sample: Sample) => number) => samples.map(of);
  return [
    { what: 'links looked at', unit: 'a minute', rounds: rounds((one) => one.looksPerMinute), least: promised.looksPerMinute },
    { what: 'of one core', unit: 'cores', rounds: rounds((one) => one.cores), most: promised.cores },
    { what: 'resident', unit: 'MB', rounds: rounds((one) => one.rssMb), most: promised.rssMb },
    { what: 'requests a link', unit: '', rounds: rounds((one) => one.requestsPerLook), least: promised.requestsPerLook - 0.1 },
    { what: 'new connections a round', unit: '', rounds: rounds((one) => one.connections) },
  ];
}

async function figuresOf(origin: ChildProcess): Promise<OriginFigures> {
  origin.send('figures');
  const [figures] = (await once(origin, 'message')) as [OriginFigures];
  return figures;
}

/** Live links that belong to no session, over all hosts, due one after the other over one interval. Known to be well, so that no first verdict is told. */
async function addLinks(
  url: string,
  { ports, links, intervalMs }: { ports: readonly number[]; links: number; intervalMs: number },
): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query('delete from stream_links');
    await client.query(
      `insert into stream_links (id, channel, kind, url, rank, health, due_at)
       select 'bench-' || n, 'beijing', 'hls-live', 'http://127.0.0.1:' || ($1::int[])[1 + n % $2] || '/' || n || '/master.m3u8', n, 'ok',
         now() + (n * $3::float8 / $4) * interval '1 ms'
       from generate_series(1, $4::int) n`,
      [ports, ports.length, intervalMs, links],
    );
  } finally {
    await client.end();
  }
}
