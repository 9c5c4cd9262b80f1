import { z } from 'zod';
import { Instant, RegionKey } from './ids.js';

/** What a one-time link carries behind its `#`, where neither a log nor a proxy sees it. */
const LinkToken = z.string().regex(/^[\w-]{43}$/);
/** The same as somebody brings it: a link that was cut off on its way is as good as none, and is told so. */
const GivenToken = z.string().max(200);

/** A name to sign in with: typed on any keyboard, and the same in any case. */
const Login = z
  .string()
  .trim()
  .toLowerCase()
  .regex(/^[a-z0-9][a-z0-9._-]{2,31}$/);

/** A unit in the list of whoever looks after its filers. */
export const UnitLine = z.object({
  key: z.string(),
  name: z.string(),
  region: RegionKey,
  filers: z.int(),
  /** How many of them wait to be verified. */
  waiting: z.int(),
});
export type UnitLine = z.infer<typeof UnitLine>;

/** `GET /api/v1/units`: the units of one's subtree, those where somebody waits first. `isMore`: the search could say more. */
export const UnitList = z.object({ items: z.array(UnitLine), isMore: z.boolean() });
export type UnitList = z.infer<typeof UnitList>;

/** Somebody who files for a unit. Without `verifiedAt` they write drafts of their own, and hand in nothing. */
export const UnitFiler = z.object({
  id: z.uuid(),
  name: z.string(),
  login: z.string(),
  addedAt: Instant,
  verifiedAt: Instant.optional(),
  /** Whether the asker may give them a link for a new password. */
  mayRecover: z.boolean(),
});
export type UnitFiler = z.infer<typeof UnitFiler>;

/** An invitation that nobody has used yet. Its link is known to who was given it, and to nobody else. */
export const Invitation = z.object({ id: z.uuid(), by: z.string(), at: Instant, expiresAt: Instant });
export type Invitation = z.infer<typeof Invitation>;

/** `GET /api/v1/units/{key}`: for a reviewer of its scope, and for who files for it and is verified. */
export const UnitFilers = z.object({
  unit: z.object({ key: z.string(), name: z.string(), region: RegionKey }),
  filers: z.array(UnitFiler),
  invitations: z.array(Invitation),
  /** Whether the asker verifies and removes filers here. */
  mayDecide: z.boolean(),
  /** Whether they invite to it, and take invitations back. */
  mayInvite: z.boolean(),
});
export type UnitFilers = z.infer<typeof UnitFilers>;

/** A link that is good once, told this one time: the hub keeps its hash alone. */
export const IssuedLink = z.object({ token: LinkToken, expiresAt: Instant });
export type IssuedLink = z.infer<typeof IssuedLink>;

/** `POST` to `/api/v1/invitations/look` and `/join`, to `/api/v1/appointments/look` and `/join`, `/api/v1/recovery/look`, `/api/v1/setup/look`. */
export const OneTimeToken = z.object({ token: GivenToken });
export type OneTimeToken = z.infer<typeof OneTimeToken>;

/** Which unit an invitation is of. */
export const ShownInvitation = z.object({ unit: z.string(), expiresAt: Instant });
export type ShownInvitation = z.infer<typeof ShownInvitation>;

/** `POST` to `/api/v1/invitations/sign-up`, `/api/v1/appointments/sign-up`, `/api/v1/setup`: an account of one's own. */
export const SignUp = z.object({ token: GivenToken, login: Login, name: z.string().max(200), password: z.string().max(500) });
export type SignUp = z.infer<typeof SignUp>;

/** Whose password a link sets. */
export const ShownRecovery = z.object({ login: z.string(), name: z.string(), expiresAt: Instant });
export type ShownRecovery = z.infer<typeof ShownRecovery>;

/** `POST /api/v1/recovery`: sets it, ends every other sign-in of the account, and signs in. */
export const Recover = z.object({ token: GivenToken, password: z.string().max(500) });
export type Recover = z.infer<typeof Recover>;
