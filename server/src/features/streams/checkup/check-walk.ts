import { setTimeout as pause } from 'node:timers/promises';
import type { OutboundAnswer } from '../../../platform/outbound/index.js';
import { type MediaPlaylist, type Playlist, readPlaylist, type Variant } from '../playlist.js';
import type { Asked, CheckTrail } from './check-trail.js';
import { edgePatienceMs, findingOfEdge, isMixed, isSlow, speedOf, unplayedVariants } from './check-up.rules.js';
import { tracksIn, unplayedIn } from './codecs.rules.js';
import { findings } from './finding-words.js';
import type { FindingCode } from './findings.js';
import { type MediaSight, sightOf } from './media-sight.js';

/** Of the first answer: later than this, and a player's own patience is spent before anything plays. */
const slowAnswerMs = 2_500;
/** What the judgement after the last request takes, with room to spare. */
const reserveMs = 600;

/** The way of a player through HLS: playlist, one size of it, a segment of that, and the playlist again. The first thing that is wrong decides. */
export class CheckWalk {
  constructor(
    private readonly trail: CheckTrail,
    private readonly page: { isSecure: boolean; expectsLive: boolean },
  ) {}

  async alongPlaylists(first: OutboundAnswer): Promise<FindingCode> {
    const playlist = readPlaylist(first.body.toString(), first.finalUrl);
    if (playlist.kind === 'bad') return this.bad(findingOfBad[playlist.why]);
    this.trail.did('playlist', 'good');
    if (playlist.kind === 'media') {
      this.trail.did('variant', 'skipped', 0);
      return this.alongMedia(first, playlist, { url: first.finalUrl, codecs: [] });
    }
    const { variants, captions } = playlist;
    Object.assign(this.trail.sight, { variants: variants.length, captions });
    const asked = await this.trail.ask(variants[0].url);
    const media = 'answer' in asked ? readPlaylist(asked.answer.body.toString(), asked.answer.finalUrl) : undefined;
    if (!('answer' in asked) || media?.kind !== 'media') return this.badVariant(asked, media);
    this.trail.did('variant', 'good');
    return this.alongMedia(asked.answer, media, variants[0], unplayedVariants(variants));
  }

  private badVariant(asked: Asked, media: Playlist | undefined): FindingCode {
    this.trail.did('variant', 'bad');
    if ('answer' in asked) return media?.kind === 'bad' && media.why === 'empty' ? 'playlist.empty' : 'variant.gone';
    return asked.finding === 'http.gone' || asked.finding === 'http.failing' ? 'variant.gone' : asked.finding;
  }

  private async alongMedia(
    at: OutboundAnswer,
    media: MediaPlaylist,
    variant: Variant,
    unplayed: readonly string[] = [],
  ): Promise<FindingCode> {
    const { sight } = this.trail;
    Object.assign(sight, { kind: media.isOver ? 'hls-vod' : 'hls-live', targetMs: Math.round(media.targetMs) });
    const stop = new AbortController();
    const segmentSeen = this.segment(media, variant);
    void segmentSeen.then(
      (seen) => 'finding' in seen && stop.abort(), // nobody waits for an edge that decides nothing any more
      () => stop.abort(),
    );
    const [segment, edge] = await Promise.all([segmentSeen, this.edge(at.finalUrl, media, stop.signal)]);
    if ('finding' in segment) return this.bad(segment.finding, 'segment');
    this.trail.did('segment', isSlow(sight.speed) ? 'bad' : 'good');
    const codecs = segment.codecs.length > 0 ? segment.codecs : [...variant.codecs];
    const tracks = tracksIn([...codecs, ...variant.codecs]);
    Object.assign(sight, { codecs, ...tracks });
    return (
      (isSlow(sight.speed) ? 'segment.slow' : undefined) ??
      this.judged('cors', this.trail.isClosed ? 'cors.refused' : undefined) ??
      this.judged('mixed', isMixed(this.page.isSecure, this.trail.addresses) ? 'mixed.insecure' : undefined) ??
      this.judged('codecs', findingOfCodecs(media, unplayed, codecs)) ??
      this.judged('edge', edge ?? (media.isOver && this.page.expectsLive ? 'edge.over' : undefined)) ??
      this.judged('tracks', findingOfTracks(media, tracks)) ??
      this.judged('captions', (sight.captions ?? []).length === 0 ? 'captions.none' : undefined) ??
      (at.times.firstByteMs > slowAnswerMs ? 'http.slow' : undefined) ??
      (media.isOver ? 'all.good-recording' : 'all.good')
    );
  }

