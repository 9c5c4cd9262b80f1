import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { WebSocket, WebSocketServer } from 'ws';

/** Between a client and the hub: acks come twice, late or after later ones. Everything else passes. */
export type AckMangler = AsyncDisposable & { readonly address: string; readonly done: { doubled: number; late: number; swapped: number } };

const lateMs = 700;

/** `await using mangler = await anAckMangler(hub.address, random)` */
export async function anAckMangler(hubAddress: string, random: () => number): Promise<AckMangler> {
  const server = new WebSocketServer({ host: '127.0.0.1', port: 0, perMessageDeflate: false });
  await once(server, 'listening');
  const done = { doubled: 0, late: 0, swapped: 0 };
  server.on('connection', (client, request) => {
    const hub = new WebSocket(`${hubAddress.replace('http', 'ws')}${request.url ?? ''}`, { perMessageDeflate: false });
    const early: Buffer[] = [];
    client.on('message', (data: Buffer) => (hub.readyState === WebSocket.OPEN ? hub.send(data.toString()) : early.push(data)));
    hub.on('open', () => early.splice(0).forEach((data) => hub.send(data.toString())));
    const tell = (text: string): void => void (client.readyState === WebSocket.OPEN && client.send(text));
    hub.on('message', (data: Buffer) => mangle(data.toString(), tell, random(), done));
    for (const [one, other] of [[client, hub] as const, [hub, client] as const]) {
      one.on('close', () => other.close());
      one.on('error', () => other.terminate());
    }
  });
  const { port } = server.address() as AddressInfo;
  return {
    address: `http://127.0.0.1:${port}`,
    done,
    [Symbol.asyncDispose]: async () => {
      for (const client of server.clients) client.terminate();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

function mangle(text: string, tell: (text: string) => void, lot: number, done: AckMangler['done']): void {
  if (!text.startsWith('43')) return tell(text);
  if (lot < 0.3) {
    done.doubled += 1;
    tell(text);
    tell(text);
  } else if (lot < 0.5) {
    done.late += 1;
    setTimeout(() => tell(text), lateMs);
  } else if (lot < 0.7) {
    done.swapped += 1;
    setTimeout(() => tell(text), 50); // what was acked after it arrives before it
  } else tell(text);
}
