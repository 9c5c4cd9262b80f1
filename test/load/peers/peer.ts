import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

/** Stock Socket.IO `emit`, plain `ws`, nginx with nchan, and Socket.IO with one ready-made batch a tick: the floor. */
export type PeerKind = 'stock' | 'ws' | 'nchan' | 'floor';

export type Peer = AsyncDisposable & {
  url: string;
  pid: number;
  /** Says the same bytes over and over; settles when the last has been handed to the sockets. */
  speak(order: { entry: object; perSecond: number; seconds: number }): Promise<void>;
};

/** A peer that is a program of ours. */
export async function startPeer(kind: Exclude<PeerKind, 'nchan'>): Promise<Peer> {
  const child = fork(join(import.meta.dirname, 'peer-server.ts'), [kind], { execArgv: [], stdio: ['ignore', 'ignore', 'inherit', 'ipc'] });
  const [{ port }] = (await once(child, 'message')) as [{ port: number }];
  return {
    url: `http://127.0.0.1:${port}`,
    pid: child.pid ?? 0,
    async speak(order) {
      child.send(order);
      await once(child, 'message');
    },
    [Symbol.asyncDispose]: async () => {
      child.kill('SIGKILL');
      await once(child, 'exit');
    },
  };
}
