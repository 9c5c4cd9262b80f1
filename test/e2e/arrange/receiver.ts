import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** `heard`: what signed what came; `answers`: what it is answered with. */
type Receiver = AsyncDisposable & { url: string; heard: string[]; answers: { status: number } };

/** Another system that is told by a webhook. */
export async function aReceiver(): Promise<Receiver> {
  const heard: string[] = [];
  const answers = { status: 204 };
  const server = createServer((request, response) => {
    heard.push(String(request.headers['webhook-signature']));
    request.resume().on('end', () => response.writeHead(answers.status).end());
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const end = async () => {
    server.closeAllConnections();
    server.close();
    await once(server, 'close');
  };
  return { url: `http://127.0.0.1:${port}/yunhui`, heard, answers, [Symbol.asyncDispose]: end };
}
