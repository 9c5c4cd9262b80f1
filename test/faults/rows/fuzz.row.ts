import { expect, test } from 'vitest';
import type { SpawnedHub } from '../../harness/hub.js';
import { aTicket } from '../../load/crowd.js';
import { residentMb } from '../../load/process-figures.js';
import { faultSize, note } from '../fault-size.js';
import { HostileInputs } from '../fuzz/hostile-inputs.js';
import { HostileLine } from '../fuzz/hostile-line.js';

const { random, of, seed } = faultSize;

/** How many are sent at once on one line, and how many lines there are. */
const batch = 25;
const lines = 12;

/** Whatever comes in at the gateway is answered by the ack rule, ends its own connection at most, and leaves nothing behind. */
export function fuzzRow(hub: () => SpawnedHub): void {
  test(`fuzz: ${of('3,000', '100,000')} hostile inputs; 0 crashes, each answered by the ack rule, memory within 30 MB`, async () => {
    const { address, pid } = hub();
    const alive = pid();
    const ticket = await aTicket(address, '白露');
    const attackers = Array.from({ length: lines }, (_, i) => new HostileLine(address, i % 3 === 0 ? {} : { ticket, protocol: 1 }));
    const inputs = new HostileInputs(random);
    const attack = async (count: number): Promise<void> => {
      let left = count;
      const go = async (line: HostileLine): Promise<void> => {
        while (left > 0) {
          left -= batch;
          await line.send(Array.from({ length: batch }, () => inputs.next()));
        }
      };
      await Promise.all(attackers.map(go));
    };

    await attack(of(1_000, 10_000)); // what a hub grows by once, whatever it is asked
    const before = await residentMb(alive);
    await attack(of(2_000, 90_000));
    const after = await residentMb(alive);

    for (const line of attackers) line.close();
    expect(attackers.flatMap(({ complaints }) => complaints)).toEqual([]);
    expect(pid()).toBe(alive);
    expect((await fetch(`${address}/health/ready`)).status).toBe(200);
    expect(hub().output()).not.toMatch(/TypeError|RangeError|Unhandled/);
    note(`fuzz: ${of(3_000, 100_000)} inputs of seed ${seed}, ${before} MB before, ${after} MB after`);
    expect(after - before).toBeLessThanOrEqual(30);
  });
}
