import { randomUUID } from 'node:crypto';
import { Injectable, Logger } from '@nestjs/common';
import type { QueueHint } from '@yunhui/contracts';
import { EntryLog } from '../../../platform/realtime/index.js';
import { riskOf } from './queue.rules.js';

/** Of what, and where: what a hint tells. */
export type Hinted = { id: string; scope: string | null; level: number; burst?: string | null };

/** Members of a burst after the first hint: at most one in so long, for they change one row. */
const burstEveryMs = 1_000;

/**
 * Hints in `queue:{scope}`, appended after the act has committed. At most once: a hint that is lost delays an item and never
 * hides it, for the cockpit reads its list again.
 */
@Injectable()
export class HoldHints {
  private readonly logger = new Logger(HoldHints.name);
  private readonly bursts = new Map<string, number>();

  constructor(private readonly log: EntryLog) {}

  give(kind: QueueHint['kind'], { id, scope, level, burst }: Hinted): void {
    if (burst && kind === 'hold.added' && !this.isDue(burst)) return;
    const topic = `queue:${scope ?? 'cn'}`;
    const body = { id, risk: riskOf(level), ...(burst && { burst }) };
    this.log
      .append({ id: randomUUID(), topic, author: null, kind, body, priority: true })
      .catch((error: unknown) => this.logger.warn(`a hint in ${topic} was lost: ${String(error)}`));
  }

  private isDue(burst: string): boolean {
    const now = performance.now();
    if (now - (this.bursts.get(burst) ?? -Infinity) < burstEveryMs) return false;
    for (const [known, at] of this.bursts) if (now - at > burstEveryMs) this.bursts.delete(known);
    this.bursts.set(burst, now);
    return true;
  }
}
