import { connect, createServer, type Socket } from 'node:net';

/** A network between a browser and the hub that a test can cut, as a train in a tunnel does. */
export type Network = AsyncDisposable & {
  readonly address: string;
  /** Nothing passes and nothing is refused: no side learns that the other is gone. */
  cut(): void;
  /** Passes again; what was connected before the cut is gone. */
  restore(): void;
};

/** `await using network = await aNetwork(hub.port)`; then open `network.address` instead of the hub's. */
export async function aNetwork(hubPort: number): Promise<Network> {
  const lines = new Set<Socket>();
  let passes = true;
  const server = createServer((browser) => {
    const hub = connect(hubPort, '127.0.0.1');
    join(browser, hub);
    join(hub, browser);
  });
  const join = (from: Socket, to: Socket): void => {
    lines.add(from);
    from.on('data', (chunk) => passes && to.write(chunk));
    from.on('error', () => undefined);
    from.on('close', () => {
      lines.delete(from);
      if (passes) to.destroy();
    });
  };
  await new Promise<void>((resolve, reject) => server.once('error', reject).listen(0, '127.0.0.1', resolve));
  const listening = server.address();
  if (listening === null || typeof listening === 'string') throw new Error('a listening TCP socket has a port');
  const drop = (): void => lines.forEach((line) => line.destroy());
  return {
    address: `http://127.0.0.1:${listening.port}`,
    cut: () => void (passes = false),
    restore: () => {
      drop();
      passes = true;
    },
    [Symbol.asyncDispose]: async () => {
      drop();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
