import fc from 'fast-check';
import { expect, test } from 'vitest';
import { captionSegment, captionsOf } from './captions.js';
import { loadClips } from './clips.js';

const clip = loadClips().get('orbits');
if (!clip) throw new Error('the clip is gone');
const [chinese, english] = captionsOf('orbits');
if (!chinese || !english) throw new Error('the story is gone');

const mapped = (text: string) => Number(/MPEGTS:(\d+),LOCAL:00:00:00\.000/.exec(text)?.[1]);
const wrap = 2 ** 33;

test('every segment has its line, in both languages, and the story begins again with the clip', () => {
  for (const { lines } of [chinese, english]) expect(lines).toHaveLength(clip.segments);
  expect(captionSegment(clip, chinese, 1)).toContain(chinese.lines[1]);
  expect(captionSegment(clip, english, 1 + clip.segments * 1_000)).toContain(english.lines[1]);
});

test('the clock of a segment is that of its picture, and goes on by its length, over the wrap of 33 bits too', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 1_000_000_000 }), (number) => {
      const [here, next] = [number, number + 1].map((at) => mapped(captionSegment(clip, chinese, at)));
      expect((Number(next) - Number(here) + wrap) % wrap).toBe(clip.segmentMs * 90);
    }),
  );
  expect(mapped(captionSegment(clip, chinese, 0))).toBe(0);
});

test('a line ends before the next begins', () => {
  expect(captionSegment(clip, chinese, 3)).toContain('00:00:00.100 --> 00:00:03.900');
});

test('a clip without a story has no captions', () => {
  expect(captionsOf('waves')).toEqual([]);
});
