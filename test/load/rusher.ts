import { WebSocket } from 'ws';
import { connectText, eventText } from './packets.js';

/** A viewer who wants in, and whose bytes are counted until they are. */
export type Rusher = { bytes: number; leave(): void };

/** So many connections are begun in one turn: a listener's queue is what the system allows, and the rest would wait a second. */
const connectingAtOnce = 500;

/** All of them as fast as they are let in; settles when the last has joined. A door that was too full is tried again. */
export async function rushIn(url: string, count: number, join: object): Promise<Rusher[]> {
  const waiting = Array.from({ length: count }, () => join);
  const inside: Rusher[] = [];
  const come = async (): Promise<void> => {
    while (waiting.pop()) inside.push(await untilIn(url, join));
  };
  await Promise.all(Array.from({ length: Math.min(connectingAtOnce, count) }, come));
  return inside;
}

async function untilIn(url: string, join: object): Promise<Rusher> {
  for (;;) {
    const person = await tryDoor(url, join);
    if (person) return person;
    await new Promise((resolve) => setTimeout(resolve, Math.random() * 1_000));
  }
}

function tryDoor(url: string, join: object): Promise<Rusher | undefined> {
  const socket = new WebSocket(`${url.replace(/^http/, 'ws')}/rt/?EIO=4&transport=websocket`, {
    perMessageDeflate: false,
    skipUTF8Validation: true,
  });
  const person: Rusher = { bytes: 0, leave: () => socket.terminate() };
  return new Promise((resolve) => {
    socket.on('error', () => resolve(undefined));
    socket.on('close', () => resolve(undefined));
    socket.on('open', () => socket.send(connectText({ protocol: 1, client: 'load/1' })));
    socket.on('message', (data: Buffer) => {
      person.bytes += data.length;
      const start = data.toString('latin1', 0, 16);
      if (start.startsWith('40')) socket.send(eventText('topic.join', join, 1));
      if (start.startsWith('431[')) resolve(start.startsWith('431[{"ok":true') ? person : undefined);
    });
  });
}
