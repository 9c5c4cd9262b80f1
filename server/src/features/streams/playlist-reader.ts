import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock.js';
import { Outbound } from '../../platform/outbound/index.js';
import { type Playlist, readPlaylist } from './playlist.js';
import type { Look } from './streams.rules.js';

/**
 * Both playlists of a link have this long. It is less than the interval of readings, so a slow link is
 * never read twice at once, and one whose playlist takes longer could not be watched without stalls.
 */
const patienceMs = 2_500;
const maxBytes = 512 * 1024;

/** Looks at live playlists as a player would: the multivariant one, then a media playlist of it. */
@Injectable()
export class PlaylistReader {
  constructor(
    private readonly outbound: Outbound,
    private readonly clock: Clock,
  ) {}

  /** One look. Whatever goes wrong on the way to a live playlist is a failed look, never an error. */
  async look(url: string): Promise<Look> {
    const deadline = performance.now() + patienceMs;
    const first = await this.read(url, deadline);
    const live = first?.kind === 'multivariant' ? await this.read(first.media, deadline) : first;
    return { at: this.clock.now(), found: live?.kind === 'live' ? { position: live.position, targetMs: live.targetMs } : 'failed' };
  }

  private async read(url: string, deadline: number): Promise<Playlist | undefined> {
    const timeoutMs = Math.round(deadline - performance.now());
    if (timeoutMs <= 0) return undefined;
    try {
      const { status, body, finalUrl } = await this.outbound.get(url, { timeoutMs, maxBytes });
      return status === 200 ? readPlaylist(body.toString(), finalUrl) : undefined;
    } catch {
      return undefined; // refused, unreachable, too slow, too large: to a viewer they are the same
    }
  }
}
