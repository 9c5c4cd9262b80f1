import { z } from 'zod';
import { FieldChange } from './changes.js';
import { ActivityState, ReturnReason } from './filings.js';
import { Instant } from './ids.js';

/** One row of the audit: of a filing, or of a session that it has on the programme. */
export const RecordAct = z.object({
  id: z.uuid(),
  at: Instant,
  /** Such as `filing.return` or `session.cancelled`; the list grows. */
  act: z.string(),
  /** Without a name: no person, but the hub. */
  by: z.object({ id: z.string(), name: z.string().optional() }),
  /** The title of the session that it is of; none: of the filing itself. */
  session: z.string().optional(),
  from: ActivityState.optional(),
  to: ActivityState.optional(),
  reason: z.string().optional(),
  /** The parts of the form that it changed. */
  changes: z.array(FieldChange).optional(),
  /** Of a return: each part that came back, and why. */
  reasons: z.array(ReturnReason).optional(),
  /** Its place in the audit's chain, and the SHA-256 that ties it to all before; none for about a second. */
  chained: z.object({ place: z.int(), hash: z.string() }).optional(),
});
export type RecordAct = z.infer<typeof RecordAct>;

/** `GET /api/v1/reviews/{id}/history?cursor=` (who may read it at the desk): all that was done to a filing, the newest first. */
export const RecordHistory = z.object({ title: z.string(), items: z.array(RecordAct), next: z.string().optional() });
export type RecordHistory = z.infer<typeof RecordHistory>;
