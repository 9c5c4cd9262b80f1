import type { Clip } from './clips.js';
import { livePlaylist, multivariantPlaylist, vodPlaylist } from './playlists.js';

/** How a double of a stream behaves. All but `good` are what really happens to addresses that others gave us. */
export const doubleBehaviours = [
  'good',
  /** The playlist is not renewed. */
  'stall',
  /** 404 for everything: the host is gone. */
  'gone',
  /** 404 for the segments alone, under a playlist that moves. */
  'lost-segments',
  /** Without the permission that a page of another origin needs. */
  'no-cors',
  /** 200 and a web page, as an unpaid CDN answers. */
  'html',
  /** 403 for a signature whose time is over. */
  'expired',
  /** 401 for everybody. */
  'locked',
  /** 451: not in this region. */
  'region',
  /** 503 from the server itself. */
  'failing',
  /** Segments come more slowly than they play. */
  'slow',
  /** Nothing in the playlist yet. */
  'empty',
  /** ENDLIST: a recording. */
  'over',
  /** Declares a picture that only some browsers play. */
  'hevc',
  /** Declares DRM. */
  'drm',
] as const;
export type DoubleBehaviour = (typeof doubleBehaviours)[number];

export type DoubleAnswer = { status: number; contentType: string; body: Buffer | string; isClosed?: boolean; delayMs?: number };

type Standing = { behaviour: DoubleBehaviour; sinceMs: number };

const longAgoMs = 1_700_000_000_000;

/**
 * Streams that misbehave on command. A key that is a behaviour's own name always behaves so; any other key is good until
 * it is told otherwise. What was told is this process's own, as a broken encoder is one machine's.
 */
export class Doubles {
  private readonly told = new Map<string, Standing>();

  command(key: string, behaviour: DoubleBehaviour, nowMs: number): void {
    if (this.told.size > 1_000) this.told.clear(); // a test that forgets its keys does not grow the process
    this.told.set(key, { behaviour, sinceMs: nowMs });
  }

  of(key: string): Standing {
    return this.told.get(key) ?? { behaviour: isBehaviour(key) ? key : 'good', sinceMs: longAgoMs };
  }
}

export function isBehaviour(name: string): name is DoubleBehaviour {
  return doubleBehaviours.some((known) => known === name);
}

/**
 * What the double `key` of a clip answers at `{file}` or `{rendition}/{file}`: its playlists lead to segments below the
 * same address, so that it can be slow or lose them.
 */
export function answerDouble(
  { key, standing, clip, nowMs }: { key: string; standing: Standing; clip: Clip; nowMs: number },
  rest: readonly string[],
  segmentOf: (rendition: string, file: string) => Buffer | undefined,
): DoubleAnswer | undefined {
  const { behaviour } = standing;
  const isClosed = behaviour === 'no-cors';
  const refusal = refusals[behaviour];
  if (refusal) return refusal;
  const [first = '', file] = rest;
  if (file !== undefined) {
    const body = behaviour === 'lost-segments' ? undefined : segmentOf(first, file);
    const delayMs = behaviour === 'slow' && file !== 'init.mp4' ? clip.segmentMs * 1.5 : 0;
    return body && { status: 200, contentType: 'video/mp4', body, isClosed, delayMs };
  }
  const text = playlistOf(first, { clip, behaviour, atMs: behaviour === 'stall' ? standing.sinceMs : nowMs });
  const body = text?.replaceAll(`/demo/clips/${clip.slug}/${clip.version}/`, `/demo/double/${key}/${clip.slug}/`);
  return body === undefined ? undefined : { status: 200, contentType: 'application/vnd.apple.mpegurl', body, isClosed };
}

const page = (title: string): string => `<!doctype html><html><head><title>${title}</title></head><body>${title}</body></html>`;
const refusals: Partial<Record<DoubleBehaviour, DoubleAnswer>> = {
  gone: { status: 404, contentType: 'text/plain', body: 'not found' },
  html: { status: 200, contentType: 'text/html', body: page('This site is suspended') },
  expired: { status: 403, contentType: 'text/plain', body: 'signature expired' },
  locked: { status: 401, contentType: 'text/plain', body: 'unauthorized' },
  region: { status: 451, contentType: 'text/plain', body: 'unavailable' },
  failing: { status: 503, contentType: 'text/html', body: page('503') },
};

function playlistOf(name: string, { clip, behaviour, atMs }: { clip: Clip; behaviour: DoubleBehaviour; atMs: number }): string | undefined {
  const [, rendition = ''] = /^([a-z0-9]+)\.m3u8$/.exec(name) ?? [];
  if (rendition === 'master') {
    const text = multivariantPlaylist(clip);
    return behaviour === 'hevc' ? text.replaceAll(/avc1\.[0-9A-Fa-f]+/g, 'hvc1.1.6.L93.B0') : text;
  }
  if (!clip.renditions.some((known) => known.name === rendition)) return undefined;
  if (behaviour === 'over') return vodPlaylist(clip, rendition);
  const text = livePlaylist(clip, rendition, atMs);
  if (behaviour === 'empty') return text.slice(0, text.indexOf('#EXT-X-PROGRAM-DATE-TIME'));
  if (behaviour === 'drm')
    return text.replace('#EXTINF', '#EXT-X-KEY:METHOD=SAMPLE-AES,URI="skd://key",KEYFORMAT="com.apple.streamingkeydelivery"\n#EXTINF');
  return text;
}
