import { Injectable } from '@nestjs/common';
import type { LinkHistory } from '@yunhui/contracts';
import { isFindingCode, toFinding, verdictOf } from '../checkup/findings.js';
import { ProbingRepository } from './probing.repository.js';

const mostShown = 200;

/** What was said of links, with the words for it. */
@Injectable()
export class LinkHistoryService {
  constructor(private readonly links: ProbingRepository) {}

  /** Newest first; empty for a link that nobody has looked at, and for one that there is not. */
  async of(link: string): Promise<LinkHistory> {
    const rows = await this.links.history(link, mostShown);
    return {
      items: rows.map(({ at, health, finding }) => {
        const code = isFindingCode(finding) ? finding : 'http.unreachable'; // a finding of another build
        return { at: at.toISOString(), health, verdict: verdictOf(code), finding: toFinding(code) };
      }),
    };
  }
}
