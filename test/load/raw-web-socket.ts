import { randomBytes } from 'node:crypto';

/** RFC 6455, as far as a client needs it that counts what it is sent and keeps none of it. */

/** The request that opens a WebSocket to the hub. */
export function handshakeTo(url: string): string {
  const { host } = new URL(url);
  const key = randomBytes(16).toString('base64');
  return [
    'GET /rt/?EIO=4&transport=websocket HTTP/1.1',
    `Host: ${host}`,
    'Upgrade: websocket',
    'Connection: Upgrade',
    'Sec-WebSocket-Version: 13',
    `Sec-WebSocket-Key: ${key}`,
    '',
    '',
  ].join('\r\n');
}

/** A text message of up to 64 KB. What a client sends is masked, if only with zeroes. */
export function maskedText(text: string): Buffer {
  const body = Buffer.from(text);
  const length = body.length <= 125 ? [0x80 | body.length] : [0x80 | 126, body.length >> 8, body.length & 0xff];
  return Buffer.concat([Buffer.from([0x81, ...length, 0, 0, 0, 0]), body]);
}

const endOfHandshake = '\r\n\r\n';
/** So much of a message is kept: enough for its kind, and for a frame's `after` and `seq` however long its topic is. */
const headBytes = 400;

/** Finds the messages in what arrives, and hands on the head of each; the rest is only counted. */
export class MessageHeads {
  #handshake = '';
  #isOpen = false;
  readonly #header = Buffer.alloc(10);
  #headerHas = 0;
  readonly #head = Buffer.alloc(headBytes);
  #headHas = 0;
  #left = 0;

  constructor(private readonly take: (head: string) => void) {}

  /** The next bytes of the connection; they are not kept. */
  read(bytes: Uint8Array): void {
    let at = this.#isOpen ? 0 : this.#afterHandshake(bytes);
    while (at < bytes.length) at = this.#left > 0 ? this.#readBody(bytes, at) : this.#readHeader(bytes, at);
  }

  #afterHandshake(bytes: Uint8Array): number {
    const before = this.#handshake.length;
    this.#handshake += Buffer.from(bytes).toString('latin1');
    const end = this.#handshake.indexOf(endOfHandshake);
    if (end < 0) return bytes.length;
    this.#isOpen = true;
    return end + endOfHandshake.length - before;
  }

  #readHeader(bytes: Uint8Array, at: number): number {
    this.#header[this.#headerHas++] = bytes[at] ?? 0;
    const short = (this.#header[1] ?? 0) & 0x7f;
    const size = short === 127 ? 10 : short === 126 ? 4 : 2;
    if (this.#headerHas < 2 || this.#headerHas < size) return at + 1;
    this.#left = size === 10 ? Number(this.#header.readBigUInt64BE(2)) : size === 4 ? this.#header.readUInt16BE(2) : short;
    this.#headerHas = this.#headHas = 0;
    if (this.#left === 0) this.take('');
    return at + 1;
  }

  #readBody(bytes: Uint8Array, at: number): number {
    const there = Math.min(this.#left, bytes.length - at);
    const kept = Math.min(there, headBytes - this.#headHas);
    if (kept > 0) this.#head.set(bytes.subarray(at, at + kept), this.#headHas);
    this.#headHas += Math.max(0, kept);
    this.#left -= there;
    if (this.#left === 0) this.take(this.#head.toString('latin1', 0, this.#headHas));
    return at + there;
  }
}
