import { once } from 'node:events';
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A web server of a test's own on this machine. */
export type OwnServer = AsyncDisposable & { port: number; origin: string; connections: () => number };

/** `await using server = await aServer((request, response) => response.end('a'))`. */
export async function aServer(listener: RequestListener): Promise<OwnServer> {
  const server = createServer(listener).listen(0, '127.0.0.1');
  await once(server, 'listening');
  let connections = 0;
  server.on('connection', () => (connections += 1));
  const { port } = server.address() as AddressInfo;
  const end = async () => {
    server.closeAllConnections();
    server.close();
    await once(server, 'close');
  };
  return { port, origin: `http://127.0.0.1:${port}`, connections: () => connections, [Symbol.asyncDispose]: end };
}
