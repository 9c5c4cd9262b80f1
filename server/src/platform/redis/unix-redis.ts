import { rmSync } from 'node:fs';
import { createConnection } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { StartRefused } from '../start-refused.js';

const patienceMs = 500;

/** Whether a Redis answers on a socket. Spoken by hand: a client would keep trying. */
export async function answersOn(socket: string): Promise<boolean> {
  return (await say(socket, 'PING\r\n'))?.startsWith('+PONG') ?? false;
}

/**
 * Ends a Redis that outlived its hub. Only its socket is known, so it is asked over it; one that is too stuck
 * to hear loses its name, and with it every way anybody could reach it.
 */
export async function shutDownOrphan(socket: string): Promise<void> {
  for (let attempt = 0; attempt < 20; attempt += 1) {
    const answer = await say(socket, 'SHUTDOWN NOSAVE\r\n');
    if (answer === undefined) return rmSync(socket, { force: true });
    await wait(50);
  }
  throw new StartRefused(`A Redis that outlived its hub still listens on ${socket}; end it first`);
}

/** Says one line and returns what came back; nothing when nobody listens. */
function say(socket: string, line: string): Promise<string | undefined> {
  return new Promise((resolve) => {
    let heard = '';
    const connection = createConnection(socket, () => connection.write(line));
    connection.setTimeout(patienceMs, () => connection.destroy());
    connection.on('data', (data: Buffer) => {
      heard += data.toString();
      connection.end();
    });
    connection.on('error', (error: NodeJS.ErrnoException) => {
      const nobody = error.code === 'ENOENT' || error.code === 'ECONNREFUSED';
      resolve(nobody ? undefined : heard);
    });
    connection.on('close', () => resolve(heard));
  });
}
