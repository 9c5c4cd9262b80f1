import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { startHub } from '../../harness/hub.js';
import { faultSize } from '../fault-size.js';
import { expectInvariants } from '../invariants.js';
import { keptByHistory } from '../parts/kept-log.js';
import { aSmallDisk, mayMount } from '../parts/small-disk.js';
import { Audience } from '../people/audience.js';

const topic = 'room:deep-space';
const { random, of, within } = faultSize;

/** What cannot be kept is refused; what was refused is kept once there is room. */
export function diskRow(): void {
  test.skipIf(!mayMount())('disk-full: the embedded store’s disk is full; a clear refusal, and recovery when it is freed', async () => {
    await using disk = await aSmallDisk(400);
    await using hub = await startHub({ RATE_LIMITS: 'off', VISIBLE_BUDGET: '0', DATA_DIR: disk.path });
    using audience = await Audience.gather({ doors: [hub.address], topic, speakers: 6, watchers: 2, random });
    {
      using _talk = audience.talk(20);
      await sleep(1_000);
      await disk.fill();
      const saidFull = Array.from({ length: of(200, 2_000) }, () => audience.say());
      await expect.poll(() => saidFull.flatMap(({ refusals }) => refusals).length, { timeout: within(15_000) }).toBeGreaterThan(0);
      expect((await fetch(`${hub.address}/api/v1/topics/${topic}/snapshot`)).status).toBe(200);
      await disk.free();
    }
    await expectInvariants(audience.people, () => keptByHistory(hub.address, topic), { withinMs: within(20_000) });
    expect([...new Set(audience.said.flatMap(({ refusals }) => refusals))]).toEqual(['busy']);
  });
}
