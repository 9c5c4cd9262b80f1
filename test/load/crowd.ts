import { setTimeout as sleep } from 'node:timers/promises';
import type { Frame, JoinedTopic, Lobby } from '@yunhui/contracts';
import { FrameLaw } from './frame-law.js';
import { LoadSocket } from './load-socket.js';

export type CrowdOptions = {
  url: string;
  topics: readonly string[];
  senders: number;
  watchersPerTopic: number;
  /** Gets every frame that the readers get. */
  onFrame?: (frame: Frame) => void;
};

/** Everybody of one run: who speaks, who watches and is only counted, and per topic one who reads along. */
export class Crowd implements Disposable {
  private constructor(
    readonly senders: readonly LoadSocket[],
    readonly watchers: readonly LoadSocket[],
    readonly readers: ReadonlyMap<string, FrameLaw>,
    private readonly readerSockets: readonly LoadSocket[],
  ) {}

  /** Comes in one after the other: a rush at the door is another measurement. */
  static async gather({ url, topics, senders: count, watchersPerTopic, onFrame }: CrowdOptions): Promise<Crowd> {
    const senders: LoadSocket[] = [];
    for (let index = 0; index < count; index += 1)
      senders.push(await LoadSocket.connect({ url, ticket: await aTicket(url, `Load ${index + 1}`) }));
    const watchers: LoadSocket[] = [];
    const readers = new Map<string, FrameLaw>();
    const readerSockets: LoadSocket[] = [];
    for (const topic of topics) {
      const { law, socket } = await aReader(url, topic, onFrame);
      readers.set(topic, law);
      readerSockets.push(socket);
      for (let index = 0; index < watchersPerTopic; index += 1) watchers.push(await aWatcher(url, topic));
    }
    return new Crowd(senders, watchers, readers, readerSockets);
  }

  /** How many frames those that only watch got. */
  framesSeen(): number {
    return this.watchers.reduce((sum, { frames }) => sum + frames, 0);
  }

  lost(): number {
    return [...this.senders, ...this.watchers, ...this.readerSockets].filter(({ isOpen }) => !isOpen).length;
  }

  [Symbol.dispose](): void {
    for (const socket of [...this.senders, ...this.watchers, ...this.readerSockets]) socket.close();
  }
}

/** Guests speak like anybody: through the front door, with a ticket. All come from one address, so whoever is told to wait does. */
export async function aTicket(url: string, displayName: string): Promise<string> {
  const headers = { 'content-type': 'application/json' };
  for (;;) {
    const answer = await fetch(`${url}/api/v1/guests`, { method: 'POST', headers, body: JSON.stringify({ displayName }) });
    if (answer.ok) return ((await answer.json()) as { ticket: string }).ticket;
    const said = await answer.text();
    if (answer.status !== 429) throw new Error(`no guest could be made: ${answer.status} ${said}`);
    await sleep((JSON.parse(said) as { retryAfterMs: number }).retryAfterMs);
  }
}

async function aWatcher(url: string, topic: string): Promise<LoadSocket> {
  const socket = await LoadSocket.connect({ url });
  await joined(socket, topic);
  return socket;
}

async function aReader(url: string, topic: string, onFrame?: (frame: Frame) => void): Promise<{ law: FrameLaw; socket: LoadSocket }> {
  const law = new FrameLaw();
  const read = (frame: Frame): void => {
    law.take(frame);
    onFrame?.(frame);
  };
  const socket = await LoadSocket.connect({ url, onFrame: read });
  const { epoch, seq } = await joined(socket, topic);
  law.begin(epoch, seq);
  return { law, socket };
}

async function joined(socket: LoadSocket, topic: string): Promise<JoinedTopic> {
  const ack = await socket.ask<JoinedTopic>('topic.join', { topic });
  if (!ack?.ok) throw new Error(`${topic} could not be joined: ${JSON.stringify(ack)}`);
  return ack.value;
}

/** Rooms of the demo, as many as wanted. */
export async function someRooms(url: string, count: number): Promise<string[]> {
  const campaigns = (await (await fetch(`${url}/api/v1/campaigns`)).json()) as { items: { slug: string }[] };
  const lobby = (await (await fetch(`${url}/api/v1/campaigns/${campaigns.items[0]?.slug}/lobby`)).json()) as Lobby;
  return lobby.channels.slice(0, count).map(({ slug }) => `room:${slug}`);
}
