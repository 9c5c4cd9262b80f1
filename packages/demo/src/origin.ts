import { captionSegment, captionsOf, type Captions } from './captions.js';
import { loadClips, type Clip, type ClipShelf } from './clips.js';
import { answerDouble, Doubles } from './doubles.js';
import { answerLowLatency } from './low-latency.js';
import { inTheStream } from './media-time.js';
import { liveCaptions, livePlaylist, multivariantPlaylist, vodPlaylist } from './playlists.js';
import { layProgramme, sessionOnAir, type LaidSession } from './programme.js';
import { roundTheClockChannels } from './round-the-clock.js';
import { shanghaiDay, type CalendarDay } from './shanghai-day.js';
import { answerSounds } from './sounds.js';

/** What the origin plays from. */
export type Origin = {
  readonly clips: ClipShelf;
  /** Asked at each live request: lay a day once and keep it. */
  readonly sessionsOf: (day: CalendarDay) => readonly LaidSession[];
  /** Clips of the channels that never stop, by slug. */
  readonly roundTheClock: ReadonlyMap<string, string>;
  /** Streams that misbehave on command. */
  readonly doubles: Doubles;
};

/** `delayMs`: it is sent so much later. */
export type OriginAnswer = {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer | string;
  readonly delayMs?: number;
};

/** The origin of the demo campaign: our own clips, the sample programme, the three round-the-clock channels. */
export function openDemoOrigin(): Origin {
  let kept: { day: CalendarDay; sessions: readonly LaidSession[] } | undefined;
  return {
    clips: loadClips(),
    sessionsOf: (day) => {
      if (kept?.day !== day) kept = { day, sessions: layProgramme(day) };
      return kept.sessions;
    },
    roundTheClock: new Map(roundTheClockChannels.map(({ slug, clip }) => [slug, clip])),
    doubles: new Doubles(),
  };
}

/**
 * The origin's answer to a path, a function of the path and the clock; none when the path is not below `/demo/`.
 *
 * | path | what |
 * | --- | --- |
 * | `/demo/hls/{channel}/master.m3u8` | live while a session of the channel is on air, or for good |
 * | `/demo/spare/{channel}/master.m3u8` | the same in the smallest size only, without captions |
 * | `/demo/window/{fromMs}-{toMs}/{clip}/master.m3u8` | live in [fromMs, toMs), as if a host came and went |
 * | `/demo/vod/{clip}/master.m3u8` | the clip once, with ENDLIST |
 * | `/demo/clips/{clip}/{version}/{rendition}/{file}` | bytes, cacheable for good; `{n}.m4s` is segment n of the endless stream |
 * | `/demo/double/{key}/{clip}/master.m3u8` | live, and as wrong as the behaviour `key` or as what `key` was told |
 * | `/demo/parts/{clip}/master.m3u8` | live, with parts of half a second: LL-HLS |
 * | `/demo/sounds/{clip}/master.m3u8` | live, with two sounds to choose from |
 * | `/demo/captions/{clip}/{language}/{n}.vtt` | its line for segment n, where the clip tells a story |
 *
 * Beside each `master.m3u8` lie `{rendition}.m3u8`, under the same condition: when a session ends,
 * a player that already knows its media playlist loses it too.
 */
export function answerOrigin(path: string, nowMs: number, origin: Origin): OriginAnswer | undefined {
  const [pathname = '', query] = path.split('?', 2);
  if (!pathname.startsWith('/demo/')) return undefined;
  const [area, ...rest] = pathname.slice('/demo/'.length).split('/');
  switch (area) {
    case 'hls': {
      const [channel = '', file = ''] = exactly(2, rest);
      const captions = captionsOf(origin.roundTheClock.get(channel) ?? '');
      const clip = clipOnAir(channel, nowMs, origin);
      const told = clip && captions.find(({ name }) => file === `${name}.m3u8`);
      if (told) return found(liveCaptions(clip, told, nowMs), PLAYLIST, LIVE);
      return answerPlaylist(clip, file, (shown, rendition) => livePlaylist(shown, rendition, nowMs), LIVE, captions);
    }
    case 'spare': {
      const [channel = '', file = ''] = exactly(2, rest);
      return answerPlaylist(
        smallest(clipOnAir(channel, nowMs, origin)),
        file,
        (clip, rendition) => livePlaylist(clip, rendition, nowMs),
        LIVE,
      );
    }
    case 'window': {
      const [span = '', slug = '', file = ''] = exactly(3, rest);
      const clip = isOpen(span, nowMs) ? origin.clips.get(slug) : undefined;
      return answerPlaylist(clip, file, (shown, rendition) => livePlaylist(shown, rendition, nowMs), LIVE);
    }
    case 'vod': {
      const [slug = '', file = ''] = exactly(2, rest);
      return answerPlaylist(origin.clips.get(slug), file, vodPlaylist, 'public, max-age=300');
    }
    case 'clips': {
      const [slug = '', version = '', rendition = '', file = ''] = exactly(4, rest);
      return answerBytes(origin.clips.get(slug), version, rendition, file);
    }
    case 'parts':
      return partsIn(rest, new URLSearchParams(query), nowMs, origin);
    case 'sounds':
      return soundsIn(rest, nowMs, origin);
    case 'double':
      return doubleIn(rest, nowMs, origin);
    case 'captions': {
      const [slug = '', language = '', file = ''] = exactly(3, rest);
      return answerCaptions(origin.clips.get(slug), language, file);
    }
    default:
      return notFound();
  }
}

