import type { Clip } from './clips.js';
import { inTheStream } from './media-time.js';
import { partOf } from './parts.js';
import { fileAddress, initialisation, multivariantPlaylist } from './playlists.js';

/** Of each segment: half a second each. */
const PARTS = 8;
const WINDOW_SEGMENTS = 6;
/** Players begin in the last of these; parts of older segments are nobody's business. */
const SEGMENTS_IN_PARTS = 3;
/** A player that asks for what comes later than this has lost count, and gets what there is. */
const LONGEST_WAIT_SEGMENTS = 2;

export type LowLatencyAnswer = { contentType: string; body: Buffer | string; delayMs?: number };

/**
 * What the same endless stream answers with LL-HLS (RFC 8216bis, 4.4.3.8 and 6.2.5.2): `master.m3u8`, `{rendition}.m3u8`, which
 * waits for the part that `_HLS_msn` and `_HLS_part` ask for, and `{rendition}/{segment}.{part}.m4s`.
 */
export function answerLowLatency(clip: Clip, rest: readonly string[], query: URLSearchParams, nowMs: number): LowLatencyAnswer | undefined {
  const [first = '', file] = rest;
  if (file !== undefined) return partIn(clip, first, file, nowMs);
  const name = /^([a-z0-9]+)\.m3u8$/.exec(first)?.[1];
  const contentType = 'application/vnd.apple.mpegurl';
  if (name === 'master') return { contentType, body: multivariantPlaylist(clip) };
  if (!clip.renditions.some((known) => known.name === name) || name === undefined) return undefined;
  const wantedMs = askedFor(clip, query);
  const waits = wantedMs !== undefined && wantedMs > nowMs && wantedMs - nowMs <= LONGEST_WAIT_SEGMENTS * clip.segmentMs;
  const atMs = waits ? wantedMs : nowMs;
  return { contentType, body: playlistAt(clip, name, atMs), delayMs: atMs - nowMs };
}

/** When the part is there that a player waits for; a whole segment is waited for without a part. */
function askedFor(clip: Clip, query: URLSearchParams): number | undefined {
  const segment = Number(query.get('_HLS_msn') ?? Number.NaN);
  if (!Number.isSafeInteger(segment)) return undefined;
  const part = Number(query.get('_HLS_part') ?? PARTS - 1);
  return segment * clip.segmentMs + ((part + 1) * clip.segmentMs) / PARTS;
}

function partIn(clip: Clip, rendition: string, file: string, nowMs: number): LowLatencyAnswer | undefined {
  const [, number, part] = /^(\d{1,12})\.(\d)\.m4s$/.exec(file) ?? [];
  if (number === undefined || Number(part) >= PARTS) return undefined;
  const endsAtMs = Number(number) * clip.segmentMs + ((Number(part) + 1) * clip.segmentMs) / PARTS;
  const segment = endsAtMs <= nowMs ? inTheStream(clip, rendition, Number(number)) : undefined;
  return segment && { contentType: 'video/mp4', body: partOf(segment, Number(part), PARTS) };
}

function playlistAt(clip: Clip, rendition: string, nowMs: number): string {
  const current = Math.floor(nowMs / clip.segmentMs);
  const first = current - WINDOW_SEGMENTS;
  const partS = clip.segmentMs / 1000 / PARTS;
  const partsOf = (segment: number, count: number): string[] =>
    Array.from({ length: count }, (_, part) => {
      const independent = part === 0 ? ',INDEPENDENT=YES' : '';
      return `#EXT-X-PART:DURATION=${partS},URI="${rendition}/${segment}.${part}.m4s"${independent}`;
    });
  const segments = Array.from({ length: WINDOW_SEGMENTS }, (_, place) => first + place).flatMap((segment) => [
    `#EXT-X-PROGRAM-DATE-TIME:${new Date(segment * clip.segmentMs).toISOString()}`,
    ...(current - segment <= SEGMENTS_IN_PARTS ? partsOf(segment, PARTS) : []),
    `#EXTINF:${(clip.segmentMs / 1000).toFixed(3)},`,
    fileAddress(clip, rendition, `${segment}.m4s`),
  ]);
  const begun = Math.floor(((nowMs % clip.segmentMs) * PARTS) / clip.segmentMs);
  const lines = [
    '#EXTM3U',
    '#EXT-X-VERSION:9',
    '#EXT-X-INDEPENDENT-SEGMENTS',
    `#EXT-X-TARGETDURATION:${clip.segmentMs / 1000}`,
    `#EXT-X-SERVER-CONTROL:CAN-BLOCK-RELOAD=YES,PART-HOLD-BACK=${3 * partS}`,
    `#EXT-X-PART-INF:PART-TARGET=${partS}`,
    `#EXT-X-MEDIA-SEQUENCE:${first}`,
    initialisation(clip, rendition),
    ...segments,
    ...partsOf(current, begun),
  ];
  return `${lines.join('\n')}\n`;
}
