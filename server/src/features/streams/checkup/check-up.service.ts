import { Inject, Injectable } from '@nestjs/common';
import type { CheckUp, CheckUpLine, CheckUpRequest } from '@yunhui/contracts';
import { type LinkClass, linkClassOf } from '@yunhui/domain';
import { addressOf, CONFIG, type Config } from '../../../config.js';
import { Clock } from '../../../platform/clock.js';
import { Outbound } from '../../../platform/outbound/index.js';
import { CheckTrail } from './check-trail.js';
import { findingOfLooks, isMixed } from './check-up.rules.js';
import { CheckWalk } from './check-walk.js';
import { unplayedIn, tracksIn } from './codecs.rules.js';
import { findings } from './finding-words.js';
import { type FindingCode, toFinding, verdictOf } from './findings.js';
import { sightOf } from './media-sight.js';

/** The check-up 体检 of an address: what a player would meet on its way, in at most eight seconds. */
@Injectable()
export class CheckUpService {
  private readonly origin: string;

  constructor(
    private readonly outbound: Outbound,
    private readonly clock: Clock,
    @Inject(CONFIG) config: Config,
  ) {
    this.origin = new URL(config.PUBLIC_URL ?? addressOf(config)).origin;
  }

  /** Whatever is wrong with the address is a finding, never an error. `tell` hears of each step as it is done. */
  async run({ address: pasted, expects }: CheckUpRequest, tell: (line: CheckUpLine) => void): Promise<CheckUp> {
    const looks = linkClassOf(pasted);
    const trail = new CheckTrail(this.outbound, { origin: this.origin, tell, now: () => this.clock.now() });
    const code = await this.findingOf(looks, trail, expects === 'hls-live');
    const outcome: CheckUp = {
      address: looks.class === 'unplayable' ? pasted : looks.address,
      verdict: verdictOf(code),
      finding: toFinding(code),
      hints: trail.hints.map(toFinding),
      sight: trail.sight,
      tookMs: trail.tookMs,
    };
    tell({ line: 'outcome', outcome });
    return outcome;
  }

  private async findingOf(looks: LinkClass, trail: CheckTrail, expectsLive: boolean): Promise<FindingCode> {
    trail.did('address', looks.class === 'unplayable' ? 'bad' : 'good');
    if (looks.class === 'unplayable') return findingOfLooks[looks.why];
    if (looks.class === 'open-in-app' || looks.class === 'embeddable') return this.page(looks, trail);
    const asked = await trail.ask(looks.address, { onlyStart: looks.class === 'playable' && looks.form === 'mp4' });
    if ('finding' in asked) {
      this.tellWay(trail, looks.address, findings[asked.finding].step);
      return asked.finding;
    }
    this.tellWay(trail, looks.address);
    const { answer } = asked;
    if (looks.class === 'playable' && looks.form === 'mp4') return this.file(answer.body, trail);
    return new CheckWalk(trail, { isSecure: this.isSecure, expectsLive }).alongPlaylists(answer);
  }

  private get isSecure(): boolean {
    return this.origin.startsWith('https:');
  }

  /** One request goes through three steps; the one that failed is the last that was taken. */
  private tellWay(trail: CheckTrail, address: string, failed?: string): void {
    for (const step of ['dns', 'tls', 'http'] as const) {
      if (step === failed) return trail.did(step, 'bad');
      if (failed === 'address') return;
      trail.did(step, step === 'tls' && !address.startsWith('https:') ? 'skipped' : 'good');
    }
  }

  /** A page of a platform: we see whether it is there; what plays on it only its application shows. */
  private async page(looks: Extract<LinkClass, { class: 'embeddable' | 'open-in-app' }>, trail: CheckTrail): Promise<FindingCode> {
    const embeds = looks.class === 'embeddable';
    Object.assign(trail.sight, { kind: embeds ? 'embed' : 'open', app: looks.app, ...(embeds && { embed: looks.embed }) });
    const asked = await trail.ask(looks.address, { onlyStart: true });
    const gone = 'finding' in asked && (asked.finding === 'http.gone' || asked.finding === 'dns.unknown') ? asked.finding : undefined;
    trail.did('http', gone ? 'bad' : 'good');
    if ('finding' in asked) return gone ?? 'page.unseen';
    return embeds ? 'page.embeds' : 'page.opens';
  }

  /** An MP4: `<video>` plays it without asking for permission, but not before it has its index. */
  private file(start: Buffer, trail: CheckTrail): FindingCode {
    trail.sight.kind = 'mp4';
    const seen = sightOf(start);
    trail.did('playlist', seen.form === 'mp4' ? 'good' : 'bad');
    if (seen.form === 'mp4-without-index') return 'mp4.late-index';
    if (seen.form !== 'mp4') return 'mp4.other';
    const tracks = tracksIn(seen.codecs);
    Object.assign(trail.sight, { codecs: seen.codecs, ...tracks });
    if (isMixed(this.isSecure, trail.addresses)) return 'mixed.insecure';
    if (unplayedIn(seen.codecs).length > 0) return 'codecs.unplayed';
    if (!tracks.hasVideo) return tracks.hasAudio ? 'tracks.no-picture' : 'tracks.nothing';
    if (!tracks.hasAudio) trail.hints.push('tracks.silent');
    return 'all.good-recording';
  }
}
