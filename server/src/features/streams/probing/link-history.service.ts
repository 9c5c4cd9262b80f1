import { Injectable } from '@nestjs/common';
import type { LinkHistory, LinkViewers } from '@yunhui/contracts';
import { isFindingCode, toFinding, verdictOf } from '../checkup/findings.js';
import { ViewingStore } from '../viewing/viewing.store.js';
import { ProbingRepository } from './probing.repository.js';

const mostShown = 200;

/** What was said of links, with the words for it. */
@Injectable()
export class LinkHistoryService {
  constructor(
    private readonly links: ProbingRepository,
    private readonly viewing: ViewingStore,
  ) {}

  /** Newest first; empty for a link that nobody has looked at, and for one that there is not. */
  async of(link: string): Promise<LinkHistory> {
    const [rows, viewers] = await Promise.all([this.links.history(link, mostShown), this.viewersOf(link)]);
    return {
      ...(viewers && { viewers }),
      items: rows.map(({ at, health, finding }) => {
        const code = isFindingCode(finding) ? finding : 'http.unreachable'; // a finding of another build
        return { at: at.toISOString(), health, verdict: verdictOf(code), finding: toFinding(code) };
      }),
    };
  }

  /** None while nobody says anything, or Redis is away. */
  private async viewersOf(link: string): Promise<LinkViewers | undefined> {
    const counts = (await this.viewing.of([link]).catch(() => undefined))?.get(link);
    if (!counts || counts.playing + counts.failing === 0) return undefined;
    const { playing, failing, framed, framesMs, stalls } = counts;
    return { playing, failing, stalls, ...(framed > 0 && { firstFrameMs: Math.round(framesMs / framed) }) };
  }
}
