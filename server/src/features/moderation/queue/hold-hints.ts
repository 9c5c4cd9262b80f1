import { Injectable } from '@nestjs/common';
import type { QueueHint } from '@yunhui/contracts';
import { QueueHints } from '../queue-hints.js';
import { riskOf } from './queue.rules.js';

/** Of what, and where: what a hint tells. */
export type Hinted = { id: string; scope: string | null; level: number; burst?: string | null };

/** Members of a burst after the first hint: at most one in so long, for they change one row. */
const burstEveryMs = 1_000;

/** Hints of held messages: of the members of a burst no more than change its row. */
@Injectable()
export class HoldHints {
  private readonly bursts = new Map<string, number>();

  constructor(private readonly hints: QueueHints) {}

  give(kind: QueueHint['kind'], { id, scope, level, burst }: Hinted): void {
    if (burst && kind === 'hold.added' && !this.isDue(burst)) return;
    this.hints.tell(kind, scope ?? 'cn', { id, risk: riskOf(level), ...(burst && { burst }) });
  }

  private isDue(burst: string): boolean {
    const now = performance.now();
    if (now - (this.bursts.get(burst) ?? -Infinity) < burstEveryMs) return false;
    for (const [known, at] of this.bursts) if (now - at > burstEveryMs) this.bursts.delete(known);
    this.bursts.set(burst, now);
    return true;
  }
}
