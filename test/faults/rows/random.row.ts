import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { faultSize, note, progress } from '../fault-size.js';
import { expectInvariants } from '../invariants.js';
import type { Cluster } from '../parts/cluster.js';
import { keptInPostgres } from '../parts/kept-log.js';
import { Audience } from '../people/audience.js';
import { drawSchedule, readSchedule, type Schedule } from '../schedule/schedule.js';
import { FaultHand } from '../schedule/strike.js';

const topic = 'room:deep-space';
const { seed, replay, schedule: path, of, random } = faultSize;

/** After a round everything is whole again; on two busy cores the last node may need a while to say so. */
const calmMs = 90_000;
/** A start has a patience of minutes; beyond this something waits for what never comes, and the run would stand still without a word. */
const overdueMs = 600_000;

/** Whatever can break, by lot and at once. The schedule is written before it begins, so that it can be had again. */
export function randomRow(cluster: () => Cluster): void {
  test('random: faults by lot over real processes, and after each round all invariants', async () => {
    const schedule = replay ? readSchedule(readFileSync(replay, 'utf8')) : drawSchedule(seed, faultSize.minutes ?? of(0.15, 3));
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, JSON.stringify(schedule, null, 1));
    let [faults, acknowledged] = [0, 0];
    for (const [at, round] of schedule.rounds.entries()) {
      const said = await inTime(playRound(cluster(), schedule, round), round.lastsMs + overdueMs).catch((error: unknown) => {
        throw new Error(`round ${at + 1} of ${schedule.rounds.length}, seed ${schedule.seed}, ${path}`, { cause: error });
      });
      faults += round.faults.length;
      acknowledged += said;
      progress(`random: round ${at + 1} of ${schedule.rounds.length}, ${faults} faults, ${acknowledged} acknowledged`);
    }
    expect(acknowledged).toBeGreaterThan(0);
    note(`random: ${schedule.rounds.length} rounds, ${faults} faults, ${acknowledged} messages acknowledged, all invariants held`);
  });
}

async function inTime<Value>(work: Promise<Value>, withinMs: number): Promise<Value> {
  const over = new AbortController();
  const late = sleep(withinMs, undefined, { signal: over.signal }).then(() =>
    Promise.reject(new Error(`not over after ${withinMs / 1_000} s`)),
  );
  return Promise.race([work, late]).finally(() => over.abort());
}

async function playRound(cluster: Cluster, { perSecond }: Schedule, round: Schedule['rounds'][number]): Promise<number> {
  using audience = await Audience.gather({ doors: cluster.webs.map(({ door }) => door), topic, speakers: 8, watchers: 8, random });
  using talk = audience.talk(perSecond);
  const began = performance.now();
  const hand = new FaultHand(cluster);
  const struck = round.faults.map(async (fault) => {
    await sleep(fault.atMs - (performance.now() - began));
    await hand.strike(fault);
  });
  await Promise.all([sleep(round.lastsMs).then(() => talk[Symbol.dispose]()), ...struck]);
  await expectInvariants(audience.people, () => keptInPostgres(cluster.postgres.url, topic), { withinMs: calmMs });
  return audience.said.filter(({ acks }) => acks.length > 0).length;
}
