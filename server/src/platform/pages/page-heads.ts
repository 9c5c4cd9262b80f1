import { Injectable, Logger } from '@nestjs/common';
import { HubError, statusOf } from '../hub-error.js';
import type { PageHead, PageLanguage, PageRequest } from './page-head.js';
import { type PagePattern, pagePattern } from './page-pattern.js';

export type DescribePage = (request: PageRequest) => Promise<PageHead>;
/** `missing`: the path names something that does not exist. `known`: somebody describes such paths. */
export type DescribedPage = { head?: PageHead; missing: boolean; known: boolean };

/** So long a description serves everybody who asks: a crowd that opens one link costs one reading. */
const freshMs = 2_000;
/** Who opens a link does not wait longer for its newest description than the page itself takes; a little longer when there is none yet. */
const patienceMs = { known: 1_000, unknown: 3_000 } as const;
const mostKept = 500;

type Kept = { since: number; answer: Promise<DescribedPage>; last?: DescribedPage };

/**
 * What pages say of themselves before any script runs. Features put the descriptions of their paths here; a
 * page is never kept back for the want of one.
 */
@Injectable()
export class PageHeads {
  private readonly log = new Logger(PageHeads.name);
  private readonly described: { pattern: PagePattern; describe: DescribePage }[] = [];
  private readonly kept = new Map<string, Kept>();

  /** `path` as the client's router writes it in braces: `/channels/{slug}`. */
  describe(path: `/${string}`, describe: DescribePage): void {
    this.described.push({ pattern: pagePattern(path), describe });
  }

  /** A page that every campaign has: at `path` for the home campaign, under `/c/{campaign}` for all. */
  describeInCampaigns(path: `/${string}`, describe: DescribePage): void {
    this.describe(path, describe);
    this.describe(path === '/' ? '/c/{campaign}' : `/c/{campaign}${path}`, describe);
  }

  /** Whether there are such pages. */
  describes(path: string): boolean {
    return this.find(path) !== undefined;
  }

  async of(path: string, language: PageLanguage): Promise<DescribedPage> {
    const found = this.find(path);
    if (!found) return { missing: false, known: false };
    const key = `${language} ${path}`;
    const before = this.kept.get(key);
    if (before && performance.now() - before.since < freshMs) return before.answer;

    const answer = this.read(found, language, before?.last);
    this.keep(key, { since: performance.now(), answer, last: before?.last });
    return answer;
  }

  private find(path: string): { describe: DescribePage; params: Record<string, string> } | undefined {
    for (const { pattern, describe } of this.described) {
      const params = pattern(path);
      if (params) return { describe, params };
    }
    return undefined;
  }

  /** What was last known stands in while the store is away or slow. */
  private async read(
    { describe, params: { campaign, ...params } }: NonNullable<ReturnType<PageHeads['find']>>,
    language: PageLanguage,
    last: DescribedPage | undefined,
  ): Promise<DescribedPage> {
    const otherwise = last ?? { missing: false, known: true };
    let timer: NodeJS.Timeout | undefined;
    const tooLate = new Promise<DescribedPage>((resolve) => {
      timer = setTimeout(() => resolve(otherwise), last ? patienceMs.known : patienceMs.unknown);
    });
    const request: PageRequest = { params, language, ...(campaign !== undefined && { campaign }) };
    const reading = describe(request).then(
      (head): DescribedPage => ({ head, missing: false, known: true }),
      (error: unknown): DescribedPage => {
        if (error instanceof HubError && statusOf[error.code] === 404) return { missing: true, known: true };
        this.log.warn(`A page is served without its description: ${String(error)}`);
        return otherwise;
      },
    );
    return Promise.race([reading, tooLate]).finally(() => clearTimeout(timer));
  }

  private keep(key: string, kept: Kept): void {
    this.kept.delete(key);
    this.kept.set(key, kept);
    void kept.answer.then((answer) => {
      if (answer.head) kept.last = answer;
    });
    for (const oldest of this.kept.keys()) {
      if (this.kept.size <= mostKept) break;
      this.kept.delete(oldest);
    }
  }
}
