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
 * `(n + 1) · segmentMs` after 1970. So a restart, another node and the next refresh agree about every
 * number, and the numbers only rise. Only finished segments are shown. The loops of the clip are one
 * stream whose time runs on (`inTheStream`), so there is no discontinuity to tell; loops counted as
 * discontinuities since 1970 would be millions, and players keep a table by that number.
 */
export function livePlaylist(clip: Clip, rendition: string, nowMs: number): string {
  const next = Math.floor(nowMs / clip.segmentMs);
  const first = next - WINDOW_SEGMENTS;
  const segments = Array.from({ length: WINDOW_SEGMENTS }, (_, index) => first + index);
  return lines(
    ...mediaHead(clip),
    `#EXT-X-MEDIA-SEQUENCE:${first}`,
    initialisation(clip, rendition),
    ...segments.flatMap((number) => [
      `#EXT-X-PROGRAM-DATE-TIME:${new Date(number * clip.segmentMs).toISOString()}`,
      ...segment(clip, rendition, number),
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

function initialisation(clip: Clip, rendition: string): string {
  return `#EXT-X-MAP:URI="${fileAddress(clip, rendition, 'init.mp4')}"`;
}

function segment(clip: Clip, rendition: string, number: number): string[] {
  return [`#EXTINF:${(clip.segmentMs / 1000).toFixed(3)},`, fileAddress(clip, rendition, `${number}.m4s`)];
}

function fileAddress(clip: Clip, rendition: string, file: string): string {
  return `/demo/clips/${clip.slug}/${clip.version}/${rendition}/${file}`;
}

function lines(...text: string[]): string {
  return `${text.join('\n')}\n`;
}
