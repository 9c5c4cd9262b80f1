import { randomUUID } from 'node:crypto';
import { Injectable, Logger } from '@nestjs/common';
import type { QueueHint, Risk } from '@yunhui/contracts';
import { RegionTree } from '../../platform/auth/index.js';
import { EntryLog } from '../../platform/realtime/index.js';
import { scopeOf } from './screening/scope.rules.js';

type Hint = { id: string; risk: Risk; burst?: string };

/**
 * Hints in `queue:{scope}`, appended after the act has committed. At most once: a hint that is lost delays an item and never
 * hides it, for the cockpit reads its list again.
 */
@Injectable()
export class QueueHints {
  private readonly logger = new Logger(QueueHints.name);

  constructor(
    private readonly log: EntryLog,
    private readonly regions: RegionTree,
  ) {}

  tell(kind: QueueHint['kind'], scope: string, body: Hint): void {
    const topic = `queue:${scope}`;
    this.log
      .append({ id: randomUUID(), topic, author: null, kind, body, priority: true })
      .catch((error: unknown) => this.logger.warn(`a hint in ${topic} was lost: ${String(error)}`));
  }

  /** In the queue of the unit that a region lies in. */
  tellOf(region: string, kind: QueueHint['kind'], hint: Hint): void {
    this.tell(kind, scopeOf(this.regions.pathOf(region)), hint);
  }
}
