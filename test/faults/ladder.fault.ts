import { setTimeout as sleep } from 'node:timers/promises';
import { LadderLevel } from '@yunhui/contracts';
import { expect, test } from 'vitest';
import { type SpawnedHub, startHub } from '../harness/hub.js';
import { ownFigures } from '../harness/own-figures.js';
import { faultSize, note } from './fault-size.js';
import { keptByHistory } from './parts/kept-log.js';
import { Audience } from './people/audience.js';
import type { Person } from './people/person.js';

const topic = 'room:deep-space';
const { random, of, within } = faultSize;

/** A machine that gives the hub so little of its time: longer stops than the first step needs, shorter than the last does. */
const starved = { stoppedMs: 350, runsMs: 60 };
/** Two seconds to a step up, ten to a step down; four steps at most. */
const upWithinMs = 10_000;
const downWithinMs = 60_000;

test('ladder: a hub that is given little time leaves things out and says so; nothing acknowledged is lost, and it serves as before when it has time', async () => {
  await using hub = await startHub({ RATE_LIMITS: 'off', VISIBLE_BUDGET: '0' });
  using audience = await Audience.gather({ doors: [hub.address], topic, speakers: of(6, 20), watchers: of(6, 200), random });
  const told = new Set<LadderLevel>();
  {
    using _talk = audience.talk(of(20, 60));
    await using _want = starve(hub);
    await expect.poll(() => noteLevels(audience.people, told), { timeout: within(upWithinMs), interval: 50 }).toContain('sampled');
    await sleep(of(1_000, 5_000));
  }
  await expect.poll(() => levelOf(hub.address), { timeout: within(downWithinMs), interval: 250 }).toBe('full');
  await expect.poll(() => audience.people.every((one) => one.isLive && one.isSettled), { timeout: within(10_000) }).toBe(true);
  noteLevels(audience.people, told);
  note(`ladder: ${audience.said.length} messages said; viewers were told ${[...told].join(', ')}`);

  // Whoever was told of a level is told of its end, also where other work on the machine raised it once more; and what was left out is said to be left out.
  await expect.poll(() => lastLevels(audience.people), { timeout: within(downWithinMs) }).toEqual(['full at 200 ms']);
  expect(audience.people.flatMap(({ seen }) => seen.complaints)).toEqual([]);
  const kept = new Map((await keptByHistory(hub.address, topic)).entries.map(({ id, seq }) => [id, seq]));
  const acks = audience.people.flatMap(({ said }) => [...said.values()]).flatMap(({ acks: each }) => each);
  expect(acks.filter(({ id, seq }) => kept.get(id) !== seq)).toEqual([]);

  const after = audience.say();
  await expect.poll(() => audience.people.every(({ seen }) => seen.arrivals.has(after.id)), { timeout: within(2_000) }).toBe(true);
});

/** Stops the hub again and again, as a machine does that has other work; the last thing it does is to let it run. */
function starve(hub: SpawnedHub): AsyncDisposable {
  let isOver = false;
  const starving = (async () => {
    while (!isOver) {
      hub.pause();
      await sleep(starved.stoppedMs);
      hub.resume();
      await sleep(starved.runsMs);
    }
  })();
  return {
    [Symbol.asyncDispose]: () => {
      isOver = true;
      return starving;
    },
  };
}

/** What those who were told of a level were told last. */
function lastLevels(people: readonly Person[]): string[] {
  const last = people.flatMap(({ notices }) => notices.findLast(({ kind }) => kind === 'mode') ?? []);
  return [...new Set(last.map(({ mode, frameMs }) => `${mode} at ${frameMs} ms`))];
}

/** Every level that anybody was told of, also of that which lasts only a moment. */
function noteLevels(people: readonly Person[], told: Set<LadderLevel>): LadderLevel[] {
  for (const { notices } of people)
    for (const { kind, mode, frameMs } of notices) {
      const level = LadderLevel.safeParse(mode === 'full' && frameMs === 400 ? 'slow' : mode);
      if (kind === 'mode' && level.success) told.add(level.data);
    }
  return [...told];
}

async function levelOf(address: string): Promise<string | undefined> {
  return /^hub_ladder_level\{level="(\w+)"\} 1$/m.exec(await ownFigures(address))?.[1];
}
