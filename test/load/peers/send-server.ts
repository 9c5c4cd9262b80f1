/**
 * Hands one frame to everybody who is connected, by Socket.IO's `emit` to a room and by the hub's own way, and
 * counts the CPU time of each. A process of its own: whoever reads the frames must not be counted. Plain Node, without a build.
 */
import { createServer } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import { Server, type Socket } from 'socket.io';

type Order = { entries: number; frames: number; rounds: number };
type OwnWay = {
  encodeFrame: (frame: object) => Buffer;
  isClear: (socket: Socket) => boolean;
  writeAtOnce: (socket: Socket, message: Buffer) => void;
};

const platform = new URL('../../../server/src/platform/', import.meta.url);
const parts = ['realtime/encoded-frame.ts', 'edge/socket-buffers.ts'].map(
  (path) => import(new URL(path, platform).href) as Promise<OwnWay>,
);
const { encodeFrame, isClear, writeAtOnce } = Object.assign({}, ...(await Promise.all(parts))) as OwnWay;

const room = 'room:deep-space|full';
const betweenMs = 100;
const http = createServer();
const io = new Server(http, { path: '/rt', transports: ['websocket'], serveClient: false, perMessageDeflate: false });
io.on('connection', (socket) => void socket.join(room));

const author = { id: crypto.randomUUID(), name: 'Load 1' };
const text = '今天的直播太精彩了，这个实验我们学校也想试一试！';
const entry = { seq: 1, at: Date.now(), kind: 'message', message: { id: crypto.randomUUID(), kind: 'chat', text, author } };

const ways = {
  emit: (frame: object) => void io.local.to(room).emit('frame', frame),
  own: (frame: object) => {
    const message = encodeFrame(frame);
    for (const socket of io.sockets.sockets.values()) if (isClear(socket)) writeAtOnce(socket, message);
  },
};

async function microsOf(way: keyof typeof ways, { entries, frames }: Order): Promise<number> {
  const frame = {
    topic: 'room:deep-space',
    epoch: 'e',
    after: 0,
    seq: entries,
    at: Date.now(),
    entries: Array(entries).fill(entry),
    dropped: 0,
  };
  const before = process.cpuUsage();
  for (let turn = 0; turn < frames; turn += 1) {
    ways[way](frame);
    await pause(betweenMs);
  }
  const { user, system } = process.cpuUsage(before);
  return (user + system) / (frames * io.engine.clientsCount);
}

async function measured(order: Order): Promise<void> {
  const costs = { emit: [] as number[], own: [] as number[] };
  for (let round = 0; round < order.rounds; round += 1) {
    costs.emit.push(await microsOf('emit', order));
    costs.own.push(await microsOf('own', order));
  }
  process.send?.(costs);
}

process.on('message', (order: Order) => void measured(order));
process.on('disconnect', () => process.exit(0));
http.listen(0, '127.0.0.1', () => {
  const address = http.address();
  process.send?.({ port: typeof address === 'object' ? address?.port : undefined });
});
