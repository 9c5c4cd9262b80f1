import { z } from 'zod';
import { ActivityForm, FormField } from './activity-form.js';
import { ChangeRequest, ProgrammeSession, SupplementTime } from './changes.js';
import { Day, FuzzyTime } from './fuzzy-time.js';
import { Instant, RegionKey, Slug } from './ids.js';

/** Where an activity stands, from its draft to the archive. */
export const ActivityState = z.enum([
  'draft',
  'submitted',
  'in-review',
  'returned',
  'resubmitted',
  'approved',
  'published',
  'live',
  'ended',
  'supplementing',
  'summarised',
  'archived',
  'withdrawn',
  'cancelled',
  'postponed',
  'blocked',
]);
export type ActivityState = z.infer<typeof ActivityState>;

const words = (most: number) => z.string().trim().max(most);

/** `hard` must be mended, `soft` may be explained, `note` is only told. */
export const Severity = z.enum(['hard', 'soft', 'note']);
export type Severity = z.infer<typeof Severity>;

const InBoth = z.object({ zh: z.string(), en: z.string() });

/** Something that a host is told before a reviewer would have to. */
export const FilingFinding = z.object({
  /** `thing.reason`; the list grows. */
  code: z.string(),
  severity: Severity,
  field: FormField,
  /** Which of a list: the session's id, or the unit's place from 0. */
  at: z.union([z.uuid(), z.int()]).optional(),
  says: InBoth,
  todo: InBoth.optional(),
  /** What the field could say instead, to be taken over by one click. */
  instead: z.string().optional(),
});
export type FilingFinding = z.infer<typeof FilingFinding>;

/** 请在 N 天内提交（审核约需 M 个工作日）: what the host sees of the calendar. None while nobody knows when it begins. */
export const FilingDeadline = z.object({
  publishBy: Day,
  submitBy: Day,
  /** Today counts; 0: it is over. */
  daysLeft: z.int().min(0),
  reviewWorkingDays: z.int(),
});
export type FilingDeadline = z.infer<typeof FilingDeadline>;

/** `GET /api/v1/filings/{id}/findings`. */
export const FilingFindings = z.object({ items: z.array(FilingFinding), deadline: FilingDeadline.optional() });
export type FilingFindings = z.infer<typeof FilingFindings>;

/** Why a part of the form came back. */
export const ReturnCode = z.enum([
  'incomplete',
  'wrong-name',
  'wrong-time',
  'unplayable',
  'no-basis',
  'vague',
  'mismatch',
  'unsafe',
  'other',
]);
export type ReturnCode = z.infer<typeof ReturnCode>;
export const ReturnReason = z.object({ field: FormField, code: ReturnCode, note: words(500).optional() });
export type ReturnReason = z.infer<typeof ReturnReason>;

/** One step that somebody took: who, when, from, to. */
export const FilingStep = z.object({
  event: z.string(),
  from: ActivityState,
  to: ActivityState,
  /** The level's scope it was taken at; none of the host's own. */
  scope: z.string().optional(),
  by: z.object({ id: z.string(), name: z.string() }),
  at: Instant,
  reason: z.string().optional(),
});
export type FilingStep = z.infer<typeof FilingStep>;

/** A line of a list of filings. */
export const FilingCard = z.object({
  id: z.uuid(),
  version: z.int(),
  state: ActivityState,
  title: z.string(),
  organization: z.object({ key: z.string(), name: z.string() }),
  campaign: Slug,
  time: FuzzyTime.optional(),
  /** The scopes that review it, lowest first, and which of them it is at. */
  ladder: z.array(z.string()),
  /** 联合: the regions of its other hosts, when there are any. */
  joint: z.array(z.string()).optional(),
  level: z.int(),
  /** What its host asked for, once it is on the programme. */
  change: ChangeRequest.optional(),
  /** The last day to supplement it, while that is open. */
  supplementBy: Day.optional(),
  updatedAt: Instant,
  submittedAt: Instant.optional(),
});
export type FilingCard = z.infer<typeof FilingCard>;

/** An activity as its host registers it. */
export const Filing = FilingCard.extend({
  form: ActivityForm,
  /** What came back with the last return; none once it was submitted again. */
  reasons: z.array(ReturnReason),
  steps: z.array(FilingStep),
  /** Of what was published: its sessions as the public has them. */
  programme: z.array(ProgrammeSession).optional(),
  /** Once it has ended. */
  supplement: SupplementTime.optional(),
});
export type Filing = z.infer<typeof Filing>;

/** `GET /api/v1/filings`: one's own and one's units', the last touched first. */
export const FilingPage = z.object({ items: z.array(FilingCard), next: z.string().optional() });
export type FilingPage = z.infer<typeof FilingPage>;

/** `POST /api/v1/filings`: a draft, empty or a copy of an older filing 沿用去年 without its times. */
export const BeginFiling = z.object({
  organization: z.string().min(1).max(64),
  campaign: Slug,
  form: ActivityForm.optional(),
  copyOf: z.uuid().optional(),
});
export type BeginFiling = z.infer<typeof BeginFiling>;

/** `PUT /api/v1/filings/{id}`: keeps the draft as it is now; `version` is the one it was read with. */
export const SaveFiling = z.object({ version: z.int(), form: ActivityForm });
export type SaveFiling = z.infer<typeof SaveFiling>;

/** `POST /api/v1/filings/{id}/submit`: `reason` explains what is only soft. */
export const SubmitFiling = z.object({ version: z.int(), reason: words(500).optional() });
export type SubmitFiling = z.infer<typeof SubmitFiling>;

/** `POST /api/v1/filings/{id}/withdraw`. */
export const WithdrawFiling = z.object({ version: z.int(), reason: words(500).min(1) });
export type WithdrawFiling = z.infer<typeof WithdrawFiling>;

/**
 * `GET /api/v1/filings/units`: the units one files for, with the scopes that review what they file, lowest first. Until one
 * is verified nothing is handed in.
 */
export const FilingUnits = z.object({
  items: z.array(z.object({ key: z.string(), name: z.string(), region: RegionKey, ladder: z.array(z.string()), isVerified: z.boolean() })),
});
export type FilingUnits = z.infer<typeof FilingUnits>;

/** The query of `GET /api/v1/filings/unit-names`. */
export const UnitNamesQuery = z.object({ q: z.string().trim().min(1).max(100) });
export type UnitNamesQuery = z.infer<typeof UnitNamesQuery>;

/**
 * `GET /api/v1/filings/unit-names?q=`: exact full names of the registry for who writes one, best first. Found by Chinese, pinyin and
 * initials; `alias` is the unit's other name, when that was meant.
 */
export const UnitNames = z.object({ items: z.array(z.object({ key: z.string(), name: z.string(), alias: z.string().optional() })) });
export type UnitNames = z.infer<typeof UnitNames>;
