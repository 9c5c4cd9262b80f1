import { overrunMs, type StreamHealth } from '@yunhui/domain';
import { Parser } from 'm3u8-parser';

/** Reading begins this long before a session's start, so that a good stream is known when it begins. */
const readBeforeMs = 60_000;

/** Two failed readings in a row, and six seconds between the first and the last: one lost packet is no interruption. */
const downAfterReadings = 2;
const downAfterMs = 6_000;

/** A live playlist that has not moved for three of its target durations is a frozen one; never sooner than this. */
const stalledAtLeastMs = 10_000;

/** When the live playlists of a session are read: until an overrun is over. */
export function readingWindow({ start, end }: { start: number; end: number }): { from: number; until: number } {
  return { from: start - readBeforeMs, until: end + overrunMs };
}

/** What one playlist says. `position` rises with every segment, also where a list only grows. */
export type Playlist =
  | { kind: 'multivariant'; media: string }
  | { kind: 'live'; position: number; targetMs: number }
  | { kind: 'bad'; why: 'not-a-playlist' | 'empty' | 'ended' };

/**
 * Reads a playlist. An HTML page parses as an empty one, hence `#EXTM3U` first; one with ENDLIST is a
 * recording, whatever it was before. `url` is where it was found: addresses in it are relative to that.
 */
export function readPlaylist(text: string, url: string): Playlist {
  if (!text.trimStart().startsWith('#EXTM3U')) return { kind: 'bad', why: 'not-a-playlist' };
  const parser = new Parser();
  parser.push(text.trimStart());
  parser.end();
  const { playlists, segments, mediaSequence, endList, targetDuration } = parser.manifest;

  const [media] = playlists ?? [];
  if (media) return { kind: 'multivariant', media: resolve(media.uri, url) };
  if (endList) return { kind: 'bad', why: 'ended' };
  if (!segments || segments.length === 0) return { kind: 'bad', why: 'empty' };
  return { kind: 'live', position: (mediaSequence ?? 0) + segments.length, targetMs: (targetDuration ?? 0) * 1_000 };
}

/** Against an address, or against a path: root-relative ones mean the hub's own demo origin. */
function resolve(uri: string, url: string): string {
  if (!url.startsWith('/')) return new URL(uri, url).href;
  const origin = 'http://own.invalid';
  const found = new URL(uri, origin + url);
  return found.origin === origin ? found.pathname + found.search : found.href;
}

/** What one look at a link found; a playlist that could not be fetched is a failed one. */
export type Look = { at: number; found: { position: number; targetMs: number } | 'failed' };

/** What is remembered of a link between two looks. Times in ms. */
export type Readings = {
  position?: number;
  /** When the playlist last moved. */
  movedAt?: number;
  /** The failed looks in a row, and the first of them. */
  failures: number;
  failingSince?: number;
};

/** Puts a look to the readings before it: good while the playlist moves, or is seen for the first time. */
export function addLook(before: Readings | undefined, { at, found }: Look): { readings: Readings; good: boolean } {
  const failing = { failures: (before?.failures ?? 0) + 1, failingSince: before?.failingSince ?? at };
  if (found === 'failed') return { readings: { ...before, ...failing }, good: false };

  const moved = before?.position === undefined || before.position !== found.position;
  const movedAt = moved ? at : (before.movedAt ?? at);
  const place = { position: found.position, movedAt };
  const stalled = at - movedAt > Math.max(stalledAtLeastMs, 3 * found.targetMs);
  return stalled ? { readings: { ...place, ...failing }, good: false } : { readings: { ...place, failures: 0 }, good: true };
}

/**
 * What we say of a link after a look. Up at once, since a viewer waits; down only with patience, since
 * a viewer who watches from a buffer notices neither a lost reading nor its correction.
 */
export function healthAfter(before: StreamHealth, { readings, good }: { readings: Readings; good: boolean }, at: number): StreamHealth {
  if (good) return 'ok';
  const failingMs = at - (readings.failingSince ?? at);
  return readings.failures >= downAfterReadings && failingMs >= downAfterMs ? 'down' : before;
}
