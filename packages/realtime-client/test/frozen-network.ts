import { connect, createServer, type AddressInfo, type Socket } from 'node:net';

/** A network in between that can freeze: nothing passes and nobody is told, as when a phone sleeps or a cable is drawn. */
export async function aNetworkTo(port: number): Promise<{ url: string; freeze: () => void; thaw: () => void } & AsyncDisposable> {
  const sockets = new Set<Socket>();
  let isFrozen = false;
  const server = createServer((near) => {
    const far = connect(port, '127.0.0.1');
    for (const [from, to] of [
      [near, far],
      [far, near],
    ] as const) {
      sockets.add(from);
      from.on('data', (bytes) => void (isFrozen || frozen.has(from) || to.write(bytes)));
      from.on('error', () => undefined);
      from.on('close', () => {
        if (!frozen.has(from)) to.destroy();
      });
    }
  });
  const frozen = new Set<Socket>();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    /** Connections that were open stay dead for ever; new ones hang until it thaws. */
    freeze: () => {
      isFrozen = true;
      for (const socket of sockets) frozen.add(socket);
    },
    thaw: () => {
      isFrozen = false;
    },
    [Symbol.asyncDispose]: async () => {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
