import { Injectable } from '@nestjs/common';
import type { QueueItem } from '@yunhui/contracts';
import type { Viewer } from '../../../../platform/auth/index.js';
import { ClaimsStore } from './claims.store.js';
import { HoldDesk } from './hold-desk.js';
import { HoldHints } from '../hold-hints.js';
import { QueueService } from '../queue.service.js';

/** The badge that says who looks at an item. It keeps nobody from deciding. */
@Injectable()
export class ClaimsService {
  constructor(
    private readonly desk: HoldDesk,
    private readonly claims: ClaimsStore,
    private readonly hints: HoldHints,
    private readonly queue: QueueService,
  ) {}

  /** One's own claim lasts from now; a colleague's is refused, unless it is taken over. */
  async claim(viewer: Viewer, id: string, take: boolean): Promise<QueueItem> {
    const { user, ...row } = await this.desk.take(viewer, id);
    if (row.state !== 'held') throw await this.desk.collided('hold.decided', id);
    const claim = await this.claims.claim(id, { id: user.id, name: user.name }, take);
    if (claim && claim.by.id !== user.id) throw await this.desk.collided('hold.claimed', id);
    this.hints.give('hold.claimed', { ...row, level: row.worst });
    return this.queue.item(id);
  }

  async release(viewer: Viewer, id: string): Promise<QueueItem> {
    const { user, ...row } = await this.desk.take(viewer, id);
    if (await this.claims.release(id, user.id)) this.hints.give('hold.claimed', { ...row, level: row.worst });
    return this.queue.item(id);
  }
}
