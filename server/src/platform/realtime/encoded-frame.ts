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

/** What changed of the keys somebody tracks, each value with its text already made: whole, or by its fields. */
export type EncodedState = { rev: number; whole: readonly string[]; patched: readonly string[] };

/** A frame without entries that brings such a state. */
export function encodeTrackedFrame(frame: Frame, { rev, whole, patched }: EncodedState): EncodedFrame {
  const state = whole.length > 0 ? `,"state":{${whole.join()}}` : '';
  const patch = patched.length > 0 ? `,"patch":{${patched.join()}}` : '';
  return webSocketText(`42["frame",${JSON.stringify(frame).slice(0, -1)},"rev":${rev}${state}${patch}}]`);
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
