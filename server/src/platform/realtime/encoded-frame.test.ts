import { createServer, type Socket } from 'node:net';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { describe, expect, test } from 'vitest';
import { encodeFrame } from './encoded-frame.js';

const aFrame = (text: string) => ({
  topic: 'room:a',
  epoch: 'e1',
  after: 0,
  seq: 1,
  at: 1,
  entries: [{ seq: 1, at: 1, kind: 'announcement' as const, text, fallback: text }],
  dropped: 0,
});

/** What a WebSocket client, Node's own, makes of bytes that a server writes. */
async function readBack(bytes: Buffer): Promise<string> {
  const server = createServer((socket: Socket) => {
    socket.once('data', (request: Buffer) => {
      const [, key = ''] = /sec-websocket-key: (.*)\r\n/i.exec(request.toString()) ?? [];
      const accept = createHash('sha1').update(`${key}258EAFA5-E914-47DA-95CA-C5AB0DC85B11`).digest('base64');
      socket.write(
        `HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Accept: ${accept}\r\n\r\n`,
      );
      socket.write(bytes);
    });
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const client = new WebSocket(`ws://127.0.0.1:${typeof address === 'object' ? address?.port : 0}`);
  const [message] = (await once(client, 'message')) as [MessageEvent];
  client.close();
  server.close();
  return String(message.data);
}

describe('a frame on the wire', () => {
  test.each([0, 1, 20, 500, 70_000, 200_000])('of %d characters of text is read by a WebSocket client as it was meant', async (length) => {
    const frame = aFrame('云'.repeat(length));
    expect(await readBack(encodeFrame(frame))).toBe(`42["frame",${JSON.stringify(frame)}]`);
  });
});
