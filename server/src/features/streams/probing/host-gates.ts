import PQueue from 'p-queue';
import { afterLook, type HostStanding, mayAsk, newHost, tried } from './host-breaker.rules.js';

/** What one host is asked for by a process: so many looks at once, and so many a second. A CDN has the links of many. */
const budget = { concurrency: 8, interval: 1_000, intervalCap: 60 } as const;
/** Hosts that nobody looked at for so long are forgotten. */
const forgottenAfterMs = 10 * 60_000;

type Gate = { queue: PQueue; standing: HostStanding; usedAt: number };

/** One gate before each host that links lead to: its budget, and the breaker that shuts it when nobody is there. */
export class HostGates {
  private readonly gates = new Map<string, Gate>();

  constructor(
    private readonly now: () => number = Date.now,
    private readonly lot: () => number = Math.random,
  ) {}

  /** Does `look` when its turn comes; `shut` when the host is known to be gone. `reached` says whether anybody was there. */
  async through<Found>(address: string, look: () => Promise<Found>, reached: (found: Found) => boolean): Promise<Found | 'shut'> {
    const gate = this.gateOf(hostOf(address));
    return gate.queue.add(async () => {
      const may = mayAsk(gate.standing, this.now());
      if (may === 'no') return 'shut';
      if (may === 'try') gate.standing = tried(gate.standing);
      const heard = (wasReached: boolean): void => {
        gate.standing = afterLook(gate.standing, { reached: wasReached, now: this.now(), lot: this.lot() });
      };
      try {
        const found = await look();
        heard(reached(found));
        return found;
      } catch (error) {
        heard(false); // else a try that broke would leave the host shut for good
        throw error;
      }
    });
  }

  /** Drops the gates that nobody uses any more. */
  forgetOld(): void {
    for (const [host, { usedAt, queue }] of this.gates) {
      if (this.now() - usedAt > forgottenAfterMs && queue.pending + queue.size === 0) this.gates.delete(host);
    }
  }

  private gateOf(host: string): Gate {
    const gate = this.gates.get(host) ?? { queue: new PQueue(budget), standing: newHost, usedAt: 0 };
    gate.usedAt = this.now();
    this.gates.set(host, gate);
    return gate;
  }
}

/** The hub's own streams are one host more. */
function hostOf(address: string): string {
  return address.startsWith('/') ? 'own' : (URL.parse(address)?.host ?? address);
}
