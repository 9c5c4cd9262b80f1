import type { Clip } from './clips.js';

/**
 * Segment number `number` of the endless stream that a clip makes when it is looped: the bytes of the
 * clip's own piece, with the times of its loop. So the stream's time runs on where the clip begins
 * again, and players need not be told of a discontinuity.
 */
export function inTheStream(clip: Clip, rendition: string, number: number): Buffer | undefined {
  const piece = clip.files.get(`${rendition}/${number % clip.segments}.m4s`);
  const loop = Math.floor(number / clip.segments);
  return piece && loop > 0 ? later(piece, (loop * clip.segments * clip.segmentMs) / 1000) : piece;
}

/** The media segment (ISO/IEC 14496-12) with all its times later by whole seconds. Needs a `sidx` for each track and 64-bit times, as ffmpeg writes them. */
function later(segment: Buffer, seconds: number): Buffer {
  const moved = Buffer.from(segment);
  const ticksOf = new Map<number, number>();
  let track = 0;
  for (const { type, at } of boxes(moved, 0, moved.length)) {
    if (type === 'sidx') {
      ticksOf.set(moved.readUInt32BE(at + 4), moved.readUInt32BE(at + 8));
      add(moved, at + 12, seconds * moved.readUInt32BE(at + 8));
    }
    if (type === 'tfhd') track = moved.readUInt32BE(at + 4);
    if (type === 'tfdt') add(moved, at + 4, seconds * (ticksOf.get(track) ?? 0));
  }
  return moved;
}

function add(bytes: Buffer, at: number, ticks: number): void {
  bytes.writeBigUInt64BE(bytes.readBigUInt64BE(at) + BigInt(ticks), at);
}

/** Boxes in order, those inside `moof` and `traf` too; `at` is where a box's content begins. */
function* boxes(bytes: Buffer, from: number, to: number): Generator<{ type: string; at: number }> {
  for (let start = from; start + 8 <= to; start += bytes.readUInt32BE(start)) {
    const type = bytes.toString('latin1', start + 4, start + 8);
    yield { type, at: start + 8 };
    if (type === 'moof' || type === 'traf') yield* boxes(bytes, start + 8, start + bytes.readUInt32BE(start));
    if (type === 'mdat') return;
  }
}
