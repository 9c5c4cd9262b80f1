import { Parser } from 'm3u8-parser';

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
