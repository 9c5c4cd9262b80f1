/**
 * One of the systems that the hub is measured beside, in a process of its own. It is told over IPC what to say
 * and how fast, and has nothing else to do: no accounts, no store, no limits. It runs as plain Node, without a build.
 */
import { createServer } from 'node:http';
import { Server } from 'socket.io';
import { WebSocketServer } from 'ws';

type Kind = 'stock' | 'ws' | 'floor';
type Order = { entry: object; perSecond: number; seconds: number };

const kind = process.argv[2] as Kind;
const tickMs = 200;
const http = createServer();

/** What hands one message, or what has gathered in a tick, to everybody. */
function speaker(): { say: (entries: object[]) => void; every: number } {
  if (kind === 'ws') {
    const server = new WebSocketServer({ server: http, path: '/rt/', perMessageDeflate: false });
    return {
      every: 0,
      say: ([entry]) => {
        const text = `42${JSON.stringify(['message', entry])}`;
        for (const client of server.clients) client.send(text);
      },
    };
  }
  const io = new Server(http, { path: '/rt', transports: ['websocket'], serveClient: false, perMessageDeflate: false });
  if (kind === 'stock') return { every: 0, say: ([entry]) => void io.emit('message', entry) };
  return { every: tickMs, say: (entries) => void io.emit('frame', { after: 0, seq: entries.length, entries }) };
}

const { say, every } = speaker();

function carryOut({ entry, perSecond, seconds }: Order): void {
  const count = perSecond * seconds;
  const began = performance.now();
  let done = 0;
  const beat = setInterval(() => {
    const due = Math.min(count, Math.floor(((performance.now() - began) * perSecond) / 1_000));
    const said = Array.from({ length: due - done }, () => entry);
    done = due;
    if (every > 0 && said.length > 0) say(said);
    else for (const one of said) say([one]);
    if (done < count) return;
    clearInterval(beat);
    process.send?.('done');
  }, every || 10);
}

process.on('message', (order: Order) => carryOut(order));
process.on('disconnect', () => process.exit(0));
http.listen(0, '127.0.0.1', () => {
  const address = http.address();
  process.send?.({ port: typeof address === 'object' ? address?.port : undefined });
});
