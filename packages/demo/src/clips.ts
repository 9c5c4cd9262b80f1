import { readdirSync, readFileSync } from 'node:fs';
import { z } from 'zod';

const Rendition = z.object({
  name: z.string(),
  width: z.int(),
  height: z.int(),
  /** RFC 6381, as EXT-X-STREAM-INF carries it. */
  codecs: z.string(),
  /** Bits per second of the largest segment. */
  bandwidth: z.int().positive(),
});
export type Rendition = z.infer<typeof Rendition>;

const ClipIndex = z.object({
  segmentMs: z.int().positive(),
  /** In each clip. */
  segments: z.int().positive(),
  clips: z.array(z.object({ slug: z.string(), version: z.string(), renditions: z.array(Rendition).min(1) })),
});

/** A short science clip: a few segments of equal length, made to be looped. */
export type Clip = {
  readonly slug: string;
  /** Of the bytes: part of every address, so that segments may be cached for good. */
  readonly version: string;
  readonly renditions: readonly Rendition[];
  readonly segmentMs: number;
  readonly segments: number;
  /** Bytes by `{rendition}/{file}`, e.g. `360p/init.mp4` and `360p/0.m4s`. */
  readonly files: ReadonlyMap<string, Buffer>;
};

export type ClipShelf = ReadonlyMap<string, Clip>;

/** Reads all clips into memory: under 6 MB, and no request waits for a disk. */
export function loadClips(): ClipShelf {
  const folder = new URL('../clips/', import.meta.url);
  const { clips, segmentMs, segments } = ClipIndex.parse(JSON.parse(readFileSync(new URL('index.json', folder), 'utf8')));
  return new Map(
    clips.map((clip) => {
      const names = clip.renditions.flatMap(({ name }) =>
        readdirSync(new URL(`${clip.slug}/${name}/`, folder)).map((file) => `${name}/${file}`),
      );
      const files = new Map(names.map((name) => [name, readFileSync(new URL(`${clip.slug}/${name}`, folder))]));
      return [clip.slug, { ...clip, segmentMs, segments, files }];
    }),
  );
}

/** What suits a domain's subject; a domain that is not named here may show anything. */
const clipsOfDomain: Readonly<Record<string, readonly string[]>> = {
  科学教育: ['julia', 'orbits', 'cells'],
  科技创新: ['orbits', 'spectrum', 'julia'],
  数字素养: ['julia', 'cells'],
  生态文明: ['aurora', 'plankton', 'tide'],
  农业科技: ['cells', 'plankton'],
  水利科普: ['tide', 'waves'],
  防灾避险: ['waves', 'aurora'],
  核科普: ['spectrum', 'waves'],
  食品安全: ['cells', 'spectrum'],
  科普创作: ['aurora', 'julia'],
};
const anyClip = ['aurora', 'cells', 'julia', 'orbits', 'plankton', 'spectrum', 'tide', 'waves'];

/** The clip for a subject; `spread` picks among those that suit it. */
export function clipForDomain(domain: string, spread: number): string {
  const suiting = clipsOfDomain[domain] ?? anyClip;
  const clip = suiting[spread % suiting.length];
  if (clip === undefined) throw new RangeError(`no clip for ${domain} at ${spread}`);
  return clip;
}
