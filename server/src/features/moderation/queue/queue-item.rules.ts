import type { QueueDecision, QueueItem, RegionName } from '@yunhui/contracts';
import type { Claim } from './verdicts/claims.store.js';
import type { ItemRow } from './item-row.js';
import { expiresAfterMs, riskOf, scoreOf, undoUntil } from './queue.rules.js';

/** Where something was said, as people call it. */
export type Place = Pick<QueueItem, 'channel' | 'hashtag'>;
/** What stands around a row: the time, who watches, and names. */
export type Around = { at: number; viewers: number; place: Place; region?: RegionName; claim?: Claim };

/** A row as moderators see it. */
export function itemOf(row: ItemRow, { at, viewers, place, region, claim }: Around): QueueItem {
  const { id, version, topic, body, why, state, review, burst, size, sent_ms, worst } = row;
  const level = worst as QueueItem['level'];
  const decided = decisionOf(row);
  return {
    id,
    version,
    topic,
    ...place,
    ...(region && { region }),
    scope: row.scope ?? 'cn',
    kind: body.message.kind,
    text: body.message.text,
    findings: review?.findings ?? [],
    why,
    level,
    risk: riskOf(level),
    sentAt: instant(sent_ms),
    dueAt: instant(row.due_ms ?? row.expires_ms ?? sent_ms + expiresAfterMs),
    author: authorOf(row),
    viewers,
    score: scoreOf({ level, viewers, ageMs: (row.settled_ms ?? at) - sent_ms }),
    ...(burst !== null && { burst: { id: burst, size } }),
    ...(claim && { claim: { by: claim.by, until: instant(claim.until) } }),
    state,
    ...(decided && { decided }),
    ...(review && { screening: review.screening }),
  };
}

/** A time of the store as HTTP says it. */
export const instant = (ms: number): string => new Date(ms).toISOString();

function authorOf({ body, author_id, author_kind, since_ms, sent_ms, review }: ItemRow): QueueItem['author'] {
  const { name, role, region, sample } = body.message.author;
  return {
    id: author_id,
    name,
    ...(role && { role }),
    ...(region && { region }),
    kind: author_kind ?? 'guest',
    since: instant(since_ms ?? sent_ms),
    trust: review?.trust ?? 0,
    ...(sample && { sample }),
  };
}

function decisionOf({ state, settled_ms, decided_by, decider, masked, rule, undone }: ItemRow): QueueDecision | undefined {
  if (state === 'held' || settled_ms === null) return undefined;
  const until = undoUntil({ decidedAt: settled_ms, isUndoable: decided_by !== null && !undone });
  return {
    ...(decided_by !== null && { by: { id: decided_by, name: decider ?? '' } }),
    verdict: state,
    ...(masked && { masked }),
    ...(rule !== null && { rule }),
    at: instant(settled_ms),
    ...(until !== undefined && { undoUntil: instant(until) }),
  };
}
