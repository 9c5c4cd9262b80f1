import { describe, expect, test } from 'vitest';
import { loadClips } from './clips.js';
import { inTheStream } from './media-time.js';
import { answerOrigin, openDemoOrigin } from './origin.js';
import { partOf } from './parts.js';

const origin = openDemoOrigin();
/** 2.2 s into a segment: four parts of it are there. */
const now = 1_790_000_000_000 + 2_200;
const current = Math.floor(now / 4_000);
const ask = (path: string, nowMs = now) => answerOrigin(`/demo/parts/tide/${path}`, nowMs, origin);
const text = (path: string, nowMs = now) => String(ask(path, nowMs)?.body);

describe('a playlist with parts', () => {
  test('shows those of the segment that is not yet whole', () => {
    const playlist = text('240p.m3u8');
    expect(playlist).toContain('#EXT-X-PART-INF:PART-TARGET=0.5');
    expect(playlist).toContain(`URI="240p/${current}.0.m4s",INDEPENDENT=YES`);
    expect(playlist).toContain(`URI="240p/${current}.3.m4s"`);
    expect(playlist).not.toContain(`URI="240p/${current}.4.m4s"`);
    expect(playlist.match(/#EXTINF/g)).toHaveLength(6);
  });

  test('waits for the part that is asked for, and then has it', () => {
    const answer = ask(`240p.m3u8?_HLS_msn=${current}&_HLS_part=4`);
    expect(answer?.delayMs).toBe(300);
    expect(String(answer?.body)).toContain(`URI="240p/${current}.4.m4s"`);
    expect(ask(`240p.m3u8?_HLS_msn=${current}`)?.delayMs).toBe(1_800);
  });

  test('waits neither for what is there nor for what is far away', () => {
    expect(ask(`240p.m3u8?_HLS_msn=${current}&_HLS_part=1`)?.delayMs).toBe(0);
    expect(ask(`240p.m3u8?_HLS_msn=${current + 50}`)?.delayMs).toBe(0);
  });

  test('leads to parts that are there and to no others', () => {
    expect(ask(`240p/${current}.3.m4s`)?.status).toBe(200);
    expect(ask(`240p/${current}.4.m4s`)?.status).toBe(404);
    expect(ask(`240p/${current - 1}.8.m4s`)?.status).toBe(404);
  });
});

const samplesIn = (bytes: Buffer): number[] => {
  const counts: number[] = [];
  for (let at = bytes.indexOf('trun'); at >= 0; at = bytes.indexOf('trun', at + 4)) counts.push(bytes.readUInt32BE(at + 8));
  return counts;
};
const mediaIn = (bytes: Buffer): Buffer => bytes.subarray(bytes.indexOf('mdat') + 4);

test('the parts of a segment have all its samples, in their order and at their times', () => {
  const clip = loadClips().get('tide');
  const segment = clip && inTheStream(clip, '240p', 7);
  if (!segment) throw new Error('there is such a segment');
  const parts = Array.from({ length: 8 }, (_, part) => partOf(segment, part, 8));
  expect(parts.map((part) => samplesIn(part)[0])).toEqual(Array.from({ length: 8 }, () => 12));
  expect(parts.reduce((sum, part) => sum + (samplesIn(part)[1] ?? 0), 0)).toBe(samplesIn(segment)[1]);
  expect(parts.reduce((sum, part) => sum + mediaIn(part).length, 0)).toBe(mediaIn(segment).length);
  const timeOf = (part: Buffer) => Number(part.readBigUInt64BE(part.indexOf('tfdt') + 8));
  const times = parts.map(timeOf);
  expect(times[0]).toBe(timeOf(segment));
  expect(new Set(times.slice(1).map((time, at) => time - (times[at] ?? 0)))).toEqual(new Set([(times[1] ?? 0) - (times[0] ?? 0)]));
});