  /** The newest segment, with its initialisation where there is one. */
  private async segment(
    { newest, mapUrl, encryption }: MediaPlaylist,
    { bitsPerSecond }: Variant,
  ): Promise<{ finding: FindingCode } | { codecs: string[] }> {
    const map = mapUrl === undefined ? undefined : await this.trail.ask(mapUrl, { onlyStart: true });
    const asked = map && 'finding' in map ? map : await this.trail.ask(newest.url, { onlyStart: true });
    if ('finding' in asked)
      return {
        finding: asked.finding === 'http.late' ? 'segment.slow' : asked.finding === 'address.refused' ? asked.finding : 'segment.gone',
      };
    const { body, isWhole, times } = asked.answer;
    const declared = { durationMs: newest.durationMs, ...(bitsPerSecond !== undefined && { bitsPerSecond }) };
    this.trail.sight.speed = speedOf({ bytes: body.length, wholeMs: times.wholeMs, isWhole }, declared);
    const begin = map && 'answer' in map ? map.answer.body : body;
    const seen = sightOf(begin);
    if (seen.form === 'html') return { finding: 'segment.gone' };
    return { codecs: encryption ? [] : codecsSeen(seen) };
  }

  /** Reads the playlist until it has moved or time is up. */
  private async edge(url: string, first: MediaPlaylist, stop: AbortSignal): Promise<FindingCode | undefined> {
    if (first.isOver) return undefined;
    const started = performance.now();
    const untilMs = Math.min(edgePatienceMs(first.targetMs), this.trail.leftMs - reserveMs);
    const everyMs = Math.max(500, first.targetMs / 4);
    let last = first;
    for (let apartMs = 0; apartMs < untilMs && last.position === first.position && !stop.aborted;) {
      await pause(Math.min(everyMs, untilMs - apartMs), undefined, { signal: stop }).catch(() => undefined);
      const asked = await this.trail.ask(url);
      const read = 'answer' in asked ? readPlaylist(asked.answer.body.toString(), asked.answer.finalUrl) : undefined;
      apartMs = performance.now() - started;
      if (read?.kind === 'media') last = read;
    }
    return findingOfEdge({ first, last, apartMs: performance.now() - started, now: this.trail.now() });
  }

  /** What decides nothing is a hint; the rest ends the way. */
  private judged(
    step: 'cors' | 'mixed' | 'codecs' | 'edge' | 'tracks' | 'captions',
    code: FindingCode | undefined,
  ): FindingCode | undefined {
    const decides = code !== undefined && findings[code].verdict !== 'OK';
    this.trail.did(step, decides ? 'bad' : 'good');
    if (code !== undefined && !decides) this.trail.hints.push(code);
    return decides ? code : undefined;
  }

  private bad(code: FindingCode, step = findings[code].step): FindingCode {
    this.trail.did(step, 'bad');
    return code;
  }
}

function codecsSeen(seen: MediaSight): string[] {
  return 'codecs' in seen ? seen.codecs : [];
}

function findingOfCodecs({ encryption }: MediaPlaylist, declared: readonly string[], seen: readonly string[]): FindingCode | undefined {
  if (encryption === 'drm') return 'codecs.locked';
  return declared.length > 0 || unplayedIn(seen).length > 0 ? 'codecs.unplayed' : undefined;
}

/** Locked bytes and unread ones tell nothing: then what is declared has to do, and nothing declared is no fault. */
function findingOfTracks(
  { encryption }: MediaPlaylist,
  { hasVideo, hasAudio }: { hasVideo: boolean; hasAudio: boolean },
): FindingCode | undefined {
  if (hasVideo) return hasAudio ? undefined : 'tracks.silent';
  if (hasAudio) return 'tracks.no-picture';
  return encryption ? undefined : 'tracks.nothing';
}

const findingOfBad = { html: 'playlist.html', empty: 'playlist.empty', 'not-a-playlist': 'playlist.other' } as const;
