import { expect, test } from 'vitest';
import { MessageHeads } from './raw-web-socket.js';

const handshake = 'HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\n\r\n';

function messageOf(text: string): Buffer {
  const body = Buffer.from(text);
  const head = Buffer.alloc(body.length < 126 ? 2 : body.length < 65_536 ? 4 : 10);
  head[0] = 0x81;
  head[1] = body.length < 126 ? body.length : body.length < 65_536 ? 126 : 127;
  if (head.length === 4) head.writeUInt16BE(body.length, 2);
  if (head.length === 10) head.writeBigUInt64BE(BigInt(body.length), 2);
  return Buffer.concat([head, body]);
}

test.each([1, 2, 7, 1_000, 65_536, 10_000_000])('messages are found in pieces of %i bytes, however long they are', (size) => {
  const texts = ['2', '', 'a'.repeat(125), 'b'.repeat(126), 'c'.repeat(65_535), 'd'.repeat(70_000), '42["frame"]'];
  const all = Buffer.concat([Buffer.from(handshake), ...texts.map(messageOf)]);
  const heads: string[] = [];
  const reader = new MessageHeads((head) => heads.push(head));
  for (let at = 0; at < all.length; at += size) reader.read(all.subarray(at, at + size));
  expect(heads).toEqual(texts.map((text) => text.slice(0, 400)));
});
