import { randomUUID } from 'node:crypto';
import type { Ack, SentMessage } from '@yunhui/contracts';
import { expect, test } from 'vitest';
import { aTicket } from '../../load/crowd.js';
import { faultSize } from '../fault-size.js';
import type { Cluster } from '../parts/cluster.js';
import { keptInPostgres } from '../parts/kept-log.js';
import { Line } from '../people/line.js';

const topics = ['room:deep-space', 'room:microscope'] as const;
const { of } = faultSize;

/** E2: an id belongs to one author in one topic, however many say so at the same moment. */
export function idRows(cluster: () => Cluster): void {
  const lines = async (tickets: readonly string[]): Promise<Line[]> =>
    Promise.all(tickets.map((ticket, i) => Line.open({ address: cluster().webs[i % 2]?.door ?? '', ticket }, silent)));
  const say = (line: Line, id: string, topic: string): Promise<Ack<SentMessage> | undefined> =>
    line.ask<SentMessage>('message.send', { id, topic, kind: 'chat', text: `said by ${id.slice(0, 4)}` });

  test('ids: one id sent to two topics by two tabs, and by two people to one; one entry, the other is told it is taken', async () => {
    const { webs } = cluster();
    const [ada, bob] = await Promise.all([aTicket(webs[0].address, '立夏'), aTicket(webs[1].address, '小雪')]);
    const [tab, otherTab, other] = await lines([ada, ada, bob]);
    if (!tab || !otherTab || !other) throw new Error('three lines were opened');
    for (let round = 0; round < of(15, 200); round++) {
      const [twoTopics, twoPeople] = [randomUUID(), randomUUID()];
      await expectOne(twoTopics, await Promise.all([say(tab, twoTopics, topics[0]), say(otherTab, twoTopics, topics[1])]));
      await expectOne(twoPeople, await Promise.all([say(tab, twoPeople, topics[0]), say(other, twoPeople, topics[0])]));
    }
    for (const line of [tab, otherTab, other]) line.end();
  });

  async function expectOne(id: string, acks: readonly (Ack<SentMessage> | undefined)[]): Promise<void> {
    const codes = acks.map((ack) => (ack?.ok ? 'published' : ack?.error.code));
    expect(new Set(codes)).toEqual(new Set(['published', 'message.id-taken']));
    const logs = await Promise.all(topics.map((topic) => keptInPostgres(cluster().postgres.url, topic)));
    expect(logs.flatMap(({ entries }) => entries.filter((entry) => entry.id === id))).toHaveLength(1);
  }
}

const silent = { event: () => undefined, closed: () => undefined };
