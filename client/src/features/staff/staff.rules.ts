import type { Grant, StaffPlace, StaffRole } from '@yunhui/contracts';

/** What one can be appointed to, in the order in which it is offered. */
export const staffRoles = ['reviewer', 'moderator', 'operator'] as const satisfies readonly StaffRole[];

/** Whether the page of staff is somebody's. The hub judges each request itself. */
export const mayAppoint = (grants: readonly Grant[]): boolean => grants.some(({ role }) => role === 'operator');

/** Those of the found places in which a role is held. */
export const placesFor = (role: StaffRole, places: readonly StaffPlace[]): readonly StaffPlace[] =>
  places.filter(({ roles }) => roles.includes(role));
