import { Injectable } from '@nestjs/common';
import type { QueueItem, User } from '@yunhui/contracts';
import { RegionTree, type Viewer } from '../../../../platform/auth/index.js';
import { HubError } from '../../../../platform/hub-error.js';
import { Scopes } from '../../scopes.js';
import { ClaimsStore } from './claims.store.js';
import type { ItemRow } from '../item-row.js';
import { reachOf } from '../../sanctions/sanctions.rules.js';
import { HoldHints } from '../hold-hints.js';
import { QueueRepository } from '../queue.repository.js';
import { QueueService } from '../queue.service.js';

/** An item on the desk of whoever may decide it. */
export type OnDesk = ItemRow & { user: User };

/** Rolls an act back whose subject somebody else has acted on. */
export class CameSecond extends Error {}

/** What every act on one item begins and ends with: who may, and who is told. */
@Injectable()
export class HoldDesk {
  constructor(
    private readonly rows: QueueRepository,
    private readonly queue: QueueService,
    private readonly scopes: Scopes,
    private readonly claims: ClaimsStore,
    private readonly hints: HoldHints,
    private readonly regions: RegionTree,
  ) {}

  /** An item that whoever asks may decide: it lies in their region, and its author is neither themselves nor of a higher role. */
  async take(viewer: Viewer, id: string): Promise<OnDesk> {
    const row = await this.rows.one(id);
    if (!row) throw new HubError('hold.unknown');
    const user = this.scopes.mustDecide(viewer, row);
    if (reachOf(user, { id: row.author_id, grants: row.author_grants }, this.regions.pathOf)) throw new HubError('access.refused');
    return { ...row, user };
  }

  /** Tells colleagues, and answers the item as it is now. */
  async acted({ id, scope, worst, burst }: ItemRow): Promise<QueueItem> {
    this.hints.give('hold.settled', { id, scope, level: worst, burst });
    await this.claims.forget(id);
    return this.queue.item(id);
  }

  /** The refusal, with what the winner made of it. */
  async collided(code: 'hold.decided' | 'hold.claimed' | 'hold.undo-over', id: string): Promise<HubError> {
    return new HubError(code, { beside: { item: await this.queue.item(id) } });
  }
}
