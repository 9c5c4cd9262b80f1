import type { Frame } from '@yunhui/contracts';

/** A frame as it lies on the wire, made once for everybody who gets it. */
export type EncodedFrame = Buffer;

/** RFC 6455: the first byte of a whole text message. */
const wholeText = 0x81;
const [shortest, short] = [125, 65_535];

/**
 * A Socket.IO event in an Engine.IO message in a WebSocket message, in one buffer: each socket costs one
 * `write`, where a frame that ws makes is a head and a body, and so a `writev`.
 */
export function encodeFrame(frame: Frame): EncodedFrame {
  return webSocketText(`42["frame",${JSON.stringify(frame)}]`);
}

function webSocketText(text: string): Buffer {
  const bytes = Buffer.byteLength(text);
  const head = bytes <= shortest ? 2 : bytes <= short ? 4 : 10;
  const message = Buffer.allocUnsafe(head + bytes);
  message[0] = wholeText;
  message[1] = head === 2 ? bytes : head === 4 ? 126 : 127;
  if (head === 4) message.writeUInt16BE(bytes, 2);
  if (head === 10) message.writeBigUInt64BE(BigInt(bytes), 2);
  message.write(text, head);
  return message;
}
