import { dueBeforeMs } from '@yunhui/domain';
import type { PlannedSession } from '../schedule/index.js';

/**
 * Whether its host is to hear that a link of this session does not play. Long before the start nothing is sent yet, and
 * after the end nothing more: neither is a failure.
 */
export function concernsHost(
  { start, end, cancelled, blocked }: Pick<PlannedSession, 'start' | 'end' | 'cancelled' | 'blocked'>,
  now: number,
): boolean {
  return !cancelled && !blocked && now >= start - dueBeforeMs && now < end;
}
