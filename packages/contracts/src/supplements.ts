import { z } from 'zod';
import { SupplementTime } from './changes.js';
import { Problem } from './errors.js';
import { FilingFinding } from './filings.js';
import { Day } from './fuzzy-time.js';
import { Instant } from './ids.js';

const words = (most: number) => z.string().trim().max(most);
/** Addresses as they were pasted. Whether one can be opened is a finding, not a condition of writing. */
const Addresses = z.array(words(500)).max(10);

/** 补录: what the notices ask of an activity that has ended, as far as it is written. */
export const SupplementContent = z.object({
  /** Pictures of it that were brought here, by the ids of their uploads. */
  pictures: z.array(z.uuid()).max(20).default([]),
  /** Where else pictures of it are. */
  photos: Addresses,
  /** Where it was live, or still is online. */
  online: Addresses,
  /** Films of what took place on site. */
  videos: Addresses,
  /** What was reported of it. */
  news: Addresses,
  /** How many science workers took part; 0 is an answer. */
  scienceWorkers: z.int().min(0).max(100_000).optional(),
  /** Who they are, one a line. Kept encrypted; only the unit's filers are given it here, the scope's reviewers ask for it (`hasWorkerList`). */
  workerList: words(8_000).optional(),
  summary: words(6_000).optional(),
});
export type SupplementContent = z.infer<typeof SupplementContent>;

export const SupplementField = z.enum(['pictures', 'photos', 'online', 'videos', 'news', 'scienceWorkers', 'workerList', 'summary']);
export type SupplementField = z.infer<typeof SupplementField>;

/** What a host is told before handing in; `at` is the place in a list of addresses, from 0. */
export const SupplementFinding = FilingFinding.omit({ field: true, at: true, instead: true }).extend({
  field: SupplementField,
  at: z.int().optional(),
});
export type SupplementFinding = z.infer<typeof SupplementFinding>;

/** What the hub itself has of the sessions, as at their end; what is left out was not measured. */
export const SupplementMeasured = z.object({
  /** On the air, by the looks at their streams. */
  minutesLive: z.int().min(0).optional(),
  /** The most devices that watched one of them at once. */
  peakViewers: z.int().min(0).optional(),
  /** Said in their rooms while they were on; retracted ones do not count. */
  messages: z.int().min(0).optional(),
});
export type SupplementMeasured = z.infer<typeof SupplementMeasured>;

/** `open`: its host may write. `handed-in`: it may be taken back until the deadline. `locked`: only a reviewer opens it again. */
export const SupplementStanding = z.enum(['open', 'handed-in', 'locked']);
export type SupplementStanding = z.infer<typeof SupplementStanding>;

/** A cut-off that `time` names: whose it is, and what it asks for in the words of its notice. */
export const NamedCutOff = z.object({ key: z.string(), campaign: z.string(), campaignEn: z.string(), what: z.string().optional() });
export type NamedCutOff = z.infer<typeof NamedCutOff>;

/** `GET /api/v1/filings/{id}/supplement`, and for reviewers `GET /api/v1/reviews/{id}/supplement`. */
export const Supplement = z.object({
  filing: z.uuid(),
  title: z.string(),
  /** Rises with each save and each step. */
  version: z.int(),
  standing: SupplementStanding,
  time: SupplementTime,
  cutOffs: z.array(NamedCutOff),
  /** Days until it locks, today included; 0: it is locked. */
  daysLeft: z.int().min(0),
  /** Without the list for whoever reads it at a desk. */
  content: SupplementContent,
  measured: SupplementMeasured,
  findings: z.array(SupplementFinding),
  /** By whom and when it was handed in, as long as that stands. */
  handedIn: z.object({ by: z.string(), at: Instant }).optional(),
  /** For reviewers: there is a list, which `POST …/supplement/workers` tells them. */
  hasWorkerList: z.boolean().optional(),
  /** For reviewers: whoever asks may open it again, as of this version of the filing, until the end of one of these days. */
  mayUnlock: z.object({ version: z.int(), earliest: Day, latest: Day }).optional(),
});
export type Supplement = z.infer<typeof Supplement>;

/** `POST /api/v1/reviews/{id}/supplement/workers`: who took part, for the scope's reviewers. That it was read is a row of the audit. */
export const WorkerList = z.object({ workerList: z.string() });
export type WorkerList = z.infer<typeof WorkerList>;

/** `PUT /api/v1/filings/{id}/supplement`: keeps what is written; `version` is the one it was read with. */
export const SaveSupplement = z.object({ version: z.int(), content: SupplementContent });
export type SaveSupplement = z.infer<typeof SaveSupplement>;

/** `POST /api/v1/filings/{id}/supplement/hand-in`, and `…/reopen`, which takes that back. */
export const StepSupplement = z.object({ version: z.int() });
export type StepSupplement = z.infer<typeof StepSupplement>;

/** `POST /api/v1/reviews/{id}/supplement/unlock`: until the end of a day, one of `mayUnlock`. `version` is the filing's. */
export const UnlockSupplement = z.object({ version: z.int(), reason: words(500).min(1), until: Day });
export type UnlockSupplement = z.infer<typeof UnlockSupplement>;

/** 409 `filing.changed`: somebody else has written since, and this is what stands; 422 `filing.unfit`: its findings say what to mend. */
export const SupplementProblem = Problem.extend({ supplement: Supplement });
export type SupplementProblem = z.infer<typeof SupplementProblem>;
