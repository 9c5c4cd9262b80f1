import { z } from 'zod';
import { ActivityForm, FormField } from './activity-form.js';
import { Session } from './channels.js';
import { Day } from './fuzzy-time.js';
import { Instant } from './ids.js';

/** A part of the form that is another than before. */
export const FieldChange = z.object({ field: FormField, before: z.unknown(), after: z.unknown() });
export type FieldChange = z.infer<typeof FieldChange>;

/** `session` is the form's; without one the whole activity is meant. */
const CancelChange = z.object({ kind: z.literal('cancel'), session: z.uuid().optional() });
/** To another time, which nobody knows yet. */
const PostponeChange = z.object({ kind: z.literal('postpone'), session: z.uuid().optional() });
const MoveChange = z
  .object({ kind: z.literal('move'), session: z.uuid(), startsAt: Instant, endsAt: Instant })
  .refine(({ startsAt, endsAt }) => Date.parse(startsAt) < Date.parse(endsAt), { path: ['endsAt'], message: 'must be after startsAt' });
/** The form as it is to be. Its hosts stay, and so do the streams of sessions that are published: those are changed at once. */
const EditChange = z.object({ kind: z.literal('edit'), form: ActivityForm });

/** What is to become of an activity that is on the programme. */
export const WantedChange = z.discriminatedUnion('kind', [CancelChange, PostponeChange, MoveChange, EditChange]);
export type WantedChange = z.infer<typeof WantedChange>;
/** What whoever answers for a scope does without being asked. */
export const ChangeAtOnce = z.discriminatedUnion('kind', [CancelChange, PostponeChange, MoveChange]);
export type ChangeAtOnce = z.infer<typeof ChangeAtOnce>;

/** What the host asked for, while it waits for reviewers (`open`), or, granted by the last of them, for the half minute of their undo. */
export const ChangeRequest = z.object({
  kind: z.enum(['cancel', 'postpone', 'move', 'edit']),
  state: z.enum(['open', 'granted']),
  /** Told to the public when it is granted. */
  reason: z.string(),
  level: z.int(),
  by: z.object({ id: z.string(), name: z.string() }),
  at: Instant,
  /** By the form; empty when the whole activity is cancelled. */
  changes: z.array(FieldChange),
});
export type ChangeRequest = z.infer<typeof ChangeRequest>;

/** A session that came of a filing; `filedAs` is the form's. */
export const ProgrammeSession = Session.extend({ filedAs: z.uuid().optional() });
export type ProgrammeSession = z.infer<typeof ProgrammeSession>;

/** The time in which the host supplements, the last day included, and the rule that bound it. */
export const SupplementTime = z.object({
  endedOn: Day,
  deadline: Day,
  boundBy: z.union([
    z.object({ rule: z.literal('days-after-end'), days: z.int() }),
    z.object({ rule: z.literal('cut-off'), key: z.string() }),
    /** A reviewer has opened it again, until a day of their choice. */
    z.object({ rule: z.literal('unlocked') }),
  ]),
  /** Cut-offs that came too early for it: it is 未结束 in those reports. */
  unfinishedIn: z.array(z.string()),
});
export type SupplementTime = z.infer<typeof SupplementTime>;

const ChangeWhy = z.string().trim().min(1).max(200);

/** `POST /api/v1/filings/{id}/changes`: asks the ladder for it; one request at a time. The reason is for the public. */
export const AskChange = z.object({ version: z.int(), reason: ChangeWhy, change: WantedChange });
export type AskChange = z.infer<typeof AskChange>;

/** `POST /api/v1/filings/{id}/changes/recall`: takes the request back. */
export const RecallChange = z.object({ version: z.int() });
export type RecallChange = z.infer<typeof RecallChange>;

/** `POST /api/v1/reviews/{id}/programme`: at once, by reviewers and operators of its home and above. The reason is for the public. */
export const ChangeProgramme = z.object({ version: z.int(), reason: ChangeWhy, change: ChangeAtOnce });
export type ChangeProgramme = z.infer<typeof ChangeProgramme>;

/** `POST /api/v1/reviews/{id}/change/grant`: to the next level, or, at the last, onto the programme. */
export const GrantChange = z.object({ version: z.int() });
export type GrantChange = z.infer<typeof GrantChange>;

/** `POST /api/v1/reviews/{id}/change/decline`: everything stays as it is; the host reads why. */
export const DeclineChange = z.object({ version: z.int(), reason: z.string().trim().min(1).max(500) });
export type DeclineChange = z.infer<typeof DeclineChange>;
