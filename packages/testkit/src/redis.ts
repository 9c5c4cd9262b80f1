import { connect } from 'node:net';
import { aFolder, aFreePort } from './places.js';
import { type Service, startService, untilReady } from './processes.js';

/** A real Redis of one test. `url` stays the same through `kill` and `start`, so that clients meet it again. */
export type RedisServer = AsyncDisposable & {
  readonly url: string;
  readonly port: number;
  pause(): void;
  resume(): void;
  /** SIGKILL: whatever it held is gone, for it keeps nothing on disk. */
  kill(): Promise<void>;
  /** Again on the same port, and empty. */
  start(): Promise<void>;
};

/** `await using redis = await startRedis()` */
export async function startRedis(): Promise<RedisServer> {
  const folder = await aFolder('yh-redis-');
  const port = await aFreePort();
  const args = ['--port', `${port}`, '--bind', '127.0.0.1', '--save', '', '--appendonly', 'no', '--dir', folder.path];
  let service: Service;
  const start = async (): Promise<void> => {
    service = startService('redis-server', args);
    await untilReady(service, 'redis-server', async () => (await askRedis(port, 'PING'))?.startsWith('+PONG') ?? false);
  };
  await start();
  return {
    url: `redis://127.0.0.1:${port}`,
    port,
    start,
    pause: () => service.pause(),
    resume: () => service.resume(),
    kill: () => service.kill('SIGKILL'),
    [Symbol.asyncDispose]: async () => {
      await service[Symbol.asyncDispose]();
      await folder[Symbol.asyncDispose]();
    },
  };
}

/** Says one line to a Redis and hears what comes back at once; nothing when nobody answers. */
export function askRedis(port: number, line: string): Promise<string | undefined> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1', () => socket.write(`${line}\r\n`));
    const answer = (said?: string): void => {
      socket.destroy();
      resolve(said);
    };
    socket.once('data', (data) => answer(data.toString()));
    socket.once('error', () => answer());
    socket.setTimeout(500, () => answer());
  });
}
