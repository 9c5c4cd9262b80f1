import { Parser } from 'm3u8-parser';

/** One of the renditions of a multivariant playlist, as declared. */
export type Variant = { url: string; codecs: readonly string[]; bitsPerSecond?: number };

/** What one playlist says. `position` rises with every segment, also where a list only grows. */
export type Playlist =
  | { kind: 'multivariant'; variants: readonly [Variant, ...Variant[]]; captions: readonly string[]; hasOwnAudio: boolean }
  | MediaPlaylist
  | { kind: 'bad'; why: 'html' | 'not-a-playlist' | 'empty' };

/** EXT-X-BYTERANGE: a part of a longer file. */
export type ByteRange = { from: number; length: number };

export type MediaPlaylist = {
  kind: 'media';
  /** It has ENDLIST: a recording, whatever it was before. */
  isOver: boolean;
  position: number;
  targetMs: number;
  /** The newest segment, from where a viewer of a live stream is never far. */
  newest: { url: string; durationMs: number; bytes?: ByteRange };
  /** Where the initialisation of fragmented MP4 is. */
  mapUrl?: string;
  mapBytes?: ByteRange;
  /** When the newest segment was made, where the encoder says it. */
  edgeAt?: number;
  encryption?: 'key' | 'drm';
};

/**
 * Reads a playlist. An HTML page parses as an empty one, hence `#EXTM3U` first. `url` is where it was found: addresses
 * in it are relative to that.
 */
export function readPlaylist(text: string, url: string): Playlist {
  const trimmed = text.trimStart();
  if (!trimmed.startsWith('#EXTM3U'))
    return { kind: 'bad', why: /^<(!doctype|html|\?xml|head|body|script)/i.test(trimmed) ? 'html' : 'not-a-playlist' };
  const parser = new Parser();
  parser.push(trimmed);
  parser.end();
  const { manifest } = parser;
  const [first, ...others] = (manifest.playlists ?? []).map((variant) => variantOf(variant, url));
  if (first) {
    const groups = Object.values(manifest.mediaGroups?.['SUBTITLES'] ?? {}).flatMap((group) => Object.values(group));
    const audio = Object.values(manifest.mediaGroups?.['AUDIO'] ?? {}).flatMap((group) => Object.values(group));
    const captions = [...new Set(groups.map(({ language }) => language).filter(Boolean))];
    return { kind: 'multivariant', variants: [first, ...others], captions, hasOwnAudio: audio.some(({ uri }) => uri !== undefined) };
  }
  return mediaOf(manifest, url);
}

type Manifest = Parser['manifest'];

function variantOf({ uri, attributes }: NonNullable<Manifest['playlists']>[number], url: string): Variant {
  const codecs = (attributes.CODECS ?? '').split(',').map((codec) => codec.trim());
  return {
    url: resolve(uri, url),
    codecs: codecs.filter((codec) => codec !== ''),
    ...(attributes.BANDWIDTH !== undefined && { bitsPerSecond: attributes.BANDWIDTH }),
  };
}

function mediaOf(manifest: Manifest, url: string): Playlist {
  const { segments, mediaSequence = 0, endList = false, targetDuration = 0 } = manifest;
  const newest = segments.at(-1);
  if (!newest?.uri) return { kind: 'bad', why: 'empty' };
  const durationMs = newest.duration * 1_000;
  const madeAt = newest.programDateTime ?? newest.dateTimeObject?.getTime();
  const isDrm = manifest.contentProtection !== undefined || (newest.key && newest.key.method !== 'AES-128' && newest.key.method !== 'NONE');
  return {
    kind: 'media',
    isOver: endList,
    position: mediaSequence + segments.length,
    targetMs: targetDuration * 1_000,
    newest: { url: resolve(newest.uri, url), durationMs, ...(newest.byterange && { bytes: rangeOf(newest.byterange) }) },
    ...(newest.map?.uri !== undefined && { mapUrl: resolve(newest.map.uri, url) }),
    ...(newest.map?.byterange && { mapBytes: rangeOf(newest.map.byterange) }),
    ...(madeAt !== undefined && !Number.isNaN(madeAt) && { edgeAt: madeAt + durationMs }),
    ...(isDrm ? { encryption: 'drm' } : newest.key?.method === 'AES-128' && { encryption: 'key' }),
  };
}

const rangeOf = ({ offset, length }: { offset: number; length: number }): ByteRange => ({ from: offset, length });

/** Against an address, or against a path: root-relative ones mean the hub's own demo origin. Nonsense leads nowhere, and the guard says so. */
function resolve(uri: string, url: string): string {
  if (!url.startsWith('/')) return URL.parse(uri, url)?.href ?? uri;
  const origin = 'http://own.invalid';
  const found = URL.parse(uri, origin + url);
  if (!found) return uri;
  return found.origin === origin ? found.pathname + found.search : found.href;
}
