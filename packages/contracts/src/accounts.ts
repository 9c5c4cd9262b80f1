import { z } from 'zod';
import { RegionKey } from './ids.js';

export const Role = z.enum(['host', 'reviewer', 'moderator', 'operator']);
export type Role = z.infer<typeof Role>;

/** A role, and the region (with everything below it) that it holds for. */
export const Grant = z.object({ role: Role, region: RegionKey });
export type Grant = z.infer<typeof Grant>;

/** Who somebody is on the hub. A guest has a name and nothing else. */
export const User = z.object({
  id: z.uuid(),
  name: z.string(),
  kind: z.enum(['guest', 'account']),
  grants: z.array(Grant),
  /** Where they say they are; their words are tagged with it. */
  region: RegionKey.optional(),
  sample: z.boolean().optional(),
});
export type User = z.infer<typeof User>;

/**
 * `POST /api/v1/guests`. Asked again with the same cookie it renames the same guest, and moves them: whoever
 * leaves the region out does not say where they are.
 */
export const BecomeGuest = z.object({ displayName: z.string().max(200), region: RegionKey.optional() });
export type BecomeGuest = z.infer<typeof BecomeGuest>;
export const SignIn = z.object({ login: z.string().min(1).max(200), password: z.string().min(1).max(500) });
/** `PUT /api/v1/me/password`: `password` is the one that holds until then. Every other sign-in of the account ends. */
export const ChangePassword = z.object({ password: z.string().min(1).max(500), newPassword: z.string().max(500) });
export type ChangePassword = z.infer<typeof ChangePassword>;
/** The cookie is set beside it; the ticket (valid 12 h) opens a socket. */
/** `GET /api/v1/me`. Without a user: nobody is signed in. */
export const Me = z.object({ user: User.optional() });
export type Me = z.infer<typeof Me>;
/** `GET /api/v1/me/sign-ins`: where one is signed in; `current` is this one. */
export const OwnSignIns = z.object({
  items: z.array(
    z.object({ id: z.string(), device: z.string(), createdAt: z.iso.datetime(), seenAt: z.iso.datetime(), current: z.boolean() }),
  ),
});
export type OwnSignIns = z.infer<typeof OwnSignIns>;
export const SignedIn = z.object({ ticket: z.string(), user: User });
export type SignedIn = z.infer<typeof SignedIn>;