/** A live playlist changes every few seconds and may be gone at the next: nobody keeps it. */
const LIVE = 'no-cache';

function clipOnAir(channel: string, nowMs: number, { clips, roundTheClock, sessionsOf }: Origin): Clip | undefined {
  const slug = roundTheClock.get(channel) ?? sessionOnAir(sessionsOf(shanghaiDay(nowMs)), channel, nowMs)?.clip;
  return slug === undefined ? undefined : clips.get(slug);
}

function smallest(clip: Clip | undefined): Clip | undefined {
  return clip && { ...clip, renditions: clip.renditions.toSorted((a, b) => a.bandwidth - b.bandwidth).slice(0, 1) };
}

function isOpen(span: string, nowMs: number): boolean {
  const [, from, to] = /^(\d{1,15})-(\d{1,15})$/.exec(span) ?? [];
  return from !== undefined && to !== undefined && Number(from) <= nowMs && nowMs < Number(to);
}

function answerPlaylist(
  clip: Clip | undefined,
  file: string,
  media: (clip: Clip, rendition: string) => string,
  caching: string,
  captions: readonly Captions[] = [],
): OriginAnswer {
  const name = /^([a-z0-9]+)\.m3u8$/.exec(file)?.[1];
  if (!clip || name === undefined) return notFound();
  if (name === 'master') return found(multivariantPlaylist(clip, captions), PLAYLIST, caching);
  if (!clip.renditions.some((rendition) => rendition.name === name)) return notFound();
  return found(media(clip, name), PLAYLIST, caching);
}

function partsIn([slug = '', ...rest]: readonly string[], query: URLSearchParams, nowMs: number, origin: Origin): OriginAnswer {
  const clip = origin.clips.get(slug);
  const answer = clip && rest.length > 0 && rest.length <= 2 ? answerLowLatency(clip, rest, query, nowMs) : undefined;
  return answer ? { ...found(answer.body, answer.contentType, LIVE), delayMs: answer.delayMs } : notFound();
}

function soundsIn([slug = '', ...rest]: readonly string[], nowMs: number, { clips }: Origin): OriginAnswer {
  const clip = clips.get(slug);
  const answer = clip && rest.length > 0 && rest.length <= 2 ? answerSounds(clip, clips, rest, nowMs) : undefined;
  return answer ? found(answer.body, answer.contentType, LIVE) : notFound();
}

function doubleIn([key = '', slug = '', ...rest]: readonly string[], nowMs: number, origin: Origin): OriginAnswer {
  const clip = origin.clips.get(slug);
  if (!clip || rest.length < 1 || rest.length > 2) return notFound();
  const bytes = (rendition: string, file: string) => {
    const { status, body } = answerBytes(clip, clip.version, rendition, file);
    return status === 200 && Buffer.isBuffer(body) ? body : undefined;
  };
  const answer = answerDouble({ key, standing: origin.doubles.of(key), clip, nowMs }, rest, bytes);
  if (!answer) return notFound();
  const { status, body, contentType, isClosed = false, delayMs = 0 } = answer;
  const { 'access-control-allow-origin': open, ...headers } = found(body, contentType, 'no-store').headers;
  return { status, body, headers: isClosed ? headers : { ...headers, 'access-control-allow-origin': open ?? '*' }, delayMs };
}

function answerCaptions(clip: Clip | undefined, language: string, file: string): OriginAnswer {
  const number = /^(\d{1,12})\.vtt$/.exec(file)?.[1];
  const captions = clip && captionsOf(clip.slug).find(({ name }) => name === language);
  if (!captions || number === undefined) return notFound();
  // Their address has no version, so a better line is seen by tomorrow.
  return found(captionSegment(clip, captions, Number(number)), 'text/vtt; charset=utf-8', 'public, max-age=86400');
}

function answerBytes(clip: Clip | undefined, version: string, rendition: string, file: string): OriginAnswer {
  if (clip?.version !== version) return notFound();
  const caching = 'public, max-age=31536000, immutable';
  const number = /^(\d{1,12})\.m4s$/.exec(file)?.[1];
  if (number !== undefined) {
    const bytes = inTheStream(clip, rendition, Number(number));
    return bytes ? found(bytes, 'video/iso.segment', caching) : notFound();
  }
  const bytes = clip.files.get(`${rendition}/${file}`);
  return bytes ? found(bytes, 'video/mp4', caching) : notFound();
}

const PLAYLIST = 'application/vnd.apple.mpegurl';
/** Any page may play the demo, as it may any public stream. */
const OPEN_TO_ALL = { 'access-control-allow-origin': '*', 'x-content-type-options': 'nosniff' };

function found(body: Buffer | string, contentType: string, caching: string): OriginAnswer {
  return { status: 200, headers: { ...OPEN_TO_ALL, 'content-type': contentType, 'cache-control': caching }, body };
}

function notFound(): OriginAnswer {
  const problem = { type: 'about:blank', title: 'Not Found', status: 404, code: 'path.unknown', retry: 'never' };
  return {
    status: 404,
    headers: { ...OPEN_TO_ALL, 'content-type': 'application/problem+json', 'cache-control': 'no-store' },
    body: JSON.stringify(problem),
  };
}

function exactly(length: number, parts: readonly string[]): readonly string[] {
  return parts.length === length ? parts : [];
}
