import { z } from 'zod';
import { SignedIn } from './accounts.js';
import { Instant } from './ids.js';

/** What the provider calls somebody, for people to read: nothing where it says nothing. Who somebody is never goes by it. */
const Label = z.string();

/** `GET /api/v1/me/identity`: signing in by a provider (OpenID Connect), as it stands for whoever asks. Everybody may. */
export const OwnIdentity = z.object({
  /** The one that this hub has, if it has any. Without a name it is called what the page likes. */
  provider: z.object({ name: z.string().optional() }).optional(),
  /** Whom the provider knows the account as that is signed in. */
  linked: z.object({ label: Label, linkedAt: Instant, usedAt: Instant.optional() }).optional(),
  /** Whom it has just named to this browser, and no account is linked to. `mayLink`: who asks has signed in to theirs since. */
  pending: z.object({ label: Label, to: z.string(), mayLink: z.boolean() }).optional(),
});
export type OwnIdentity = z.infer<typeof OwnIdentity>;

/**
 * `POST /api/v1/identities/begin`: sends this browser to the provider. `to` is the page of this hub that it comes back to; to
 * link what the provider names to one's account takes its password.
 */
export const BeginIdentity = z.object({
  purpose: z.enum(['sign-in', 'link']),
  to: z.string().max(1_000),
  password: z.string().max(500).optional(),
});
export type BeginIdentity = z.infer<typeof BeginIdentity>;

/** Where the provider asks. A cookie ties the answer to this browser. */
export const BegunIdentity = z.object({ url: z.string() });
export type BegunIdentity = z.infer<typeof BegunIdentity>;

/** `POST /api/v1/identities/answer`: what the provider sent this browser back with, as it stands behind the `?`. */
export const AnswerIdentity = z.object({ query: z.string().max(8_000) });
export type AnswerIdentity = z.infer<typeof AnswerIdentity>;

/** What came of it. `unlinked`: no account is linked to whom the provider names, so nobody was signed in. */
export const AnsweredIdentity = z.object({
  outcome: z.enum(['signed-in', 'linked', 'unlinked']),
  to: z.string(),
  signedIn: SignedIn.optional(),
});
export type AnsweredIdentity = z.infer<typeof AnsweredIdentity>;
