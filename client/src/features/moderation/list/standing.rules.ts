import type { HoldVerdict, QueueItem } from '@yunhui/contracts';
import type { Asked } from '../queue/queue.types.js';

/** How an item stands to whoever looks at it. Members carry only what is true in them. */
export type Standing =
  | { kind: 'open' }
  | { kind: 'mine' }
  | { kind: 'colleagues'; name: string }
  /** One's own verdict, that the hub has not answered yet; `unheard`: the hub is away, and it waits to be sent. */
  | { kind: 'asked'; verdict: HoldVerdict; unheard: boolean }
  | { kind: 'decided'; verdict: NonNullable<QueueItem['decided']>['verdict']; name: string | undefined; mine: boolean; undoUntil: number };

export function standingOf(item: QueueItem, me: string, asked: Asked | undefined): Standing {
  const { decided, claim } = item;
  if (asked) return { kind: 'asked', ...asked };
  if (item.state !== 'held') {
    const { by, undoUntil } = decided ?? {};
    const verdict = decided?.verdict ?? item.state;
    return { kind: 'decided', verdict, name: by?.name, mine: by?.id === me, undoUntil: undoUntil ? Date.parse(undoUntil) : 0 };
  }
  if (!claim) return { kind: 'open' };
  return claim.by.id === me ? { kind: 'mine' } : { kind: 'colleagues', name: claim.by.name };
}
