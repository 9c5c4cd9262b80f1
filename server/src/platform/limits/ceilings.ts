import { BlockList, isIP, isIPv6 } from 'node:net';
import { Injectable, Logger } from '@nestjs/common';

/** What one address may do at most. */
export type Ceiling = { guestsPerSecond: number; sockets: number };
/** Addresses with a higher ceiling, in CIDR notation. */
export type RaisedRange = Ceiling & { range: string };

const usual: Ceiling = { guestsPerSecond: 20, sockets: 3_000 };
/** So long another node may go on with what was listed before. */
const knownForMs = 5_000;

/**
 * How much an address may do: what is usual, or more where an operator has listed it, because a school or a carrier
 * is thousands behind one address. Asked with each new guest and socket, so it answers from memory and reads beside
 * that; while Postgres is away the last list holds.
 */
@Injectable()
export class Ceilings {
  private readonly log = new Logger(Ceilings.name);
  private raised: readonly { ceiling: Ceiling; addresses: BlockList }[] = [];
  private read?: () => Promise<readonly RaisedRange[]>;
  private readings = 0;
  private readAt = -Infinity;

  /** Whoever keeps the ranges says how they are read. */
  async readFrom(read: () => Promise<readonly RaisedRange[]>): Promise<void> {
    this.read = read;
    await this.refresh();
  }

  /** The highest of the ranges it is in; an address in none has the usual one. */
  of(address: string): Ceiling {
    if (performance.now() - this.readAt > knownForMs) void this.refresh();
    const [plain = ''] = address.split('%', 1); // without the zone of a link-local one
    if (isIP(plain) === 0) return usual;
    const within = this.raised.filter(({ addresses }) => addresses.check(plain, isIPv6(plain) ? 'ipv6' : 'ipv4'));
    return within.reduce((highest, { ceiling }) => higher(highest, ceiling), usual);
  }

  /** Reads the ranges now: after a change on this node they hold at once. A reading that began earlier comes too late. */
  async refresh(): Promise<void> {
    const reading = ++this.readings;
    this.readAt = performance.now();
    try {
      const ranges = (await this.read?.()) ?? [];
      if (reading === this.readings) this.raised = grouped(ranges);
    } catch (error) {
      this.log.warn(`The listed address ranges were not read, the last ones hold: ${String(error)}`);
    }
  }
}

const higher = (one: Ceiling, other: Ceiling): Ceiling => ({
  guestsPerSecond: Math.max(one.guestsPerSecond, other.guestsPerSecond),
  sockets: Math.max(one.sockets, other.sockets),
});

/** One list for each ceiling: most ranges share one, and an address is then looked for in few lists. */
function grouped(ranges: readonly RaisedRange[]): { ceiling: Ceiling; addresses: BlockList }[] {
  const groups = new Map<string, { ceiling: Ceiling; addresses: BlockList }>();
  for (const { range, guestsPerSecond, sockets } of ranges) {
    const key = `${guestsPerSecond} ${sockets}`;
    const group = groups.get(key) ?? { ceiling: { guestsPerSecond, sockets }, addresses: new BlockList() };
    const [network = '', prefix] = range.split('/');
    group.addresses.addSubnet(network, Number(prefix), isIPv6(network) ? 'ipv6' : 'ipv4');
    groups.set(key, group);
  }
  return [...groups.values()];
}
