import type { ChangeRequest } from '@yunhui/contracts';
import { differenceOf, shanghaiInstant, type WorkflowEvent } from '@yunhui/domain';
import type { ChangeRow } from './changes.repository.js';

/** When to look whether an activity has moved on after a change: at once, unless nothing of it takes place. */
export function movesAfter(event: WorkflowEvent, at: Date): Date | null {
  return event === 'cancel' || event === 'postpone' ? null : at;
}

/** What is asked for, as the wire has it; only of one that waits. */
export function toRequest({ kind, state, reason, level, byId, byName, at, before, form }: ChangeRow): ChangeRequest | undefined {
  if (state !== 'open' && state !== 'granted') return undefined;
  const by = { id: byId, name: byName };
  return { kind, state, reason, level, by, at: shanghaiInstant(at.getTime()), changes: differenceOf(before, form) };
}
