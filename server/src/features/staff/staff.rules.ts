import type { Grant, StaffGrant, StaffRole } from '@yunhui/contracts';
import { applicantScope, unitScope } from '@yunhui/domain';

/** Moderators have queues in the country and its province-level units, and no deeper; a line and every region has its desk. */
export function rolesIn(kind: string): readonly StaffRole[] {
  return kind === 'country' || kind === 'province_level' ? ['reviewer', 'moderator', 'operator'] : ['reviewer', 'operator'];
}

/** A role of staff, among grants of which some may be a host's. */
export const isStaff = (grant: Grant): grant is StaffGrant => grant.role !== 'host';

/**
 * Whether somebody stands above all that an account can do: whoever has its password would do it. Of their own place an operator
 * stands above every other role, of places below above operators too; beside or above them nobody does. What a host of units may
 * do lies where those units are, which is asked besides.
 */
export function standsAbove(own: readonly Grant[], theirs: readonly Grant[], pathOf: (region: string) => readonly string[]): boolean {
  const operated = own.flatMap(({ role, region }) => (role === 'operator' ? region : []));
  return theirs.every(({ role, region }) => {
    if (role === 'host' && (region === unitScope || region === applicantScope)) return true;
    const path = pathOf(region);
    return operated.some((place) => path.includes(place) && (role !== 'operator' || region !== place));
  });
}
