import type { ApplicationState, UnitType } from '@yunhui/contracts';

/** What a unit is, in the order in which it is offered. */
export const unitTypes = [
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
] as const satisfies readonly UnitType[];

/** How an application for a unit stands, in the order in which it is looked at. */
export const applicationStates = ['waiting', 'approved', 'declined'] as const satisfies readonly ApplicationState[];
