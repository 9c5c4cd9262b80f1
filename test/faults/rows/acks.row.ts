import type { Entry } from '@yunhui/contracts';
import { createRealtimeClient } from '@yunhui/realtime-client';
import { expect, test } from 'vitest';
import { aTicket } from '../../load/crowd.js';
import { faultSize } from '../fault-size.js';
import { anAckMangler } from '../parts/ack-mangler.js';
import type { KeptLog } from '../parts/kept-log.js';

const { random, of, within } = faultSize;

/** One speaks one after the other, and a late ack costs half a second: all at once would wait for longer than a client tries. */
const turns = 5;

export type AcksHub = { address: string; topic: string; kept: () => Promise<KeptLog> };

/** The product's own client behind a network that plays with acks; it loses patience before a late one comes. */
export function acksRow(hub: () => AcksHub): void {
  test('acks: doubled, late beyond patience and out of order; one effect each', async () => {
    const { address, topic, kept } = hub();
    await using mangler = await anAckMangler(address, random);
    const ticket = await aTicket(address, '谷雨');
    const settings = { ackPatienceMs: 400, reconnectMs: 50 };
    using client = disposable(createRealtimeClient({ url: mangler.address, ticket: async () => ticket, settings }));
    client.follow(topic, () => undefined);
    await expect.poll(() => client.viewOf(topic).status, { timeout: 10_000 }).toBe('live');

    const ids: string[] = [];
    for (let turn = 0; turn < turns; turn += 1) {
      for (let i = 0; i < of(6, 60); i += 1) ids.push(client.send({ topic, kind: 'chat', text: `acked ${faultSize.seed} ${ids.length}` }));
      await expect.poll(() => client.viewOf(topic).own.length, { timeout: within(60_000) }).toBe(0);
    }

    const { entries } = await kept();
    expect(entries.filter(({ id }) => ids.includes(id)).map(({ id }) => id)).toEqual(ids);
    const shown = client
      .viewOf(topic)
      .entries.map(idOf)
      .filter((id) => ids.includes(id));
    expect(shown).toEqual(ids.slice(-shown.length));
    expect(new Set(Object.values(mangler.done).map((count) => count > 0))).toEqual(new Set([true]));
  });
}

const idOf = (entry: Entry): string => (entry.kind === 'message' ? (entry.message as { id: string }).id : '');

function disposable<Client extends { close(): void }>(client: Client): Client & Disposable {
  return Object.assign(client, { [Symbol.dispose]: () => client.close() });
}
