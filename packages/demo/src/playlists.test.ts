import fc from 'fast-check';
import { Parser } from 'm3u8-parser';
import { describe, expect, test } from 'vitest';
import type { Clip } from './clips.js';
import { livePlaylist, multivariantPlaylist, vodPlaylist } from './playlists.js';

const aClip = (segments = 6): Clip => ({
  slug: 'waves',
  version: 'abcd1234',
  renditions: [
    { name: '360p', width: 640, height: 360, codecs: 'avc1.4d401e,mp4a.40.2', bandwidth: 250_000 },
    { name: '240p', width: 426, height: 240, codecs: 'avc1.4d4015,mp4a.40.2', bandwidth: 110_000 },
  ],
  segmentMs: 4000,
  segments,
  files: new Map(),
});

/** A player's reading: every segment with its number, loop, address and time. */
function read(playlist: string) {
  const parser = new Parser();
  parser.push(playlist);
  parser.end();
  const { segments, mediaSequence = Number.NaN, discontinuitySequence = Number.NaN, endList, targetDuration } = parser.manifest;
  const shown = segments.map((segment, index) => ({
    number: mediaSequence + index,
    loop: discontinuitySequence + segments.slice(0, index + 1).filter(({ discontinuity }) => discontinuity).length,
    uri: segment.uri,
    map: segment.map?.uri,
    at: segment.dateTimeObject?.getTime(),
    seconds: segment.duration,
  }));
  return { shown, endList: endList ?? false, targetDuration, first: mediaSequence };
}

const aMoment = fc.integer({ min: Date.parse('2020-01-01'), max: Date.parse('2100-01-01') });
const someSegments = fc.integer({ min: 1, max: 12 });

describe('a live playlist', () => {
  test('never contradicts an earlier one: a number keeps its address and its time', () => {
    fc.assert(
      fc.property(aMoment, fc.integer({ min: 0, max: 60_000 }), someSegments, (now, later, segments) => {
        const clip = aClip(segments);
        const [before, after] = [read(livePlaylist(clip, '360p', now)), read(livePlaylist(clip, '360p', now + later))];
        const known = new Map(before.shown.map((segment) => [segment.number, segment]));
        expect(after.first - before.first).toBeGreaterThanOrEqual(0);
        for (const segment of after.shown) expect(known.get(segment.number) ?? segment).toEqual(segment);
      }),
    );
  });

  test('has no hole in its numbers or its time, and no discontinuity', () => {
    fc.assert(
      fc.property(aMoment, someSegments, (now, segments) => {
        const { shown } = read(livePlaylist(aClip(segments), '360p', now));
        expect(shown).toHaveLength(6);
        for (const [index, segment] of shown.entries()) {
          const next = shown[index + 1];
          expect(segment.uri).toBe(`/demo/clips/waves/abcd1234/360p/${segment.number}.m4s`);
          expect(segment.at).toBe(segment.number * 4000);
          expect(segment.loop).toBe(0);
          expect(next?.at ?? (segment.at ?? 0) + 4000).toBe((segment.at ?? 0) + 4000);
        }
      }),
    );
  });

  test('shows only what is finished, and it at once', () => {
    fc.assert(
      fc.property(aMoment, (now) => {
        const last = read(livePlaylist(aClip(), '360p', now)).shown.at(-1);
        const end = (last?.at ?? 0) + 4000;
        expect(end).toBeLessThanOrEqual(now);
        expect(now - end).toBeLessThan(4000);
      }),
    );
  });

  test('moves by one segment each four seconds, in step in both renditions', () => {
    const now = Date.parse('2023-09-19T12:00:00Z');
    const firsts = (rendition: string) => [0, 3999, 4000].map((ms) => read(livePlaylist(aClip(), rendition, now + ms)).first);
    const first = now / 4000 - 6;
    expect(firsts('360p')).toEqual([first, first, first + 1]);
    expect(firsts('240p')).toEqual(firsts('360p'));
  });

  test('reads to a player as endless, with the initialisation of its rendition at every segment', () => {
    const { shown, endList, targetDuration } = read(livePlaylist(aClip(), '240p', Date.parse('2023-09-19T12:00:10Z')));
    expect({ endList, targetDuration }).toEqual({ endList: false, targetDuration: 4 });
    expect(new Set(shown.map(({ map, seconds }) => `${map} ${seconds}`))).toEqual(new Set(['/demo/clips/waves/abcd1234/240p/init.mp4 4']));
  });
});

describe('a recording', () => {
  test('is the clip once, and ends', () => {
    const { shown, endList } = read(vodPlaylist(aClip(), '360p'));
    expect(endList).toBe(true);
    expect(shown.map(({ uri }) => uri.split('/').at(-1))).toEqual(['0.m4s', '1.m4s', '2.m4s', '3.m4s', '4.m4s', '5.m4s']);
  });
});

describe('a multivariant playlist', () => {
  test('tells a player what it must know to choose', () => {
    const parser = new Parser();
    parser.push(multivariantPlaylist(aClip()));
    parser.end();
    expect(parser.manifest.playlists?.map(({ uri, attributes }) => ({ uri, ...attributes }))).toMatchObject([
      { uri: '360p.m3u8', BANDWIDTH: 250_000, RESOLUTION: { width: 640, height: 360 }, CODECS: 'avc1.4d401e,mp4a.40.2' },
      { uri: '240p.m3u8', BANDWIDTH: 110_000, RESOLUTION: { width: 426, height: 240 }, CODECS: 'avc1.4d4015,mp4a.40.2' },
    ]);
  });
});
