import { once } from 'node:events';
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type DoubleBehaviour, openDemoOrigin, serveOrigin } from '@yunhui/demo';

/** Somebody else's streaming server on this machine: real HLS that goes wrong on command. */
export type DoubleOrigin = AsyncDisposable & {
  readonly address: string;
  /** The playlist of a double; a key that is a behaviour's name always behaves so. */
  playlist(key: string): string;
  command(key: string, behaviour: DoubleBehaviour): void;
};

/** `await using origin = await aDoubleOrigin()`; `now` is the hub's clock where the two are to agree. */
export async function aDoubleOrigin(now: () => number = Date.now): Promise<DoubleOrigin> {
  const origin = openDemoOrigin();
  const serve = serveOrigin(origin, now);
  const server = await aLoopbackServer((request, response) => void (serve(request, response) || response.writeHead(404).end()));
  return {
    ...server,
    playlist: (key) => `${server.address}/demo/double/${key}/tide/master.m3u8`,
    command: (key, behaviour) => origin.doubles.command(key, behaviour, now()),
  };
}

/** A plain web server at a port of its own. */
export async function aLoopbackServer(answer: RequestListener): Promise<AsyncDisposable & { readonly address: string }> {
  const server = createServer(answer);
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    address: `http://127.0.0.1:${port}`,
    [Symbol.asyncDispose]: async () => {
      server.close();
      server.closeAllConnections();
      await once(server, 'close');
    },
  };
}
