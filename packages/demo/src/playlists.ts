import type { Captions } from './captions.js';
import type { Clip } from './clips.js';

/** How many segments a live playlist shows: 24 s to look back on. */
const WINDOW_SEGMENTS = 6;

/**
 * The multivariant playlist (RFC 8216, 4.3.4). The media playlists lie beside it, so that whatever
 * gates the one gates the others.
 */
export function multivariantPlaylist(clip: Clip, captions: readonly Captions[] = []): string {
  const renditions = captions.map(
    ({ language, label, name }) =>
      `#EXT-X-MEDIA:TYPE=SUBTITLES,GROUP-ID="captions",LANGUAGE="${language}",NAME="${label}",AUTOSELECT=YES,URI="${name}.m3u8"`,
  );
  const group = captions.length > 0 ? ',SUBTITLES="captions"' : '';
  const variants = clip.renditions.flatMap(({ name, width, height, codecs, bandwidth }) => [
    `#EXT-X-STREAM-INF:BANDWIDTH=${bandwidth},RESOLUTION=${width}x${height},FRAME-RATE=24.000,CODECS="${codecs}"${group}`,
    `${name}.m3u8`,
  ]);
  return lines('#EXTM3U', '#EXT-X-VERSION:7', '#EXT-X-INDEPENDENT-SEGMENTS', ...renditions, ...variants);
}

/**
 * The endless live playlist of a looped clip at a moment.
 *
 * Everything in it is a function of the clock: segment number `n` is the one that ends at
 * `(n + 1) · segmentMs` after 1970. So a restart, another node and the next refresh agree about every
 * number, and the numbers only rise. Only finished segments are shown. The loops of the clip are one
 * stream whose time runs on (`inTheStream`), so there is no discontinuity to tell; loops counted as
 * discontinuities since 1970 would be millions, and players keep a table by that number.
 */
export function livePlaylist(clip: Clip, rendition: string, nowMs: number): string {
  return liveWindow(clip, nowMs, [initialisation(clip, rendition)], (number) => fileAddress(clip, rendition, `${number}.m4s`));
}

/** The captions beside it: the same numbers at the same times, so that a line comes with its picture. */
export function liveCaptions(clip: Clip, { name }: Captions, nowMs: number): string {
  return liveWindow(clip, nowMs, [], (number) => `/demo/captions/${clip.slug}/${name}/${number}.vtt`);
}

/** The last segments of a stream that never ends, at addresses of its own; `before` is what they all need. */
export function liveWindow(clip: Clip, nowMs: number, before: readonly string[], addressOf: (number: number) => string): string {
  const first = Math.floor(nowMs / clip.segmentMs) - WINDOW_SEGMENTS;
  const numbers = Array.from({ length: WINDOW_SEGMENTS }, (_, index) => first + index);
  return lines(
    ...mediaHead(clip),
    `#EXT-X-MEDIA-SEQUENCE:${first}`,
    ...before,
    ...numbers.flatMap((number) => [
      `#EXT-X-PROGRAM-DATE-TIME:${new Date(number * clip.segmentMs).toISOString()}`,
      duration(clip),
      addressOf(number),
    ]),
  );
}

/** The whole clip, once. */
export function vodPlaylist(clip: Clip, rendition: string): string {
  const pieces = Array.from({ length: clip.segments }, (_, piece) => segment(clip, rendition, piece));
  return lines(
    ...mediaHead(clip),
    '#EXT-X-MEDIA-SEQUENCE:0',
    '#EXT-X-PLAYLIST-TYPE:VOD',
    initialisation(clip, rendition),
    ...pieces.flat(),
    '#EXT-X-ENDLIST',
  );
}

function mediaHead(clip: Clip): string[] {
  return ['#EXTM3U', '#EXT-X-VERSION:7', '#EXT-X-INDEPENDENT-SEGMENTS', `#EXT-X-TARGETDURATION:${clip.segmentMs / 1000}`];
}

export function initialisation(clip: Clip, rendition: string): string {
  return `#EXT-X-MAP:URI="${fileAddress(clip, rendition, 'init.mp4')}"`;
}

function segment(clip: Clip, rendition: string, number: number): string[] {
  return [duration(clip), fileAddress(clip, rendition, `${number}.m4s`)];
}

function duration(clip: Clip): string {
  return `#EXTINF:${(clip.segmentMs / 1000).toFixed(3)},`;
}

export function fileAddress(clip: Clip, rendition: string, file: string): string {
  return `/demo/clips/${clip.slug}/${clip.version}/${rendition}/${file}`;
}

function lines(...text: string[]): string {
  return `${text.join('\n')}\n`;
}
