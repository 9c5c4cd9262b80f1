import type { CheckStep, CheckUpLine, LinkSight } from '@yunhui/contracts';
import { type Outbound, type OutboundAnswer, OutboundError } from '../../../platform/outbound/index.js';
import { findingOfRefusal, findingOfStatus, isOpenTo } from './check-up.rules.js';
import type { FindingCode } from './findings.js';

/** What an address answered, or the finding that it did not. */
export type Asked = { answer: OutboundAnswer } | { finding: FindingCode };

/** Where a page of ours is, and what it is told of the check-up on its way. */
export type Traveller = { origin: string; tell: (line: CheckUpLine) => void; now: () => number };

/** A whole check-up is over by then; one address is never waited for that long. */
const wholeMs = 7_800;
const patienceMs = 4_000;

/** One check-up on its way along the chain: what it asked, what it told, and how much of its time is left. */
export class CheckTrail {
  readonly sight: LinkSight = {};
  readonly hints: FindingCode[] = [];
  /** Every address on the way, also those that it was led on to. */
  readonly addresses: string[] = [];
  /** Some answer was closed to pages of ours. */
  isClosed = false;
  private readonly started = performance.now();
  private stepFrom = this.started;

  constructor(
    private readonly outbound: Outbound,
    private readonly traveller: Traveller,
  ) {}

  get tookMs(): number {
    return Math.round(performance.now() - this.started);
  }

  get leftMs(): number {
    return wholeMs - this.tookMs;
  }

  now(): number {
    return this.traveller.now();
  }

  /** A step is done. Its time runs from the step before, unless it is known better. */
  did(step: CheckStep, state: 'good' | 'bad' | 'skipped', ms = performance.now() - this.stepFrom): void {
    this.stepFrom = performance.now();
    this.traveller.tell({ line: 'step', step, state, ms: Math.round(ms) });
  }

  async ask(address: string, { onlyStart = false } = {}): Promise<Asked> {
    const timeoutMs = Math.min(patienceMs, Math.round(this.leftMs));
    if (timeoutMs <= 0) return { finding: 'http.late' };
    try {
      const answer = await this.outbound.get(address, { timeoutMs, onlyStart, origin: this.traveller.origin });
      this.addresses.push(address, answer.finalUrl);
      const isOwn = answer.finalUrl.startsWith('/');
      this.isClosed ||= !isOwn && !isOpenTo(this.traveller.origin, answer.allowOrigin);
      const body = answer.body.toString('utf8', 0, 2_000);
      const finding = findingOfStatus(answer.status, { url: address, body, now: this.now() });
      return finding ? { finding } : { answer };
    } catch (error) {
      if (error instanceof OutboundError) return { finding: findingOfRefusal[error.verdict] };
      throw error;
    }
  }
}
