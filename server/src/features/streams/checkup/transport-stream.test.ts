import { describe, expect, test } from 'vitest';
import { codecsOfTransportStream } from './transport-stream.js';

/** A 188-byte packet that begins a section, as encoders write tables. */
function packet(pid: number, section: readonly number[]): Buffer {
  const bytes = Buffer.alloc(188, 0xff);
  Buffer.from([0x47, 0x40 | (pid >> 8), pid & 0xff, 0x10, 0x00, ...section]).copy(bytes);
  return bytes;
}
const crc = [0, 0, 0, 0];
const table = (id: number, rest: readonly number[]) => {
  const length = rest.length + crc.length;
  return [id, 0xb0 | (length >> 8), length & 0xff, ...rest, ...crc];
};
const pat = packet(0, table(0, [0, 1, 0xc1, 0, 0, 0, 1, 0xe1, 0x00]));
const pmt = (types: readonly number[]) =>
  packet(0x1_00, table(2, [0, 1, 0xc1, 0, 0, 0xe1, 0x01, 0xf0, 0x00, ...types.flatMap((type, at) => [type, 0xe1, 1 + at, 0xf0, 0x00])]));
const filler = packet(0x1f_ff, []);

describe('bytes of a transport stream', () => {
  test.each([
    [
      [0x1b, 0x0f],
      ['avc1', 'mp4a.40.2'],
    ],
    [
      [0x24, 0x81],
      ['hvc1', 'ac-3'],
    ],
    [[0x0f], ['mp4a.40.2']],
    [[0x1b, 0x15], ['avc1']],
  ])('with streams of types %j are in %j', (types, codecs) => {
    expect(codecsOfTransportStream(Buffer.concat([filler, pat, filler, pmt(types), filler]))).toEqual(codecs);
  });

  test.each([
    ['none at all', Buffer.alloc(0)],
    ['a web page', Buffer.from('<!doctype html>'.repeat(50))],
    ['no table of programs', Buffer.concat([filler, filler])],
    ['a table that leads nowhere', Buffer.concat([pat, filler])],
    ['only sync bytes', Buffer.alloc(188 * 20, 0x47)],
  ])('that are %s say nothing', (_, bytes) => {
    expect(codecsOfTransportStream(bytes) ?? []).toEqual([]);
  });

  test('of any kind are read without an error', () => {
    let seed = 1;
    const byte = () => (seed = (Math.imul(seed, 1_103_515_245) + 12_345) >>> 0) >>> 24;
    for (let turn = 0; turn < 2_000; turn += 1) {
      const bytes = Buffer.from(Array.from({ length: 188 * 4 }, byte));
      for (let at = 0; at < bytes.length; at += 188) bytes[at] = 0x47;
      expect(() => codecsOfTransportStream(bytes)).not.toThrow();
    }
  });
});
