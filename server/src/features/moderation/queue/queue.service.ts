import { Injectable } from '@nestjs/common';
import type { QueueFilter, QueueItem, QueuePage } from '@yunhui/contracts';
import { Viewers } from '../../../platform/realtime/index.js';
import type { Viewer } from '../../../platform/auth/index.js';
import { HubError } from '../../../platform/hub-error.js';
import { readCursor, written } from '../../../platform/cursor.js';
import { Scopes, type Within } from '../scopes.js';
import { ClaimsStore } from './verdicts/claims.store.js';
import type { ItemRow } from './item-row.js';
import { QueueItems } from './queue-items.js';
import { instant } from './queue-item.rules.js';
import { QueuePlace, QueueRepository } from './queue.repository.js';

export type AskedPage = { scope?: string; cursor?: string; filter: QueueFilter; q?: string; topic?: string };
const aPage = 50;
const mostClaimed = 2_000;

/** The queue as moderators read it. Hints in `queue:{scope}` say when to look; what is here is what the rows say. */
@Injectable()
export class QueueService {
  constructor(
    private readonly rows: QueueRepository,
    private readonly items: QueueItems,
    private readonly scopes: Scopes,
    private readonly viewers: Viewers,
    private readonly claims: ClaimsStore,
  ) {}

  async page(viewer: Viewer, { scope, cursor, filter, ...query }: AskedPage): Promise<QueuePage> {
    const within = this.scopes.within(viewer, scope);
    const from = cursor === undefined ? undefined : readCursor(QueuePlace, cursor);
    const waiting = await this.rows.waiting(within);
    const viewers = await this.countViewers(waiting.topics);
    const at = from?.at ?? waiting.at;
    const rows =
      filter === 'decided'
        ? await this.rows.decided(within, aPage)
        : await this.rows.page({
            within,
            filter,
            ...query,
            ...(await this.claimed(viewer, filter, within)),
            viewers,
            at,
            cursor: from,
            most: aPage + 1,
          });
    const items = await this.items.of(rows.slice(0, aPage), { at: waiting.at, viewers });
    const next = rows.length > aPage ? cursorAfter(rows[aPage - 1], at) : undefined;
    return { items, ...(next && { next }), at: instant(waiting.at), ...(from ? {} : await this.counted(within)) };
  }

  /** Those of these ids that one may see, also decided ones. */
  async these(viewer: Viewer, ids: readonly string[], scope?: string): Promise<QueuePage> {
    const within = this.scopes.within(viewer, scope);
    const { at } = await this.rows.waiting(within);
    return { items: await this.itemsOf(await this.rows.these(ids, within), at), at: instant(at) };
  }

  /** One as it is now, for whoever has acted on it. */
  async item(id: string): Promise<QueueItem> {
    const { at } = await this.rows.waiting({ scopes: [], regions: [] });
    const row = await this.rows.one(id);
    const [item] = row ? await this.itemsOf([row], at) : [];
    if (!item) throw new HubError('hold.unknown');
    return item;
  }

  private async itemsOf(rows: readonly ItemRow[], at: number): Promise<QueueItem[]> {
    return this.items.of(rows, { at, viewers: await this.countViewers([...new Set(rows.map(({ topic }) => topic))]) });
  }

  private async countViewers(topics: readonly string[]): Promise<ReadonlyMap<string, number>> {
    return new Map(await Promise.all(topics.map(async (topic) => [topic, await this.viewers.count(topic)] as const)));
  }

  private async counted(within: Within): Promise<Pick<QueuePage, 'counts' | 'oldestAt'>> {
    const { oldestAt, ...counts } = await this.rows.counts(within);
    return { counts, ...(oldestAt !== undefined && { oldestAt: instant(oldestAt) }) };
  }

  /** Claims stand in Redis, item by item: what is mine is found among those that wait. */
  private async claimed({ user }: Viewer, filter: QueueFilter, within: Within): Promise<{ ids?: string[] }> {
    if (filter !== 'mine') return {};
    const claims = await this.claims.ofAll(await this.rows.waitingIds(within, mostClaimed));
    return { ids: [...claims].filter(([, { by }]) => by.id === user?.id).map(([id]) => id) };
  }
}

function cursorAfter(row: ItemRow | undefined, at: number): string | undefined {
  if (row?.score === undefined || row.sent_us === undefined) return undefined;
  return written({ at, score: row.score, sentUs: row.sent_us, id: row.id } satisfies QueuePlace);
}
