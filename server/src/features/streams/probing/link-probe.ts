import { Inject, Injectable } from '@nestjs/common';
import { addressOf, CONFIG, type Config } from '../../../config.js';
import { Clock } from '../../../platform/clock.js';
import { Outbound, type OutboundAnswer, OutboundError } from '../../../platform/outbound/index.js';
import { findingOfRefusal, findingOfStatus, isMixed, isOpenTo } from '../checkup/check-up.rules.js';
import type { FindingCode } from '../checkup/findings.js';
import { type MediaPlaylist, readPlaylist } from '../playlist.js';
import type { Look } from './readings.rules.js';

/**
 * All three requests of a look have this long. It is less than the interval of looks, so a slow link is never
 * looked at twice at once, and one that takes longer could not be watched without stalls.
 */
const patienceMs = 2_500;
/** Enough to know that a segment is there and is none of HTML's. */
const segmentStartBytes = 1_024;

type Asking = { url: string; deadline: number; maxBytes?: number };
/** What goes wrong on the way; thrown and caught in this file alone. */
class Failed extends Error {
  constructor(readonly finding: FindingCode) {
    super(finding);
  }
}

/** Looks at a live link as a player would: the multivariant playlist, a media playlist of it, and the newest segment of that. */
@Injectable()
export class LinkProbe {
  private readonly origin: string;

  constructor(
    private readonly outbound: Outbound,
    private readonly clock: Clock,
    @Inject(CONFIG) config: Config,
  ) {
    this.origin = new URL(config.PUBLIC_URL ?? addressOf(config)).origin;
  }

  /** One look. Whatever goes wrong on the way to a live picture is a failed look, never an error. */
  async look(url: string): Promise<Look> {
    const deadline = performance.now() + patienceMs;
    try {
      const { position, targetMs, newest } = await this.mediaPlaylist(url, deadline);
      // the hub's own segments come from its memory: they are where their playlist is
      if (!newest.url.startsWith('/')) await this.ask({ url: newest.url, deadline, maxBytes: segmentStartBytes }).catch(toSegment);
      return { at: this.clock.now(), found: { position, targetMs } };
    } catch (error) {
      if (!(error instanceof Failed)) throw error;
      return { at: this.clock.now(), found: 'failed', finding: error.finding };
    }
  }

  private async mediaPlaylist(url: string, deadline: number): Promise<MediaPlaylist> {
    const first = await this.read({ url, deadline });
    const media = first.kind === 'multivariant' ? await this.read({ url: first.variants[0].url, deadline }) : first;
    if (media.kind === 'multivariant') throw new Failed('playlist.other');
    if (media.isOver) throw new Failed('edge.over');
    return media;
  }

  private async read(asking: Asking) {
    const { body, finalUrl } = await this.ask(asking);
    const playlist = readPlaylist(body.toString(), finalUrl);
    if (playlist.kind !== 'bad') return playlist;
    throw new Failed(playlist.why === 'html' ? 'playlist.html' : playlist.why === 'empty' ? 'playlist.empty' : 'playlist.other');
  }

  private async ask({ url, deadline, maxBytes }: Asking): Promise<OutboundAnswer> {
    const timeoutMs = Math.round(deadline - performance.now());
    if (timeoutMs <= 0) throw new Failed('http.late');
    const part = maxBytes === undefined ? {} : { maxBytes, onlyStart: true };
    const answer = await this.outbound.get(url, { timeoutMs, origin: this.origin, ...part }).catch((error: unknown) => {
      throw error instanceof OutboundError ? new Failed(findingOfRefusal[error.verdict]) : error;
    });
    const wrong = findingOfStatus(answer.status, { url, body: answer.body.toString('utf8', 0, 2_000), now: this.clock.now() });
    if (wrong) throw new Failed(wrong);
    const isOwn = answer.finalUrl.startsWith('/');
    if (!isOwn && !isOpenTo(this.origin, answer.allowOrigin)) throw new Failed('cors.refused');
    if (isMixed(this.origin.startsWith('https:'), [url, answer.finalUrl])) throw new Failed('mixed.insecure');
    return answer;
  }
}

/** The same failures mean something else of a segment whose playlist is there. */
function toSegment(error: unknown): never {
  if (!(error instanceof Failed)) throw error;
  if (error.finding === 'http.late') throw new Failed('segment.slow');
  throw error.finding.startsWith('http.') ? new Failed('segment.gone') : error;
}
