import { fork } from 'node:child_process';
import { once } from 'node:events';
import { appendFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { CountingSocket } from './counting-socket.js';
import { median, round } from './figures.js';

type Costs = Record<'emit' | 'own', number[]>;

const isFull = process.env['BENCH_SIZE'] !== 'quick';
const size = isFull ? { viewers: 1_000, frames: 20, rounds: 5 } : { viewers: 300, frames: 5, rounds: 3 };

/** What a tick costs for each socket, beside Socket.IO's own way, turn by turn in one process. */
test.each([4, 20, 200])('a frame of %d entries costs less to hand to a socket than by `emit`', async (entries) => {
  const server = fork(join(import.meta.dirname, 'peers/send-server.ts'), [], {
    execArgv: [],
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  try {
    const [{ port }] = (await once(server, 'message')) as [{ port: number }];
    const url = `http://127.0.0.1:${port}`;
    const viewers = await Promise.all(Array.from({ length: size.viewers }, () => CountingSocket.connect(url)));
    server.send({ ...size, entries });
    const [{ emit, own }] = (await once(server, 'message')) as [Costs];
    const line = `send: a frame of ${entries} entries: ${round(median(own), 2)} µs a socket, by emit ${round(median(emit), 2)} µs (${size.rounds} rounds each, in turn, ${size.viewers} sockets)`;
    const figures = process.env['BENCH_FIGURES'];
    if (figures) await appendFile(figures, `${line}\n`);
    // Both ways were heard by everybody, or the cheaper one only lost what it was to carry.
    expect(viewers.every(({ frames }) => frames === size.frames * size.rounds * 2)).toBe(true);
    expect(median(own)).toBeLessThan(median(emit));
    for (const viewer of viewers) viewer.close();
  } finally {
    server.kill('SIGKILL');
  }
});
