import { z } from 'zod';
import { SignUp } from './filers.js';
import { Instant, RegionKey } from './ids.js';
import { RegionName } from './matrix.js';

/** What a unit is; of the country's own, ministries and societies are reviewed by their line, every other unit by its region. */
export const UnitType = z.enum([
  'association',
  'member_unit',
  'society',
  'enterprise',
  'university',
  'science_museum',
  'education_base',
  'special_participant',
  'media',
  'institution',
  'government',
  'office',
  'school',
  'volunteers',
]);
export type UnitType = z.infer<typeof UnitType>;

/** `POST /api/v1/applicants`: an account of one's own, for who files for no unit yet. */
export const BecomeApplicant = SignUp.omit({ token: true });
export type BecomeApplicant = z.infer<typeof BecomeApplicant>;

/** `POST /api/v1/unit-applications`: a unit that the registry does not have, by the full name on its seal, and the seal's photo. */
export const ApplyForUnit = z.object({
  name: z
    .string()
    .trim()
    .min(4)
    .max(100)
    .regex(/^[^\p{Cc}]+$/u),
  type: UnitType,
  region: RegionKey,
  /** What the reviewer should know: whom to ring up, what the unit is also called. */
  note: z.string().trim().max(500).default(''),
  /** An upload for `seal`; its reviewers see it, and who brought it. */
  seal: z.uuid(),
});
export type ApplyForUnit = z.infer<typeof ApplyForUnit>;

/** `PUT /api/v1/unit-applications/{id}`: as it should be; `version` is the one it was read with. */
export const CorrectApplication = ApplyForUnit.extend({ version: z.int() });
export type CorrectApplication = z.infer<typeof CorrectApplication>;

/** `waiting`: for a reviewer of its scope. Whoever was declined may correct it, and it waits again. */
export const ApplicationState = z.enum(['waiting', 'approved', 'declined']);
export type ApplicationState = z.infer<typeof ApplicationState>;

export const UnitApplication = z.object({
  id: z.uuid(),
  version: z.int(),
  state: ApplicationState,
  unit: z.object({ key: z.string(), name: z.string(), type: UnitType, region: RegionName }),
  note: z.string(),
  seal: z.uuid(),
  appliedAt: Instant,
  decidedAt: Instant.optional(),
  /** Why it was declined. */
  reason: z.string().optional(),
});
export type UnitApplication = z.infer<typeof UnitApplication>;

/** `GET /api/v1/unit-applications/mine`, the newest first. */
export const OwnApplications = z.object({ items: z.array(UnitApplication) });
export type OwnApplications = z.infer<typeof OwnApplications>;

/** One as its desk sees it. */
export const DeskApplication = UnitApplication.extend({
  by: z.object({ name: z.string(), login: z.string() }),
  /** Units of the registry that are called alike: it may be one of them. */
  alike: z.array(z.object({ key: z.string(), name: z.string() })),
  /** Whether the asker decides it: nobody decides their own. */
  mayDecide: z.boolean(),
});
export type DeskApplication = z.infer<typeof DeskApplication>;

/** `GET /api/v1/unit-applications?state=`: those of one's scopes; what waits the longest first, what is decided the newest first. */
export const DeskApplications = z.object({ items: z.array(DeskApplication), isMore: z.boolean() });
export type DeskApplications = z.infer<typeof DeskApplications>;

/** `POST /api/v1/unit-applications/{id}/approve`: the unit is in the registry, and who applied files for it. */
export const ApproveApplication = z.object({ version: z.int() });
export type ApproveApplication = z.infer<typeof ApproveApplication>;

/** `POST /api/v1/unit-applications/{id}/decline`, with a reason that the applicant reads. */
export const DeclineApplication = z.object({ version: z.int(), reason: z.string().trim().min(1).max(500) });
export type DeclineApplication = z.infer<typeof DeclineApplication>;
