import type { Clip } from './clips.js';

/** How many segments a live playlist shows: 24 s to look back on. */
const WINDOW_SEGMENTS = 6;

/**
 * The multivariant playlist (RFC 8216, 4.3.4). The media playlists lie beside it, so that whatever
 * gates the one gates the others.
 */
export function multivariantPlaylist(clip: Clip): string {
  const variants = clip.renditions.flatMap(({ name, width, height, codecs, bandwidth }) => [
    `#EXT-X-STREAM-INF:BANDWIDTH=${bandwidth},RESOLUTION=${width}x${height},FRAME-RATE=24.000,CODECS="${codecs}"`,
    `${name}.m3u8`,
  ]);
  return lines('#EXTM3U', '#EXT-X-VERSION:7', '#EXT-X-INDEPENDENT-SEGMENTS', ...variants);
}

/**
 * The endless live playlist of a looped clip at a moment.
 *
 * Everything in it is a function of the clock: segment number `n` is the one that ends at
 * `(n + 1) · segmentMs` after 1970, it shows piece `n mod segments` of the clip, and loop number
 * `n div segments` is its discontinuity sequence. So a restart, another node and the next refresh
 * agree about every number, and the numbers only rise. Only finished segments are shown.
 */
export function livePlaylist(clip: Clip, rendition: string, nowMs: number): string {
  const next = Math.floor(nowMs / clip.segmentMs);
  const first = next - WINDOW_SEGMENTS;
  const segments = Array.from({ length: WINDOW_SEGMENTS }, (_, index) => first + index);
  return lines(
    ...mediaHead(clip),
    `#EXT-X-MEDIA-SEQUENCE:${first}`,
    `#EXT-X-DISCONTINUITY-SEQUENCE:${discontinuitySequence(clip, first)}`,
    ...segments.flatMap((number) => [
      ...(number > first && number % clip.segments === 0 ? ['#EXT-X-DISCONTINUITY'] : []),
      ...(number === first || number % clip.segments === 0 ? [initialisation(clip, rendition)] : []),
      `#EXT-X-PROGRAM-DATE-TIME:${new Date(number * clip.segmentMs).toISOString()}`,
      ...segment(clip, rendition, number % clip.segments),
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

/**
 * A tag before the first segment shown would belong to the loop it opens, so it is left out there
 * and the number alone says which loop the segment is of (RFC 8216, 6.2.2).
 */
function discontinuitySequence(clip: Clip, first: number): number {
  return Math.floor(first / clip.segments);
}

function mediaHead(clip: Clip): string[] {
  return ['#EXTM3U', '#EXT-X-VERSION:7', '#EXT-X-INDEPENDENT-SEGMENTS', `#EXT-X-TARGETDURATION:${clip.segmentMs / 1000}`];
}

function initialisation(clip: Clip, rendition: string): string {
  return `#EXT-X-MAP:URI="${fileAddress(clip, rendition, 'init.mp4')}"`;
}

function segment(clip: Clip, rendition: string, piece: number): string[] {
  return [`#EXTINF:${(clip.segmentMs / 1000).toFixed(3)},`, fileAddress(clip, rendition, `${piece}.m4s`)];
}

function fileAddress(clip: Clip, rendition: string, file: string): string {
  return `/demo/clips/${clip.slug}/${clip.version}/${rendition}/${file}`;
}

function lines(...text: string[]): string {
  return `${text.join('\n')}\n`;
}
