import { z } from 'zod';
import { Role } from './accounts.js';
import { Instant, RegionKey } from './ids.js';
import { RegionName } from './matrix.js';
import { FoundRegion } from './regions.js';

/** What one is appointed to. Hosts are not staff: they come by their units. */
export const StaffRole = Role.exclude(['host']);
export type StaffRole = z.infer<typeof StaffRole>;

/** `POST /api/v1/staff/invitations`: a role, and the region or line (`LINE-MINISTRY`, `LINE-SOCIETY`) that it holds for, with all below. */
export const StaffGrant = z.object({ role: StaffRole, region: RegionKey });
export type StaffGrant = z.infer<typeof StaffGrant>;

/** A role that somebody has, with the name of its place. */
export const HeldRole = z.object({ role: StaffRole, place: RegionName });
export type HeldRole = z.infer<typeof HeldRole>;

/** Somebody who works here, with those of their roles that lie within the asker's reach. */
export const StaffMember = z.object({
  id: z.uuid(),
  name: z.string(),
  login: z.string(),
  roles: z.array(HeldRole),
  /** Whether the asker may give them a link for a new password: they stand above all that this account can do. */
  mayRecover: z.boolean(),
});
export type StaffMember = z.infer<typeof StaffMember>;

/** `GET /api/v1/staff?q=&cursor=`: who works in one's regions and below, the newest account first. */
export const StaffPage = z.object({ items: z.array(StaffMember), next: z.string().optional() });
export type StaffPage = z.infer<typeof StaffPage>;

/** A place in which the asker appoints, and to what: moderators have queues in the country and its province-level units alone. */
export const StaffPlace = FoundRegion.extend({ roles: z.array(StaffRole) });
export type StaffPlace = z.infer<typeof StaffPlace>;

/** `GET /api/v1/staff/places?q=`, the wider first. `isMore`: the search could say more. */
export const StaffPlaces = z.object({ items: z.array(StaffPlace), isMore: z.boolean() });
export type StaffPlaces = z.infer<typeof StaffPlaces>;

/** An invitation to a role that nobody has taken up yet. Its link is known to who was given it, and to nobody else. */
export const RoleInvitation = HeldRole.extend({ id: z.uuid(), by: z.string(), at: Instant, expiresAt: Instant });
export type RoleInvitation = z.infer<typeof RoleInvitation>;

/** `GET /api/v1/staff/invitations`: those within the asker's reach, the oldest first. */
export const RoleInvitations = z.object({ items: z.array(RoleInvitation) });
export type RoleInvitations = z.infer<typeof RoleInvitations>;

/** `DELETE /api/v1/staff/{id}/roles/{role}/{region}`: by `undo` the same person gives it back, `POST /api/v1/staff/undo`, for 30 s. */
export const RoleTaken = z.object({ undo: z.string() });
export type RoleTaken = z.infer<typeof RoleTaken>;

/** `POST /api/v1/appointments/look`: what one is invited to, and by whom. */
export const ShownAppointment = HeldRole.extend({ by: z.string(), expiresAt: Instant });
export type ShownAppointment = z.infer<typeof ShownAppointment>;

/** `POST /api/v1/setup/look`: a hub that nobody operates yet is set up by this link until then. */
export const ShownSetup = z.object({ expiresAt: Instant });
export type ShownSetup = z.infer<typeof ShownSetup>;
