import { randomUUID } from 'node:crypto';
import { Injectable, Logger } from '@nestjs/common';
import type { ReviewHint } from '@yunhui/contracts';
import type { WorkflowEvent } from '@yunhui/domain';
import { RegionTree } from '../../platform/auth/index.js';
import { EntryLog } from '../../platform/realtime/index.js';
import type { FilingRow } from './filings.repository.js';

/** What a step is to a desk: all that is no submission and no look has moved it on, back, or away. */
const kindOf: { [Event in WorkflowEvent]?: ReviewHint['kind'] } = {
  submit: 'review.added',
  resubmit: 'review.added',
  claim: 'review.claimed',
};

/**
 * Hints in `desk:{scope}`, appended after the step has committed, for every scope that may read the filing. At most once: a
 * hint that is lost delays a filing and never hides it, for the desk reads its list again.
 */
@Injectable()
export class ReviewHints {
  private readonly logger = new Logger(ReviewHints.name);

  constructor(
    private readonly log: EntryLog,
    private readonly regions: RegionTree,
  ) {}

  /** Of what was never handed in no desk hears. */
  tell(event: WorkflowEvent, { id, home, joint, submittedAt }: Pick<FilingRow, 'id' | 'home' | 'joint' | 'submittedAt'>): void {
    if (!submittedAt) return;
    const kind = kindOf[event] ?? 'review.settled';
    for (const scope of new Set([home, ...joint].flatMap((region) => this.regions.pathOf(region)))) {
      const topic = `desk:${scope.toLowerCase()}`;
      this.log
        .append({ id: randomUUID(), topic, author: null, kind, body: { id }, priority: true })
        .catch((error: unknown) => this.logger.warn(`a hint in ${topic} was lost: ${String(error)}`));
    }
  }
}
