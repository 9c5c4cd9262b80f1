import { describe, expect, test } from 'vitest';
import { loadClips } from './clips.js';
import { inTheStream } from './media-time.js';

const clips = [...loadClips().values()];
const anHourOfSegments = 900;

/** Where each track of a segment begins, in seconds, and how many bytes the segment has. */
function read(segment: Buffer | undefined): { begins: number[]; length: number } {
  if (!segment) throw new Error('there is such a segment');
  const [video, audio] = [segment.indexOf('sidx'), segment.lastIndexOf('sidx')];
  const ticks = [video, audio].map((at) => segment.readUInt32BE(at + 12));
  const times = [segment.indexOf('tfdt'), segment.lastIndexOf('tfdt')].map((at) => segment.readBigUInt64BE(at + 8));
  return { begins: times.map((time, index) => Number(time) / (ticks[index] ?? Number.NaN)), length: segment.length };
}

describe.each(clips.map((clip) => [clip.slug, clip] as const))('the endless stream of %s', (_, clip) => {
  test.each(clip.renditions.map(({ name }) => name))('runs on at every seam in %s, in picture and sound', (rendition) => {
    const since1970 = Math.floor(Date.parse('2026-11-21') / clip.segmentMs / clip.segments) * clip.segments;
    for (const from of [0, since1970, since1970 + anHourOfSegments]) {
      const begins = Array.from({ length: 2 * clip.segments }, (_unused, index) => read(inTheStream(clip, rendition, from + index)).begins);
      for (const [index, tracks] of begins.entries()) {
        for (const begin of tracks) expect(begin).toBeCloseTo(((from + index) * clip.segmentMs) / 1000, 1);
      }
    }
  });

  test('changes nothing but times', () => {
    const name = clip.renditions[0]?.name ?? '';
    expect(read(inTheStream(clip, name, clip.segments)).length).toBe(read(inTheStream(clip, name, 0)).length);
    expect(inTheStream(clip, name, 0)).toBe(clip.files.get(`${name}/0.m4s`));
  });
});

test('a rendition that does not exist has no stream', () => {
  expect(clips.map((clip) => inTheStream(clip, '4k', 7))).toEqual(clips.map(() => undefined));
});
