import { randomUUID } from 'node:crypto';
import { Injectable, Logger } from '@nestjs/common';
import type { Risk } from '@yunhui/contracts';
import { RegionTree } from '../../platform/auth/index.js';
import { EntryLog } from '../../platform/realtime/index.js';

/** What cockpits are hinted at besides held messages. */
export type PeopleHint = 'report.added' | 'report.settled' | 'appeal.added' | 'appeal.settled';

/** Hints in the queue of a region's province-level unit. They come after the act has committed; one that is lost only delays. */
@Injectable()
export class QueueHints {
  private readonly logger = new Logger(QueueHints.name);

  constructor(
    private readonly log: EntryLog,
    private readonly regions: RegionTree,
  ) {}

  tell(kind: PeopleHint, region: string, hint: { id: string; risk: Risk }): void {
    const scope = (this.regions.pathOf(region).at(-2) ?? 'CN').toLowerCase();
    const entry = { id: randomUUID(), topic: `queue:${scope}`, author: null, kind, body: hint, priority: true };
    void this.log.append(entry).catch((error: unknown) => this.logger.warn(`a hint was lost: ${String(error)}`));
  }
}
