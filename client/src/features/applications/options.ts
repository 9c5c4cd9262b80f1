import type { ApplicationState, UnitType } from '@yunhui/contracts';
import { allOf } from '../../platform/all-of.js';

/** What a unit is. */
export const unitTypes = allOf<UnitType>({
  association: true,
  member_unit: true,
  society: true,
  enterprise: true,
  university: true,
  science_museum: true,
  education_base: true,
  special_participant: true,
  media: true,
  institution: true,
  government: true,
  office: true,
  school: true,
  volunteers: true,
});

/** How an application stands, what is to be done first. */
export const applicationStates = allOf<ApplicationState>({ waiting: true, approved: true, declined: true });
