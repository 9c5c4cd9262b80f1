import { describe, expect, test } from 'vitest';
import { clipForDomain, loadClips, type Clip } from './clips.js';
import { loadDemoData } from './load-demo-data.js';

const clips = loadClips();

type Box = { kind: string; body: Buffer };

/** The boxes of an MP4 (ISO/IEC 14496-12), one level deep. */
function boxesIn(bytes: Buffer): Box[] {
  const boxes: Box[] = [];
  for (let at = 0; at < bytes.length; at += bytes.readUInt32BE(at))
    boxes.push({ kind: bytes.toString('latin1', at + 4, at + 8), body: bytes.subarray(at + 8, at + bytes.readUInt32BE(at)) });
  return boxes;
}

const within = (bytes: Buffer, ...path: string[]): Buffer[] =>
  path.reduce(
    (found, kind) =>
      found.flatMap((body) =>
        boxesIn(body)
          .filter((box) => box.kind === kind)
          .map((box) => box.body),
      ),
    [bytes],
  );

/** Ticks a second of each track, in order: picture, sound. */
const timescales = (clip: Clip, rendition: string) =>
  within(bytesOf(clip, `${rendition}/init.mp4`), 'moov', 'trak', 'mdia', 'mdhd').map((mdhd) => mdhd.readUInt32BE(mdhd[0] === 1 ? 20 : 12));

/** When each track of a segment begins, in seconds from the start of the clip. */
function startsOf(clip: Clip, rendition: string, piece: number): number[] {
  const scales = timescales(clip, rendition);
  return within(bytesOf(clip, `${rendition}/${piece}.m4s`), 'moof', 'traf', 'tfdt').map(
    (tfdt, track) => (tfdt[0] === 1 ? Number(tfdt.readBigUInt64BE(4)) : tfdt.readUInt32BE(4)) / (scales[track] ?? Number.NaN),
  );
}

function bytesOf(clip: Clip, name: string): Buffer {
  const bytes = clip.files.get(name);
  if (!bytes) throw new Error(`${clip.slug} lacks ${name}`);
  return bytes;
}

const renditions = [...clips.values()].flatMap((clip) =>
  clip.renditions.map((rendition) => ({ clip, rendition, name: `${clip.slug} ${rendition.name}` })),
);

describe('the clips', () => {
  test('are at least six, and 6 MB together at most', () => {
    const sizes = [...clips.values()].flatMap(({ files }) => [...files.values()].map(({ length }) => length));
    expect(clips.size).toBeGreaterThanOrEqual(6);
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThanOrEqual(6_000_000);
  });

  test.each(renditions)('$name has segments of exactly four seconds, picture and sound', ({ clip, rendition }) => {
    const starts = Array.from({ length: clip.segments }, (_, piece) => startsOf(clip, rendition.name, piece));
    expect(starts).toHaveLength(6);
    for (const [piece, [picture = Number.NaN, sound = Number.NaN]] of starts.entries()) {
      const [firstPicture = Number.NaN] = starts[0] ?? [];
      expect(picture - firstPicture).toBeCloseTo(piece * 4, 6);
      expect(Math.abs(sound - picture)).toBeLessThan(0.07);
    }
  });

  test.each(renditions)('$name says of its codecs what is in it', ({ clip, rendition }) => {
    const init = bytesOf(clip, `${rendition.name}/init.mp4`);
    const avcC = init.indexOf('avcC', 0, 'latin1') + 4;
    expect(rendition.codecs).toBe(`avc1.${init.toString('hex', avcC + 1, avcC + 4)},mp4a.40.2`);
  });

  test.each(renditions)('$name promises the bandwidth of its largest segment', ({ clip, rendition }) => {
    const sizes = Array.from({ length: clip.segments }, (_, piece) => bytesOf(clip, `${rendition.name}/${piece}.m4s`).length);
    expect(rendition.bandwidth).toBe(Math.max(...sizes) * 2);
  });
});

describe('the clip of a domain', () => {
  test('is one that there is, for every domain of the programme and any spread', () => {
    const domains = new Set(loadDemoData().programme.channels.flatMap(({ sessions }) => sessions.map(({ domain }) => domain)));
    const chosen = [...domains, '别的'].flatMap((domain) => Array.from({ length: 24 }, (_, spread) => clipForDomain(domain, spread)));
    expect([...new Set(chosen)].filter((slug) => !clips.has(slug))).toEqual([]);
  });
});
